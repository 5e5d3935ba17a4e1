import type { FieldSettings } from '../../nodes/Growlytics/fields/fieldReader';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';

type Item = Record<string, unknown>;

function shown(item: Item, nestedValues: FieldSettings['nestedValues'] = 'readable') {
	const { leaves, changes } = new FieldReader({ include: 'all', fields: [], nestedValues }).read(
		item,
	);
	return {
		values: Object.fromEntries(leaves.map(({ name, value }) => [name, value])),
		said: changes.map(({ kind, name, detail = '' }) => `${kind} ${name} ${detail}`.trim()),
	};
}

/** What is of a class is not taken apart. */
class Tag {
	name = 'Gold';
}

const OILS = [
	{ id: 'o1', text: 'Coconut' },
	{ id: 'o2', text: 'Almond' },
];

describe("a form's answers", () => {
	it.each<[string, unknown[], Item]>([
		[
			'chosen by the IDs of their options',
			[{ key: 'q2', label: 'Oils', value: ['o1', 'o2'], options: OILS }],
			{ Oils: 'Coconut, Almond' },
		],
		[
			'chosen and written in',
			[{ key: 'q2', label: 'Oils', value: ['o2', 'Sesame'], options: OILS }],
			{ Oils: 'Almond, Sesame' },
		],
		[
			'of which the options have a label or a name',
			[
				{ label: 'Oil', value: ['o1'], options: [{ id: 'o1', label: 'Coconut' }] },
				{ label: 'Soap', value: ['s1'], options: [{ id: 's1', name: 'Neem' }] },
			],
			{ Oil: 'Coconut', Soap: 'Neem' },
		],
		[
			'of which the options are texts',
			[{ label: 'Oils', value: ['Almond'], options: ['Coconut', 'Almond', null] }],
			{ Oils: 'Almond' },
		],
		['chosen as one text', [{ label: 'Oil', value: 'Almond', options: OILS }], { Oil: 'Almond' }],
		[
			'with boxes once more, and one text of its own under such a key',
			[
				{ key: 'q2', label: 'Oils', value: ['o1'], options: OILS },
				{ key: 'q2_o1', label: 'Oils (Coconut)', value: true },
				{ key: 'q2_o2', label: 'Oils (Almond)', value: false },
				{ key: 'q2_other', label: 'Oils (Other)', value: 'Sesame' },
				{ key: 'q3_a', label: 'Terms', value: true },
				{ key: 'q22', label: 'Member', value: false },
				{ label: 'Adult', value: true },
			],
			{ Oils: 'Coconut', 'Oils (Other)': 'Sesame', Terms: true, Member: false, Adult: true },
		],
		[
			'under the plainest name of the question',
			[
				{ name: 'q3_city', text: 'Your city', answer: 'Pune' },
				{ attribute_code: 'loyalty', value: 'gold' },
				{ question: ' ', title: 'Age', response: 31 },
			],
			{ 'Your city': 'Pune', loyalty: 'gold', Age: 31 },
		],
		[
			'that name a field, and are not of Typeform',
			[
				{ field: { id: 'a' }, question: 'City', answer: 'Pune' },
				{ type: 'text', field: { name: 'b' }, question: 'Age', answer: 4 },
			],
			{ City: 'Pune', Age: 4 },
		],
		['of which one is missing', [{ question: 'City', answer: 'Pune' }, null], { City: 'Pune' }],
		['that nobody gave', [], { answers: null }],
		[
			'of which one is empty',
			[
				{ question: 'City', answer: '' },
				{ question: 'Age', answer: null },
			],
			{ City: '', Age: null },
		],
	])('%s', (_, answers, values) => {
		expect(shown({ answers }).values).toStrictEqual(values);
	});

	it('say how many boxes only repeat what was chosen', () => {
		const fields = [
			{ key: 'q2', label: 'Oils', value: ['o1'], options: OILS },
			{ key: 'q2_o1', label: 'Oils (Coconut)', value: true },
			{ key: 'q2_o2', label: 'Oils (Almond)', value: false },
		];
		expect(shown({ City: 'Pune', fields }).said).toEqual(['answers fields', 'repeats fields 2']);
	});

	it.each<[string, string, unknown[], Item, string[]]>([
		['of a field without answer', 'f', [{ label: 'City' }], { f: 'City' }, []],
		[
			'of which one has no answer',
			'customFields',
			[{ name: 'City', value: 'Pune' }, { name: 'Age' }],
			{},
			['records customFields'],
		],
		[
			'of which one has no question',
			'custom_fields',
			[{ name: 'City', value: 'Pune' }, { value: 4 }],
			{},
			['records custom_fields'],
		],
		['with a title', 'f', [{ title: 'City', value: 'Pune' }], { City: 'Pune' }, ['answers f']],
		[
			'with a name, in a list that is called so',
			'note_attributes',
			[{ name: 'City', value: 'Pune' }],
			{ City: 'Pune' },
			['answers note_attributes'],
		],
		[
			'of which one may be a header of a request',
			'f',
			[
				{ label: 'City', value: 'Pune' },
				{ name: 'X-Host', value: 'a' },
			],
			{},
			['records f'],
		],
		['of a class', 'f', [new Tag(), { name: 'VIP' }], {}, ['records f']],
		[
			'choices among which one differs from its label',
			'f',
			[
				{ label: 'Skin care', value: 'skin_care' },
				{ label: 'City', value: 'Pune' },
			],
			{ 'Skin care': 'skin_care', City: 'Pune' },
			['answers f'],
		],
		[
			'choices',
			'f',
			[
				{ label: ' Skin care ', value: 'skin_care' },
				{ label: 'Hair', value: 'HAIR' },
			],
			{ f: 'Skin care, Hair' },
			[],
		],
		['things with a name', 'f', [{ name: ' Gold ' }, { title: 'VIP' }], { f: 'Gold, VIP' }, []],
		['things of which one has no name', 'f', [{ name: 'Gold' }, { sku: 'A' }], {}, ['records f']],
		['a list of nothing but spaces', 'f', [' ', ''], { f: null }, []],
		['texts with spaces', 'f', [' a ', ' ', 'b'], { f: 'a, b' }, []],
	])('lists: %s', (_, name, list, values, said) => {
		expect(shown({ id: 1, [name]: list })).toEqual({ values: { id: 1, ...values }, said });
	});
});

