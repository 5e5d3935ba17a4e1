/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test program, never shipped: reads its arguments and prints */
import { readCases } from './case';
import { measure } from './map';

const COLUMNS = [
	'right',
	'wanted',
	'frozen wrong',
	'useless',
	'names made',
	'refused wrongly',
	'strangers taken',
	'luck',
] as const;

type Measured = ReturnType<typeof measure>;

function figures({ score, luck }: Measured): number[] {
	const { right, wanted, frozenWrong, useless, namesMade } = score;
	const { refusedWrongly, strangers } = score;
	return [
		...[right, wanted, frozenWrong, useless, namesMade, refusedWrongly, strangers],
		...[luck.same, luck.all],
	];
}

function row(name: string, all: readonly number[]): string {
	const counts = all.slice(0, -2);
	const cells = [...counts, all.slice(-2).join('/')].map((cell, at) =>
		String(cell).padStart(COLUMNS[at]?.length ?? 0),
	);
	return `| ${name.padEnd(42)} | ${cells.join(' | ')} |`;
}

function print(line = ''): void {
	process.stdout.write(`${line}\n`);
}

function sum(all: readonly Measured[]): number[] {
	const rows = all.map(figures);
	return (rows[0] ?? []).map((_, at) => rows.reduce((total, one) => total + (one[at] ?? 0), 0));
}

function printTable(title: string, all: readonly Measured[]): void {
	print(`| ${title.padEnd(42)} | ${COLUMNS.join(' | ')} |`);
	print(
		`| ${'---'.padEnd(42)} | ${COLUMNS.map((name) => '---:'.padStart(name.length)).join(' | ')} |`,
	);
	for (const one of all) print(row(one.name, figures(one)));
	const total = sum(all);
	const [right = 0, wanted = 1] = total;
	print(row(`all (${((100 * right) / wanted).toFixed(1)} %)`, total));
	print();
}

function printDifferences(one: Measured): void {
	print(one.name);
	for (const line of [...one.score.differences, ...one.luck.differences]) print(`  ${line}`);
}

const flags = process.argv.slice(2);
const wanted = flags.includes('--verbose') ? flags[flags.indexOf('--verbose') + 1] : undefined;
const measured = readCases().map(measure);
printTable(
	'given cases',
	measured.filter(({ name }) => !name.startsWith('own-')),
);
printTable(
	'own cases',
	measured.filter(({ name }) => name.startsWith('own-')),
);
for (const one of measured) {
	if (wanted !== undefined && (wanted === 'all' || one.name.startsWith(wanted)))
		printDifferences(one);
}
