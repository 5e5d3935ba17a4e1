import type { RowEntry } from '../../nodes/Growlytics/attributes/rows';
import { rowsOfList, rowsOfPanel } from '../../nodes/Growlytics/attributes/rows';
import { mapFields, outcomes, remarks } from './mapping';

describe('Map Each Field Below', () => {
	it('sends standard attributes in one order, then the rows in theirs', () => {
		const rows = [
			{ name: 'Vip', type: 'boolean', value: false },
			{ name: 'Orders', type: 'number', value: '12' },
			{ name: 'Since', type: 'date', value: '2026-01-31' },
			{ name: 'City', type: 'string', value: 'Pune' },
		];
		const standard = { mobile: 9911112222, name: 'Asha', email: 'a@b.in' };
		expect(outcomes(mapFields(standard, rows))).toEqual([
			{
				sent: [
					['name', 'string', 'Asha'],
					['email', 'string', 'a@b.in'],
					['mobile', 'string', '9911112222'],
					['Vip', 'boolean', false],
					['Orders', 'number', 12],
					['Since', 'date', '2026-01-31 00:00:00'],
					['City', 'string', 'Pune'],
				],
			},
		]);
	});

	it('leaves out a number that nobody entered', () => {
		const row = { name: 'Age', type: 'number', value: '' };
		expect(outcomes(mapFields({ email: '' }, [row], { emptyValues: 'sendEmptyString' }))).toEqual([
			{ sent: [['email', 'string', '']] },
		]);
	});

	it('takes a row without a type as text, as the panel does', () => {
		expect(outcomes(mapFields({}, [{ name: 'City', value: 'Pune' }]))).toEqual([
			{ sent: [['City', 'string', 'Pune']] },
		]);
	});

	it('never guesses: text that looks like a number or a date stays text', () => {
		const rows = [
			{ name: 'a', type: 'string', value: '2026-01-31T19:14:15Z' },
			{ name: 'b', type: 'string', value: 12 },
		];
		expect(outcomes(mapFields({}, rows))).toEqual([
			{
				sent: [
					['a', 'string', '2026-01-31T19:14:15Z'],
					['b', 'string', '12'],
				],
			},
		]);
	});

	it('names all that is wrong at once', () => {
		const rows = [
			{ name: '', type: 'string', value: 'x' },
			{ name: 'x'.repeat(50), type: 'string', value: 'x' },
			{ name: 'Age', type: 'number', value: '12px' },
			{ name: 'Age', type: 'number', value: '12' },
			{ name: 'Since', type: 'date', value: '03/04/2026' },
			{ name: 'Vip', type: 'boolean', value: 'maybe' },
		];
		expect(outcomes(mapFields({ email: { a: 1 } }, rows))).toEqual([
			{
				problems: [
					['', 'the field with the value "x" has no name'],
					['x'.repeat(50), 'this name has 50 characters, and Growlytics takes at most 49'],
					['Age', 'this name is used twice (space around a name does not count)'],
					['email', 'an object is not a single value'],
					['Age', '"12px" is not a number'],
					['Since', '"03/04/2026" can be day first or month first'],
					['Vip', '"maybe" is neither yes nor no'],
				],
			},
		]);
	});

	it.each([undefined, null, 'x', 7, [], {}])('takes %p where nothing was entered', (nothing) => {
		expect(outcomes(mapFields(nothing, nothing))).toMatchObject([{ sent: [] }]);
	});

	it.each(['Email', 'MOBILE', 'Name'])('warns of a row called %s', (name) => {
		const run = mapFields({}, [{ name, type: 'string', value: 'x' }]);
		const standard = name.toLowerCase();
		expect(outcomes(run)).toEqual([{ sent: [[name, 'string', 'x']] }]);
		expect(remarks(run)).toEqual([
			[
				name,
				`Sent as a custom attribute of its own. Campaigns use the standard attribute "${standard}": fill it under Standard Attributes.`,
				1,
			],
		]);
	});

	it.each(['E-mail', 'City', 'email'])('does not warn of a row called %s', (name) => {
		const run = mapFields({}, [{ name, type: 'string', value: 'a@b.in' }]);
		expect(remarks(run)).toEqual([]);
	});
});

