import type { INodeParameters } from 'n8n-workflow';
import type { Together } from '../engine/together';
import { startTogether } from '../engine/together';
import { preview } from './preview';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

const item = {
	id: 'c1',
	'Total Orders': '12',
	'Total, all': '7',
	Joined: '2026-01-31',
	Vip: '1',
	address: { 'zip code': '411' },
};

/** By name, the type and value of each attribute that was chosen to be something. */
async function typesOf(parameters: INodeParameters) {
	const { output, refusal } = await preview(together, [item], {
		...parameters,
		options: {
			detectTypes: 'off',
			...(typeof parameters.options === 'object' && parameters.options),
		},
	});
	return { refusal, request: output[0]?.request, error: output[0]?.error };
}

const sent = (changes: Record<string, [string, unknown]> = {}) => {
	const plain: Record<string, [string, unknown]> = {
		'Total Orders': ['string', '12'],
		'Total, all': ['string', '7'],
		Joined: ['string', '2026-01-31'],
		Vip: ['string', '1'],
		'address.zip code': ['string', '411'],
	};
	return {
		id: 'c1',
		attributes: Object.entries({ ...plain, ...changes }).map(([name, [type, value]]) => ({
			name,
			type,
			value,
		})),
	};
};

describe('the types that the user chose', () => {
	it.each<[string, INodeParameters, Record<string, [string, unknown]>]>([
		['none', {}, {}],
		['none of those that were opened', { attributeTypes: { numberFields: '' } }, {}],
		[
			'of all four lists',
			{
				attributeTypes: {
					numberFields: 'Total Orders',
					dateFields: 'Joined',
					booleanFields: 'Vip',
					textFields: 'Total',
				},
			},
			{
				'Total Orders': ['number', 12],
				Joined: ['date', '2026-01-31 00:00:00'],
				Vip: ['boolean', true],
			},
		],
		[
			'as fields are dragged in',
			{ attributeTypes: { numberFields: "['Total, all'], address['zip code']" } },
			{ 'Total, all': ['number', 7], 'address.zip code': ['number', 411] },
		],
		[
			'of a list that an expression gives',
			{ attributeTypes: { numberFields: '={{ ["Total Orders", "Total, all"] }}' } },
			{ 'Total Orders': ['number', 12], 'Total, all': ['number', 7] },
		],
		[
			'of JSON as text',
			{ options: { attributeTypesJson: '{"Total Orders": "number"}' } },
			{ 'Total Orders': ['number', 12] },
		],
		[
			'of JSON as a value',
			{ options: { attributeTypesJson: '={{ { Vip: "boolean" } }}' } },
			{ Vip: ['boolean', true] },
		],
		[
			'of both, where the list counts',
			{
				attributeTypes: { numberFields: 'Vip' },
				options: { attributeTypesJson: '{"Vip": "boolean", "Total Orders": "number"}' },
			},
			{ Vip: ['number', 1], 'Total Orders': ['number', 12] },
		],
	])('%s', async (_what, parameters, changes) => {
		expect(await typesOf(parameters)).toMatchObject({ request: sent(changes) });
	});

	it.each<[string, INodeParameters, RegExp]>([
		[
			'contradict each other',
			{ attributeTypes: { numberFields: 'Vip', textFields: 'Joined, Vip' } },
			/Attribute Types cannot be used \(.*Vip.* is both Number and Text\)/,
		],
		[
			'come from an expression that fails',
			{ attributeTypes: { numberFields: '={{ $("Nowhere").item.json.a }}' } },
			/Attribute Types cannot be used/,
		],
		[
			'are no types',
			{ options: { attributeTypesJson: '{"Vip": "int"}' } },
			/Attribute Types \(JSON\): a type has to be one of string, number, boolean, date/,
		],
		[
			'are no object',
			{ options: { attributeTypesJson: '["Vip"]' } },
			/Attribute Types \(JSON\): it has to be an object such as/,
		],
		[
			'are no JSON',
			{ options: { attributeTypesJson: '{"Vip": number}' } },
			/Attribute Types \(JSON\): it has to be an object such as/,
		],
		[
			'miss a field by capitals',
			{ attributeTypes: { booleanFields: 'VIP' } },
			/Attribute Types names a field otherwise than it is written \(.*VIP.* is called .*Vip/,
		],
	])('refuse the run where they %s', async (_what, parameters, message) => {
		expect((await typesOf(parameters)).refusal).toMatch(message);
	});

	it('are named where no item has them', async () => {
		const { notice } = await preview(together, [item], {
			attributeTypes: { numberFields: 'Gone' },
		});
		expect(notice).toMatch(
			/No item has (?:"|&quot;)Gone(?:"|&quot;), which Attribute Types names\./,
		);
	});
});
