/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: packs this package and unpacks it where n8n looks */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runCommand } from './command';
import { neutralEnvironment, npmEnvironment } from './environment';

const PACKAGE = 'n8n-nodes-growlytics';
const repository = resolve(__dirname, '..', '..');

const packedSchema = z.array(z.object({ filename: z.string(), version: z.string() })).length(1);
const packageSchema = z.record(z.unknown());

/** What n8n takes out of a community package's package.json, so that npm does not install it. */
const DROPPED = ['devDependencies', 'optionalDependencies', 'peerDependencies'];

async function pack(destination: string) {
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
	const output = await runCommand('npm', [...args, '--loglevel=silent'], {
		cwd: repository,
		env: npmEnvironment(),
	});
	const [packed] = packedSchema.parse(JSON.parse(output.slice(output.indexOf('['))));
	return packed;
}

function withoutDropped(manifest: string): string {
	const entries = Object.entries(packageSchema.parse(JSON.parse(manifest)));
	return JSON.stringify(Object.fromEntries(entries.filter(([key]) => !DROPPED.includes(key))));
}

/**
 * Puts what `npm publish` would publish of this repository's build where n8n installs community packages, as n8n
 * itself does it (n8n's community-packages.service, downloadPackage).
 *
 * @param n8nFolder n8n's `.n8n` folder
 */
export async function installThisPackage(n8nFolder: string): Promise<void> {
	const nodesFolder = join(n8nFolder, 'nodes');
	const folder = join(nodesFolder, 'node_modules', PACKAGE);
	mkdirSync(folder, { recursive: true });
	const packed = await pack(nodesFolder);
	if (!packed) throw new Error('npm packed nothing');

	const tarball = join(nodesFolder, packed.filename);
	const args = ['-xzf', tarball, '-C', folder, '--strip-components=1'];
	await runCommand('tar', args, { cwd: nodesFolder, env: neutralEnvironment() });

	const manifest = join(folder, 'package.json');
	writeFileSync(manifest, withoutDropped(readFileSync(manifest, 'utf8')));
	const installed = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [PACKAGE]: packed.version },
	};
	writeFileSync(join(nodesFolder, 'package.json'), JSON.stringify(installed));
}
