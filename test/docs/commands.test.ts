import manifest from '../../package.json';
import { PAGES, WORKFLOWS, codeOf, isThere, read } from './pages';

const SCRIPTS = Object.keys(manifest.scripts);
/** What npm does by itself. */
const NPM_COMMANDS = ['ci', 'install', 'pack', 'version'];

/** Where a page's paths begin: in the repository, or in the folder that the page is about. */
const BASES = ['', 'examples/', 'nodes/Growlytics/', '.github/workflows/'];
/** Paths that are not there, and are not meant to be. */
const INVENTED = ['event/track', 'part.csv', 'part-aa.csv', 'part-ab.csv'];

const missingPath = (path: string) =>
	!INVENTED.includes(path) && !BASES.some((base) => isThere(base + path));

describe.each(PAGES)('%s', (page) => {
	const code = codeOf(page);

	it('names npm scripts that are there', () => {
		const named = code.flatMap((line) => [...line.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)]);
		expect(named.map(([, script = '']) => script).filter((one) => !SCRIPTS.includes(one))).toEqual(
			[],
		);
	});

	it('names commands of npm that are there, and programs that it brings', () => {
		const named = code.flatMap((line) => [...line.matchAll(/\bnpm (?!run\b|-)([\w-]+)/g)]);
		const commands = named.map(([, command = '']) => command);
		expect(commands.filter((one) => !NPM_COMMANDS.includes(one) && !SCRIPTS.includes(one))).toEqual(
			[],
		);
		const programs = code.flatMap((line) => [...line.matchAll(/\bnpx (?:--?\S+ )*(\S+)/g)]);
		expect(
			programs
				.map(([, program = '']) => program)
				.filter((one) => !isThere(`node_modules/.bin/${one}`)),
		).toEqual([]);
	});

	it('names files and folders that are there', () => {
		const paths = code.flatMap((line) => [
			...line.matchAll(
				/(?<![\w/.~*-])(?:\.?[\w-]+\/)*[\w.-]+\.(?:ts|js|mjs|json|md|csv|ya?ml|svg)(?![\w/])/g,
			),
		]);
		const folders = code
			.filter((line) => /^(?:nodes|test|docs|examples|scripts|\.ci|\.github)\/[\w./-]+$/.test(line))
			.concat(
				page === 'docs/architecture.md' ? code.filter((line) => /^\w+\/\w+$/.test(line)) : [],
			);
		expect([...paths.map(([path]) => path), ...folders].filter(missingPath)).toEqual([]);
	});
});

it.each(WORKFLOWS)('%s runs npm scripts that are there', (workflow) => {
	const named = [...read(workflow).matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)];
	expect(named.map(([, script = '']) => script).filter((one) => !SCRIPTS.includes(one))).toEqual(
		[],
	);
});
