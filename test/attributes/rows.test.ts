import { mapFields, outcomes } from './mapping';

describe('Map Each Field Below', () => {
	it('sends standard attributes in one order, then the rows in theirs', () => {
		const rows = [
			{ name: 'Vip', type: 'boolean', value: false },
			{ name: 'Orders', type: 'number', value: '12' },
			{ name: 'Since', type: 'date', value: '2026-01-31' },
			{ name: 'City', type: 'string', value: 'Pune' },
		];
		expect(
			outcomes(mapFields({ mobile: 9911112222, name: 'Asha', email: 'a@b.in' }, rows)),
		).toEqual([
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
					['email', 'an object is no single value'],
					['', 'the field with the value "x" has no name'],
					['x'.repeat(50), 'this name has 50 characters, and Growlytics takes at most 49'],
					['Age', '"12px" is not a number'],
					['Age', 'this name is used twice (space around a name does not count)'],
					['Since', '"03/04/2026" can be day first or month first'],
					['Vip', '"maybe" is neither yes nor no'],
				],
			},
		]);
	});

	it.each([undefined, null, 'x', 7, [], {}])('takes %p where nothing was entered', (nothing) => {
		expect(outcomes(mapFields(nothing, nothing))).toMatchObject([{ sent: [] }]);
	});
});
