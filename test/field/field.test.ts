import { readCases } from './case';
import { measure } from './map';
import { scoreCase } from './score';

const measured = readCases().map(measure);
const given = measured.filter(({ name }) => !name.startsWith('own-'));
const own = measured.filter(({ name }) => name.startsWith('own-'));

function sum(all: typeof measured, figure: (one: (typeof measured)[number]) => number): number {
	return all.reduce((total, one) => total + figure(one), 0);
}

/** Differences of all cases, to be read where a threshold is missed. */
function differences(all: typeof measured): string {
	return all
		.flatMap(({ name, score, luck }) =>
			[...score.differences, ...luck.differences].map((line) => `${name}: ${line}`),
		)
		.join('\n');
}

describe.each([
	['the given cases', given, { count: 14, wanted: 267, right: 0.99, useless: 0 }],
	['our own cases', own, { count: 32, wanted: 714, right: 0.98, useless: 2 }],
])('what %s give with nothing set but the Customer ID', (_, all, least) => {
	it('is all there', () => {
		expect(all).toHaveLength(least.count);
		expect(sum(all, ({ score }) => score.wanted)).toBe(least.wanted);
	});

	it('is right', () => {
		const share = sum(all, ({ score }) => score.right) / least.wanted;
		if (share < least.right) throw new Error(`${share} is right:\n${differences(all)}`);
	});

	it('holds hardly anything that nobody asked for', () => {
		expect(sum(all, ({ score }) => score.useless)).toBeLessThanOrEqual(least.useless);
	});

	it('refuses nobody who could be sent, and takes no stranger', () => {
		expect(sum(all, ({ score }) => score.refusedWrongly)).toBe(0);
		expect(sum(all, ({ score }) => score.strangers)).toBe(0);
	});

	it('does not depend on which rows came together', () => {
		const share = sum(all, ({ luck }) => luck.same) / sum(all, ({ luck }) => luck.all);
		if (share < 0.99) throw new Error(`${share} have the same type:\n${differences(all)}`);
	});
});

it('freezes no type wrongly in the given cases', () => {
	expect(sum(given, ({ score }) => score.frozenWrong)).toBe(0);
});

describe('the score', () => {
	const text = (name: string, value: string) => ({ name, type: 'string' as const, value });
	const ideal = [{ id: 'a', attributes: [text('Zip', '1'), text('First Name', 'Asha')] }, null];

	it.each<[string, Parameters<typeof scoreCase>[1], object]>([
		[
			'all right',
			[{ id: 'a', attributes: [text('First Name', 'Asha'), text('Zip', '1')] }, null],
			{ right: 3, wanted: 3, frozenWrong: 0, useless: 0, strangers: 0 },
		],
		[
			'a code as a number',
			[{ id: 'a', attributes: [{ name: 'Zip', type: 'number', value: 1 }] }, null],
			{ right: 1, frozenWrong: 1 },
		],
		['another ID', [{ id: 'b', attributes: [] }, null], { right: 0 }],
		[
			'another value',
			[{ id: 'a', attributes: [text('Zip', '2')] }, null],
			{ right: 1, frozenWrong: 0 },
		],
		[
			'more than wanted',
			[{ id: 'a', attributes: [text('row', '2')] }, null],
			{ right: 1, useless: 1 },
		],
		['what does no harm', [{ id: 'a', attributes: [text('Owner.id', '2')] }, null], { useless: 0 }],
		[
			'a name that was made',
			[{ id: 'a', attributes: [text('name', 'Asha')] }, null],
			{ useless: 0, namesMade: 1 },
		],
		['refused', [null, null], { right: 0, refusedWrongly: 1 }],
		['a stranger', [null, { id: '-', attributes: [] }], { strangers: 1 }],
	])('%s', (_, sent, figures) => {
		expect(scoreCase({ ideal, indifferent: ['Owner.*'] }, sent)).toMatchObject(figures);
	});
});
