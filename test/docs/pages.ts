/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');

/** Paths of all pages that users read, from the repository's folder. */
export const PAGES = [
	'README.md',
	'CHANGELOG.md',
	'SECURITY.md',
	...readdirSync(join(REPOSITORY, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

/** Paths of what GitHub runs. */
export const WORKFLOWS = readdirSync(join(REPOSITORY, '.github', 'workflows')).map(
	(name) => `.github/workflows/${name}`,
);

/** Paths of the workflows to import. */
export const EXAMPLES = readdirSync(join(REPOSITORY, 'examples'))
	.filter((name) => name.endsWith('.json'))
	.map((name) => `examples/${name}`);

export function read(path: string): string {
	return readFileSync(join(REPOSITORY, path), 'utf8');
}

export function isThere(path: string): boolean {
	return existsSync(join(REPOSITORY, path));
}

/** The text of a page without its blocks of code. */
export function proseOf(page: string): string {
	return read(page).replace(/^```.*?^```$/gms, '');
}

/** What a page shows as code, in its blocks and between its words. */
export function codeOf(page: string): string[] {
	const blocks = [...read(page).matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, code = '']) => code);
	const inline = [...proseOf(page).matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
	return [...blocks.flatMap((block) => block.split('\n')), ...inline];
}

/** The rows of the tables of a page that begin with a column of this name, cell by cell, without the header. */
export function tableRows(page: string, firstColumn: string): string[][] {
	const lines = proseOf(page).split('\n');
	const tables = lines.flatMap((line, index) =>
		line.startsWith(`| ${firstColumn} |`) ? [lines.slice(index + 2)] : [],
	);
	return tables.flatMap((table) => {
		const end = table.findIndex((line) => !line.startsWith('|'));
		return table.slice(0, end === -1 ? undefined : end).map(cellsOf);
	});
}

function cellsOf(row: string): string[] {
	return row
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
}

/** What GitHub and npm make of a page's headings, as the target of a link. */
export function anchorsOf(page: string): string[] {
	return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replaceAll(' ', '-'),
	);
}

export interface Link {
	text: string;
	isPicture: boolean;
	/** As it is written. */
	target: string;
	/** Of a target in this repository: its path from the repository's folder, and the heading it names, or ''. */
	path: string;
	anchor: string;
}

export function linksOf(page: string): Link[] {
	return [...proseOf(page).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]*)\)/g)].map(
		([, mark = '', text = '', target = '']) => {
			const [file = '', anchor = ''] = target.split('#');
			const path = file === '' ? page : posix.join(dirname(page), file);
			return { text, isPicture: mark === '!', target, path, anchor };
		},
	);
}
