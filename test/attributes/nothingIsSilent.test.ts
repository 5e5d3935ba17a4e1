import { columnRemarks } from '../../nodes/Growlytics/attributes/columnRemarks';
import { previewTable } from '../../nodes/Growlytics/attributes/previewTable';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';
import { shorten } from '../../nodes/Growlytics/shorten';
import { cleanText } from '../../nodes/Growlytics/values/characters';
import { nothing } from '../../nodes/Growlytics/values/nothing';
import type { FieldCase } from '../field/case';
import { idValue, readCases } from '../field/case';
import type { Options } from './mapping';
import { mapAutomatically, mappingSettings } from './mapping';

type Run = Pick<FieldCase, 'name' | 'items' | 'idExpression' | 'options'>;

const cases: Run[] = [
	...readCases(),
	{
		name: 'what nobody can tell',
		idExpression: 'id',
		options: { timezone: '' },
		items: [
			{ id: 'c1', Joined: '03/04/2026', Spend: '1,240', Code: 9000010001, Town: '-', Vip: 'Y' },
			{ id: 'c2', Joined: '05/06/2026', Spend: '#N/A', Code: 12, Town: 'Pune', Vip: 'Y' },
		],
	},
];

function mapCase({ items, idExpression, options }: Run, more: Options = {}) {
	const all = { ...options, idField: idExpression, ...more };
	const run = mapAutomatically(items, all, (item) => idValue(item, idExpression));
	return {
		...run,
		notice: columnRemarks(run.mapped, mappingSettings(all)).map(({ text }) => text),
		table: previewTable(run.mapped, { ...mappingSettings(all), dateNumbers: 'refuse' }),
	};
}

/** A line names at most so many: the others are counted. The table has them all. */
const MANY = 8;

describe.each(cases)('of $name nothing is silent', (fieldCase) => {
	const run = mapCase(fieldCase);
	const { columns, remarks } = run.mapped;
	const line = (...parts: string[]) =>
		run.notice.some((text) => parts.every((part) => text.includes(part)));
	const rowsOf = (attribute: string) => run.table.filter((row) => row.attribute === attribute);

	it('a value is sent, or something is said of it', () => {
		const { nestedValues = 'readable' } = fieldCase.options;
		const reader = new FieldReader({ include: 'all', fields: [], nestedValues });
		const byName = new Map(columns.map((column) => [column.name, column]));
		const told = new Set(remarks.map(({ name }) => name));
		let sent = 0;
		run.customers.forEach((mapped, index) => {
			if (!('customer' in mapped)) return;
			const names = new Set(mapped.customer.attributes.map(({ name }) => name));
			const warned = new Set(mapped.warnings.map(({ attribute }) => attribute));
			for (const { name: written, value } of reader.read(fieldCase.items[index] ?? {}).leaves) {
				if (nothing(value) === 'blank') continue;
				const name = cleanText(written);
				const column = byName.get(name);
				const isSent = names.has(column?.sentAs ?? name);
				const isId = column !== undefined && column.sentAs === undefined;
				const isWord = nothing(value) !== undefined && (column?.words.count ?? 0) > 0;
				const isTold = warned.has(shorten(name)) || told.has(shorten(written)) || told.has(name);
				if (!isSent && !isId && !isWord && !isTold) throw new Error(`item ${index}: ${name}`);
				if (isSent) sent += 1;
			}
		});
		expect(sent).toBeGreaterThan(0);
	});

	it('a column is a row of the table, with its type, who decided and why', () => {
		for (const { name, sentAs } of columns) {
			const rows = rowsOf(sentAs ?? name).filter(
				({ note }) =>
					sentAs === name || String(note).includes(shorten(name)) || sentAs === undefined,
			);
			const isWhole = rows.some(({ type, decidedBy, why }) => type && decidedBy && why);
			if (!isWhole) throw new Error(`${name} is no row of the table`);
		}
	});

	it('a field that fills a standard attribute is named', () => {
		for (const { name, sentAs, filled } of columns) {
			if (sentAs === undefined || sentAs === name || filled === 0) continue;
			expect(line('Standard attributes filled', `${sentAs} from "${shorten(name)}"`)).toBe(true);
			expect(rowsOf(sentAs).map(({ note }) => note)).toContainEqual(
				expect.stringContaining(`From the field "${shorten(name)}".`),
			);
		}
	});

	it('a type that was read from text is named', () => {
		const read = columns.filter(
			({ isFromText, filled, unproven }) => isFromText && filled > (unproven?.count ?? 0),
		);
		for (const { name } of read.slice(0, 2 * MANY)) {
			expect(line('Read from text', `${shorten(name)} = `)).toBe(true);
		}
		if (read.length > 2 * MANY) expect(line(`and ${read.length - 2 * MANY} more`)).toBe(true);
	});

	it('a word that counts as empty is quoted', () => {
		const found = columns.filter(({ words }) => words.count > 0);
		for (const { name } of found.slice(0, MANY)) {
			expect(line('Words for nothing', `in "${shorten(name)}"`)).toBe(true);
		}
		for (const { name, sentAs } of found) {
			const notes = rowsOf(sentAs ?? name).map(({ note }) => note);
			expect(notes).toContainEqual(expect.stringContaining('counts as empty.'));
		}
	});

	it('what was left out or unwrapped is named', () => {
		const byMessage = new Map<string, string[]>();
		for (const { name, message, weight } of remarks) {
			byMessage.set(message, [...(byMessage.get(message) ?? []), name]);
			if (weight === 'note') continue;
			expect(rowsOf(name)).toContainEqual(
				expect.objectContaining({ type: 'Not sent', note: message }),
			);
		}
		for (const [message, names] of byMessage) {
			for (const name of names.slice(0, MANY)) expect(line(`"${name}"`, message)).toBe(true);
		}
	});

	it('what stays open is asked', () => {
		for (const { name, sentAs, unproven, offer } of columns) {
			const notes = rowsOf(sentAs ?? name).map(({ note }) => note);
			for (const open of [unproven, offer]) {
				if (open === undefined) continue;
				expect(notes).toContainEqual(expect.stringContaining(open.message));
				expect(line(shorten(name))).toBe(true);
			}
		}
	});
});

it('is a test of something: the cases have all of it', () => {
	const all = cases.map((one) => mapCase(one).mapped);
	const columns = all.flatMap((mapped) => mapped.columns);
	expect(columns.some(({ isFromText, filled }) => isFromText && filled > 0)).toBe(true);
	expect(columns.some(({ words }) => words.count > 0)).toBe(true);
	expect(columns.some(({ offer }) => offer !== undefined)).toBe(true);
	expect(columns.some(({ unproven }) => unproven !== undefined)).toBe(true);
	expect(columns.some(({ name, sentAs }) => sentAs !== undefined && sentAs !== name)).toBe(true);
	const weights = new Set(all.flatMap(({ remarks }) => remarks.map(({ weight }) => weight)));
	expect(weights).toEqual(new Set(['loss', 'usual', 'note']));
});
