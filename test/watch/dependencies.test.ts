/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: finds files of the repository */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { extract, readers }: Dependencies = jest.requireActual('./dependencies.js');

interface Dependencies {
	extract(code: string, path: string, defaultExtract: () => Set<string>): Set<string>;
	readers: string[];
}

const own = () => new Set(['./own']);

it.each(readers)('%s is there, and depends on what n8n loads of this package', (reader) => {
	expect(existsSync(reader)).toBe(true);
	const [first, ...loaded] = extract('', reader, own);
	expect(first).toBe('./own');
	expect(loaded.length).toBeGreaterThan(1);
	for (const specifier of loaded) {
		expect(existsSync(join(dirname(reader), `${specifier}.ts`))).toBe(true);
	}
});

it('leaves other files as they are', () => {
	expect(extract('', 'test/shorten.test.ts', own)).toEqual(own());
});
