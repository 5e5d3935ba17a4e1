/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads the sources */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { readModules } from './modules';
import { forwardedNames, importCircles, sharedNames, upwardImports } from './structure';

const repository = join(__dirname, '..', '..');

function shippedSources(): Map<string, string> {
	const paths = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.ts'))
			.map((path) => posix.join(folder, path.split(sep).join('/'))),
	);
	return new Map(paths.sort().map((path) => [path, readFileSync(join(repository, path), 'utf8')]));
}

/** Modules of the house from texts by path in it. */
const modulesOf = (texts: Record<string, string>) =>
	readModules(
		new Map(Object.entries(texts).map(([path, text]) => [`nodes/Growlytics/${path}`, text])),
	);
const inHouse = (texts: string[]) => texts.map((text) => text.replaceAll('nodes/Growlytics/', ''));

describe('what is shipped', () => {
	const modules = readModules(shippedSources());

	it('is all read', () => {
		expect(modules.length).toBeGreaterThan(50);
		expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
	});

	it('has no circle of imports', () => expect(inHouse(importCircles(modules))).toEqual([]));

	it('has no two exported things of one name', () =>
		expect(inHouse(sharedNames(modules))).toEqual([]));

	it('forwards nothing', () => expect(inHouse(forwardedNames(modules))).toEqual([]));

	it('imports downwards only', () => expect(inHouse(upwardImports(modules))).toEqual([]));
});

describe('a circle of imports is found', () => {
	const chainOf = (last: string) =>
		modulesOf({
			'result/a.ts': "import { b } from './b';",
			'result/b.ts': "import { c } from '../transport/c';",
			'transport/c.ts': last,
			'transport/d.ts': "import { c } from './c';",
		});
	const circle = 'result/a.ts, result/b.ts, transport/c.ts';

	it.each([
		['a value', "import { a } from '../result/a';", [circle]],
		['a type', "import type { A } from '../result/a';", [circle]],
		['a type in place', "export type C = import('../result/a').A;", [circle]],
		['only when it is run', "const load = async () => await import('../result/a');", [circle]],
		['require', "import a = require('../result/a');", [circle]],
		['a call of require', "const a = require('../result/a');", [circle]],
		['forwarding', "export { a } from '../result/a';", [circle]],
		['itself', "import { c } from './c';", ['transport/c.ts']],
		['nothing but text', '// import { a } from "../result/a";\nexport const c = "./a";', []],
		['another package', "import { a } from 'a';", []],
	])('through %s', (_, last, circles) =>
		expect(inHouse(importCircles(chainOf(last)))).toEqual(circles),
	);
});

describe('a name that is exported twice is found', () => {
	const twice = ['it: result/a.ts, transport/b.ts'];
	it.each([
		['functions', 'export function it() {}', 'export async function it() {}', twice],
		['a constant and a type', 'export const it = 1;', 'export type it = string;', twice],
		['an interface and a class', 'export interface it {}', 'export class it {}', twice],
		['an enum and a list', 'export enum it {}', 'const it = 1; export { it };', twice],
		['parts of a value', 'export const { of: [it] } = x;', 'export const { it } = x;', twice],
		['another name outside', 'export const it = 1;', 'const b = 1; export { b as it };', twice],
		['not what stays inside', 'export const it = 1;', 'const it = 2;', []],
		['not overloads', 'export function it(a: 1): 1; export function it(a: 2): 2;', '', []],
		['not forwarding', 'export const it = 1;', "export { it } from '../result/a';", []],
	])('%s', (_, a, b, expected) =>
		expect(inHouse(sharedNames(modulesOf({ 'result/a.ts': a, 'transport/b.ts': b })))).toEqual(
			expected,
		),
	);
});

describe('forwarding is found', () => {
	it.each([
		["export { a } from './a';", ['a: result/b.ts']],
		["export type { A } from './a';", ['A: result/b.ts']],
		["export * from './a';", ['*: result/b.ts']],
		["export * as all from './a';", ['*: result/b.ts']],
		["import { a } from './a'; export { a as b };", ['b: result/b.ts']],
		["import { a } from './a'; export const b = a;", ['b: result/b.ts']],
		["import type { A } from './a'; export type B = A;", ['B: result/b.ts']],
		["import { a } from './a'; const b = a(); export { b };", []],
		["import type { A } from './a'; export type B = A[];", []],
	])('%s', (text, expected) =>
		expect(inHouse(forwardedNames(modulesOf({ 'result/b.ts': text, 'result/a.ts': '' })))).toEqual(
			expected,
		),
	);
});

describe('an import that leads upwards is found', () => {
	it.each([
		['result/b.ts', '../transport/a', ['result/b.ts > transport/a.ts']],
		['run/b.ts', '../operations/a', ['run/b.ts > operations/a.ts']],
		['columns/deep/b.ts', '../../fields/a', ['columns/deep/b.ts > fields/a.ts']],
		['run/b.ts', '../Growlytics.node', ['run/b.ts > Growlytics.node.ts']],
		['shorten.ts', './result/a', ['shorten.ts > result/a.ts']],
		['odds/b.ts', '../result/a', ['odds is no room']],
		['result/b.ts', '../odds/a', ['odds is no room', 'result/b.ts > odds/a.ts']],
		['transport/b.ts', '../result/a', []],
		['operations/customer/b.ts', '../../run/a', []],
		['result/b.ts', './a', []],
		['result/b.ts', '../shorten', []],
		['Growlytics.node.ts', './operations/a', []],
	])('%s of %s', (path, specifier, expected) => {
		const imported = `${specifier.replaceAll(/\.\.?\//g, '')}.ts`;
		const target = specifier === './a' ? 'result/a.ts' : imported;
		const modules = modulesOf({ [path]: `import { a } from '${specifier}';`, [target]: '' });
		expect(inHouse(upwardImports(modules))).toEqual(expected);
	});

	it('also from the credential', () => {
		const credential = 'credentials/GrowlyticsApi.credentials.ts';
		const modules = readModules(
			new Map([
				[credential, "import { a } from '../nodes/Growlytics/transport/a';"],
				[
					'nodes/Growlytics/transport/a.ts',
					"import { C } from '../../../credentials/GrowlyticsApi.credentials';",
				],
			]),
		);
		expect(inHouse(upwardImports(modules))).toEqual([`transport/a.ts > ${credential}`]);
	});
});