describe('answers of Typeform', () => {
	const field = { id: 'a', type: 'x', ref: 'city-ref' };

	it.each<[string, Item, Item]>([
		['a text', { type: 'text', text: 'Pune', field }, { 'city-ref': 'Pune' }],
		['a number', { type: 'number', number: 4, field }, { 'city-ref': 4 }],
		['a no', { type: 'boolean', boolean: false, field }, { 'city-ref': false }],
		['a choice', { type: 'choice', choice: { label: 'Oil' }, field }, { 'city-ref': 'Oil' }],
		[
			'another choice',
			{ type: 'choice', choice: { other: 'Ghee' }, field },
			{ 'city-ref': 'Ghee' },
		],
		[
			'choices',
			{ type: 'choices', choices: { labels: ['Oil', 'Soap'], other: '' }, field },
			{ 'city-ref': 'Oil, Soap' },
		],
		[
			'a payment',
			{ type: 'payment', payment: { amount: '5', last4: '4242' }, field },
			{ 'city-ref.amount': '5', 'city-ref.last4': '4242' },
		],
		[
			'a question that has its title beside it',
			{ type: 'text', text: 'Pune', field: { ...field, title: 'Your city?' } },
			{ 'Your city?': 'Pune' },
		],
		[
			'a question with nothing but an ID',
			{ type: 'text', text: 'Pune', field: { id: 'a', title: '' } },
			{ a: 'Pune' },
		],
	])('%s', (_, answer, values) => {
		expect(shown({ token: 't', answers: [answer] }).values).toStrictEqual(values);
	});

	it('have the titles of the definition, where it has them', () => {
		const answers = ['a', 'b', 'c'].map((id) => ({
			type: 'text',
			text: `of ${id}`,
			field: { id, type: 'x', ref: `ref ${id}` },
		}));
		const fields = [{ id: 'a', title: 'Your city?' }, { id: 'b', title: 5 }, null];
		expect(
			shown({ form_response: { token: 't', definition: { fields }, answers } }).values,
		).toEqual({ 'Your city?': 'of a', 'ref b': 'of b', 'ref c': 'of c' });
		expect(shown({ token: 't', definition: null, answers }).values).toHaveProperty('ref a', 'of a');
	});

	it('come with what the form was opened with', () => {
		const answers = [{ type: 'text', text: 'Pune', field }];
		expect(shown({ hidden: { utm_source: 'insta' }, answers }).values).toEqual({
			utm_source: 'insta',
			'city-ref': 'Pune',
		});
		expect(shown({ hidden: 'insta', answers }).values).toEqual({
			hidden: 'insta',
			'city-ref': 'Pune',
		});
	});
});

