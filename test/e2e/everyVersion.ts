/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a command line for contributors, never shipped: runs Jest */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { print } from './progress';
import { VERSION_VARIABLE, VERSIONS, versionNamed } from './versions';

const repository = resolve(__dirname, '..', '..');

/**
 * Runs the tests of the folder everyVersion with one n8n.
 *
 * @returns whether they passed
 */
function passes(n8n: string): boolean {
	print(`\n=== n8n ${n8n}`);
	const jest = require.resolve('jest/bin/jest');
	const config = join(__dirname, 'jest.config.js');
	const args = [jest, '--config', config, '--testPathPatterns', 'e2e/everyVersion/'];
	const env = { ...process.env, [VERSION_VARIABLE]: n8n };
	const { status } = spawnSync(process.execPath, args, { cwd: repository, env, stdio: 'inherit' });
	return status === 0;
}

function everyVersion(asked: readonly string[]): void {
	const versions = asked.length > 0 ? asked.map(versionNamed) : VERSIONS;
	const results = versions.map(({ n8n }) => ({ n8n, passed: passes(n8n) }));
	print('');
	for (const { n8n, passed } of results) print(`n8n ${n8n}: ${passed ? 'passed' : 'FAILED'}`);
	process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}

try {
	everyVersion(process.argv.slice(2));
} catch (error) {
	print(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