describe('a row', () => {
	const FILLED: RowEntry = { draggedName: undefined, isLeftEmpty: false };
	const LEFT_EMPTY: RowEntry = { draggedName: undefined, isLeftEmpty: true };
	const dragged = (draggedName: string): RowEntry => ({ draggedName, isLeftEmpty: false });
	const read = (row: unknown, entry: RowEntry | undefined) =>
		rowsOfPanel({}, [row], entry === undefined ? [] : [entry]);

	it.each(['string', 'number', 'boolean', 'date'])(
		'of type %s has its value under one name: a change of type keeps it',
		(type) => {
			for (const value of ['Pune', 0, false, '2026-01-31', null]) {
				expect(read({ name: 'City', type, value }, FILLED)).toEqual({
					rows: [{ name: 'City', type, value }],
					problems: [],
				});
			}
		},
	);

	it.each<[string, unknown, RowEntry | undefined, string]>([
		['the name that was entered', { name: 'Town', value: 'x' }, dragged('City'), 'Town'],
		['the name of the field', { name: '', value: 'x' }, dragged('City'), 'City'],
		['the name of the field', { name: '  ', value: 'x' }, dragged('address.city'), 'address.city'],
		['the name of the field', { value: 'x' }, dragged('City'), 'City'],
		['no name', { name: '', value: 'x' }, FILLED, ''],
		['no name', { name: '', value: 'x' }, undefined, ''],
		['a year', { name: 2026, value: 'x' }, FILLED, '2026'],
	])('has %s', (_what, row, entry, name) => {
		expect(read(row, entry)).toEqual({
			rows: [{ name, type: 'string', value: 'x' }],
			problems: [],
		});
	});

	it.each(['string', 'number', 'boolean', 'date'])(
		'of type %s with a name and no value is refused: nobody sees in a green run that it is missing',
		(type) => {
			for (const value of ['', undefined, null]) {
				expect(read({ name: 'City', type, value }, LEFT_EMPTY)).toEqual({
					rows: [],
					problems: [
						{
							attribute: 'City',
							message: 'its Value was left empty in the node',
							fix: 'Drag the field into Value that the attribute comes from, or remove the row.',
						},
					],
				});
			}
		},
	);

	it('that nobody touched is nothing', () => {
		const row = { name: '', type: 'string', value: '' };
		expect(
			outcomes(mapFields({}, [row, { name: 'a', value: 'b' }], {}, [LEFT_EMPTY, FILLED])),
		).toEqual([{ sent: [['a', 'string', 'b']] }]);
	});

	it('whose expression gives nothing for one item is left out of that item alone', () => {
		const row = { name: 'City', type: 'string', value: '' };
		expect(outcomes(mapFields({}, [row, { name: 'a', value: 'b' }], {}, [FILLED, FILLED]))).toEqual(
			[{ sent: [['a', 'string', 'b']] }],
		);
	});

	it('that was left empty is left out with a warning, where that was chosen', () => {
		const rows = [
			{ name: 'City', value: '' },
			{ name: 'a', value: 'b' },
		];
		const options = { invalidAttributes: 'skip' } as const;
		expect(outcomes(mapFields({}, rows, options, [LEFT_EMPTY, FILLED]))).toEqual([
			{
				sent: [['a', 'string', 'b']],
				warnings: [['City', 'Left out: its Value was left empty in the node.']],
			},
		]);
	});
});

describe('an entry of a list', () => {
	const NUMBER = new Map([['Score', 'number' as const]]);

	it.each<[string, unknown, ReadonlyMap<string, 'number'>, unknown]>([
		['its own type', { name: 'a', type: 'date', value: 1 }, new Map(), 'date'],
		['the type under Attribute Types', { name: 'Score', value: 1 }, NUMBER, 'number'],
		['the same type twice', { name: ' Score ', type: 'number', value: 1 }, NUMBER, 'number'],
	])('has %s', (_what, entry, declared, type) => {
		const { rows, problems } = rowsOfList([entry], declared);
		expect(problems).toEqual([]);
		expect(rows).toMatchObject([{ type }]);
	});

	it('without anything of it keeps the others', () => {
		const entries = [
			{ name: 'a', type: 'string', value: 'x' },
			7,
			{ name: 'b', type: 'int', value: 1 },
		];
		const { rows, problems } = rowsOfList(entries, new Map());
		expect(rows).toEqual([{ name: 'a', type: 'string', value: 'x' }]);
		expect(problems.map(({ attribute, message }) => [attribute, message])).toEqual([
			['', 'Attributes (JSON) has no name or no value in entry 2 of the list'],
			['b', 'its type is "int", which Growlytics does not have'],
		]);
	});

	it('has a value, were it undefined', () => {
		expect(
			rowsOfList([{ name: 'a', type: 'string', value: undefined }], new Map()).problems,
		).toEqual([]);
	});
});