describe('answers in an object', () => {
	const control = { name: 'q', type: 'control_textbox' };

	it.each<[string, Item, Item]>([
		[
			'JotForm, with an answer made readable',
			{
				1: { ...control, text: 'Form', type: 'control_head' },
				3: { ...control, text: 'City', answer: 'Pune' },
				4: { ...control, text: 'Joined', answer: { day: '5' }, prettyFormat: '05-01-2026' },
			},
			{ City: 'Pune', Joined: '05-01-2026' },
		],
		[
			'objects of which one has no type',
			{ a: { text: 'City', type: 'x' }, b: { text: 'Age', type: '' } },
			{ 'f.a.text': 'City', 'f.a.type': 'x', 'f.b.text': 'Age', 'f.b.type': '' },
		],
		[
			'objects of which one has no text',
			{ a: { text: 'City', type: 'x' }, b: { type: 'y' } },
			{ 'f.a.text': 'City', 'f.a.type': 'x', 'f.b.type': 'y' },
		],
		[
			'an object beside a text',
			{ a: { text: 'City', type: 'x' }, b: 'y' },
			{ 'f.a.text': 'City', 'f.a.type': 'x', 'f.b': 'y' },
		],
	])('%s', (_, f, values) => {
		expect(shown({ f }).values).toStrictEqual(values);
	});

	it.each<[string, Item, FieldSettings['nestedValues'], Item]>([
		[
			'a title',
			{ type: 'text', title: 'Your city', value: 'Pune' },
			'readable',
			{ 'Your city': 'Pune' },
		],
		[
			'a label',
			{ type: 'text', label: 'Your city', value: 'Pune' },
			'readable',
			{ 'Your city': 'Pune' },
		],
		['an empty title', { type: 'text', title: '', value: 'Pune' }, 'readable', { f: 'Pune' }],
		['no title', { type: 'a', value: 'b' }, 'readable', { 'f.type': 'a', 'f.value': 'b' }],
		[
			'a title that is no text',
			{ type: 'a', title: 5, value: 'b' },
			'readable',
			{ 'f.type': 'a', 'f.title': 5, 'f.value': 'b' },
		],
		[
			'no type',
			{ type: '', title: 'Mr', value: 'b' },
			'readable',
			{ 'f.type': '', 'f.title': 'Mr', 'f.value': 'b' },
		],
		[
			'a title, where every key is wanted',
			{ type: 'text', title: 'Your city', value: 'Pune' },
			'flatten',
			{ 'f.type': 'text', 'f.title': 'Your city', 'f.value': 'Pune' },
		],
	])('a field that came with what the form knows of it: %s', (_, f, nestedValues, values) => {
		expect(shown({ f }, nestedValues).values).toStrictEqual(values);
	});
});
