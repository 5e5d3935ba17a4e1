/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GrowlyticsApi } from '../../credentials/GrowlyticsApi.credentials';
import manifest from '../../package.json';

const ROOT = join(__dirname, '..', '..');

/** The one place that the owner changes: `repository` and `author` of package.json. All else has to follow. */
const [, repository = ''] =
	/^git\+(https:\/\/github\.com\/[\w.-]+\/[\w.-]+)\.git$/.exec(manifest.repository.url) ?? [];
const { author } = manifest;

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

function filesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

const TEXTS = [
	...readdirSync(ROOT).filter(
		(name) => /\.(md|json|js)$/.test(name) && name !== 'package-lock.json',
	),
	...['.github', 'credentials', 'docs', 'examples', 'nodes', 'scripts'].flatMap(filesIn),
].filter((path) => /\.(md|ya?ml|json|js|ts)$/.test(path));

it('names its repository on GitHub', () => {
	expect(repository).not.toBe('');
	expect(manifest.homepage).toBe(`${repository}#readme`);
	expect(manifest.bugs.url).toBe(`${repository}/issues`);
});

it('names no other repository of this package anywhere', () => {
	const other = TEXTS.flatMap((path) =>
		[...read(path).matchAll(/https:\/\/github\.com\/[\w.-]+\/n8n-nodes-growlytics\b/g)]
			.filter(([address]) => address !== repository)
			.map(([address]) => `${path}: ${address}`),
	);
	expect(other).toEqual([]);
});

it.each([
	['SECURITY.md', `${repository}/security/advisories/new`],
	['.github/ISSUE_TEMPLATE/config.yml', `${repository}/security/advisories/new`],
	['LICENSE', `Copyright (c) 2026 ${author.name}`],
])('%s follows', (path, text) => {
	expect(read(path)).toContain(text);
});

it.each(filesIn('nodes').filter((path) => path.endsWith('.node.json')))('%s follows', (path) => {
	const addresses = [...read(path).matchAll(/"url": "([^"]+)"/g)].map(
		([, address = '']) => address,
	);
	expect(addresses.length).toBeGreaterThan(0);
	expect(addresses.filter((address) => !address.startsWith(`${repository}#`))).toEqual([]);
});

it('the credential links to the repository', () => {
	expect(new GrowlyticsApi().documentationUrl).toBe(`${repository}#credential`);
});

it('has an author with an address', () => {
	expect(author.name).not.toBe('');
	expect(author.email).toMatch(/^[^@\s]+@[^@\s]+\.[^@\s]+$/);
});
