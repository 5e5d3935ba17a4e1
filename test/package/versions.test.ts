/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { CURRENT, VERSIONS } from '../e2e/versions';

const repository = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(repository, path), 'utf8');

it('docs/installing.md promises the versions that are tested, with their Node', () => {
	const rows = read('docs/installing.md').matchAll(/^\| (\d+\.\d+\.\d+) \| (\d+) \|/gm);
	const promised = [...rows].map(([, n8n, node]) => ({ n8n, node }));
	const tested = VERSIONS.map(({ n8n, node }) => ({ n8n, node: node.split('.', 1).join() }));
	expect(promised).toEqual(tested);
});

it('the workflow of GitHub tests all of them', () => {
	const [, list = ''] = /^ +n8n: \[(.*)\]$/m.exec(read('.github/workflows/ci.yml')) ?? [];
	const names = list.split(', ').map((name) => name.replaceAll("'", ''));
	expect(names).toEqual(VERSIONS.map(({ n8n }) => n8n));
});

it('the engine that most tests run in is the one of the current version', () => {
	expect(manifest.devDependencies['n8n-core']).toBe(CURRENT.n8n);
});
