import { mapFields, outcomes } from './mapping';

describe('Map Each Field Below', () => {
	it('sends standard attributes in one order, then the rows in theirs', () => {
		const rows = [
			{ name: 'Vip', type: 'boolean', booleanValue: false },
			{ name: 'Orders', type: 'number', numberValue: '12' },
			{ name: 'Since', type: 'date', dateValue: '2026-01-31' },
			{ name: 'City', type: 'string', stringValue: 'Pune' },
		];
		expect(outcomes(mapFields({ mobile: 99, name: 'Asha', email: 'a@b.in' }, rows))).toEqual([
			{
				sent: [
					['name', 'string', 'Asha'],
					['email', 'string', 'a@b.in'],
					['mobile', 'string', '99'],
					['Vip', 'boolean', false],
					['Orders', 'number', 12],
					['Since', 'date', '2026-01-31 00:00:00'],
					['City', 'string', 'Pune'],
				],
			},
		]);
	});

	it('takes the value of the chosen type, and no other that is left over', () => {
		const row = {
			name: 'Age',
			type: 'number',
			stringValue: 'x',
			numberValue: '',
			booleanValue: true,
		};
		expect(outcomes(mapFields({}, [row]))).toMatchObject([{ sent: [] }]);
	});

	it('leaves out a number that nobody entered', () => {
		const row = { name: 'Age', type: 'number', numberValue: '' };
		expect(outcomes(mapFields({ email: '' }, [row], { emptyValues: 'sendEmptyString' }))).toEqual([
			{ sent: [['email', 'string', '']] },
		]);
	});

	it('takes a row without a type as text, as the panel does', () => {
		expect(outcomes(mapFields({}, [{ name: 'City', stringValue: 'Pune' }]))).toEqual([
			{ sent: [['City', 'string', 'Pune']] },
		]);
	});

	it('never guesses: text that looks like a number or a date stays text', () => {
		const rows = [
			{ name: 'a', type: 'string', stringValue: '2026-01-31T19:14:15Z' },
			{ name: 'b', type: 'string', stringValue: 12 },
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
			{ name: '', type: 'string', stringValue: 'x' },
			{ name: 'x'.repeat(50), type: 'string', stringValue: 'x' },
			{ name: 'Age', type: 'number', numberValue: '12px' },
			{ name: 'Age', type: 'number', numberValue: '12' },
			{ name: 'Since', type: 'date', dateValue: '03/04/2026' },
			{ name: 'Vip', type: 'boolean', booleanValue: 'maybe' },
		];
		expect(outcomes(mapFields({ email: { a: 1 } }, rows))).toEqual([
			{
				problems: [
					['email', 'an object is not a single value'],
					['', 'Name is missing for the attribute with the value "x"'],
					['x'.repeat(50), 'this name has 50 characters, and Growlytics takes at most 49'],
					['Age', '"12px" is not a plain number'],
					['Age', 'this name is used twice (space around a name does not count)'],
					['Since', '"03/04/2026" is no date, or could mean more than one'],
					['Vip', '"maybe" is neither yes nor no'],
				],
			},
		]);
	});

	it.each([undefined, null, 'x', 7, [], {}])('takes %p where nothing was entered', (nothing) => {
		expect(outcomes(mapFields(nothing, nothing))).toMatchObject([{ sent: [] }]);
	});
});
