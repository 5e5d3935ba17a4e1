import type { IBinaryKeyData } from 'n8n-workflow';

import { customerSubject } from '../../nodes/Growlytics/operations/customer/customerSubject';
import type { ItemOutcome } from '../../nodes/Growlytics/result/itemOutcome';
import { isFailed } from '../../nodes/Growlytics/result/itemOutcome';
import { toOutputItem as toItem } from '../../nodes/Growlytics/result/outputItem';
import type { Remark } from '../../nodes/Growlytics/result/remark';
import { failedItem } from './failedItem';
import { invalid, noAnswer, refused, unauthorized } from './failures';

const toOutputItem = (
	outcome: ItemOutcome,
	binary: IBinaryKeyData | undefined,
	hasErrorOutput = true,
) => toItem(outcome, customerSubject, { binary, hasErrorOutput });
const customer = {
	id: '7',
	attributes: [
		{ name: 'email', type: 'string', value: 'asha@example.com' },
		{ name: 'Total Orders', type: 'number', value: 3 },
	],
};
const sent = { id: '7', output: { attributesSent: 2 } };
const binary = { photo: { mimeType: 'image/png', data: 'AAAA' } };
const warnings = [
	{ attribute: 'City', message: 'Left out: odd.' },
	{ attribute: '', message: 'Nothing.' },
];

it('is a success', () => {
	const outcome = { ...sent, answer: { success: true }, warnings: [] };
	expect(toOutputItem({ itemIndex: 2, ...outcome }, undefined)).toStrictEqual({
		json: { success: true, customerId: '7', attributesSent: 2 },
		pairedItem: { item: 2 },
	});
});

it('is a success with warnings, copied', () => {
	const outcome = { ...sent, answer: { success: true }, warnings };
	const { json } = toOutputItem({ itemIndex: 0, ...outcome }, undefined);
	expect(json).toStrictEqual({
		success: true,
		customerId: '7',
		attributesSent: 2,
		warnings: [
			{ attribute: 'City', message: 'Left out: odd.' },
			{ attribute: '', message: 'Nothing.' },
		],
	});
	expect(json.warnings).not.toBe(warnings);
});

it.each([
	[{ success: true, profileId: 9 }],
	[{ success: true, error: 'none' }],
	[{ success: true, customerId: 'other', attributesSent: 0, pairedItem: 3 }],
])('keeps an answer that says more apart: %j', (stored) => {
	const outcome = { ...sent, answer: stored, warnings: [] };
	expect(toOutputItem({ itemIndex: 0, ...outcome }, undefined).json).toStrictEqual({
		success: true,
		customerId: '7',
		attributesSent: 2,
		response: stored,
	});
});

it('keeps no files where nothing failed', () => {
	const outcome = { ...sent, answer: { success: true }, warnings: [] };
	expect(toOutputItem({ itemIndex: 0, ...outcome }, binary)).not.toHaveProperty('binary');
});

it.each([
	[[], {}],
	[
		warnings,
		{
			warnings: [
				{ attribute: 'City', message: 'Left out: odd.' },
				{ attribute: '', message: 'Nothing.' },
			],
		},
	],
])('is a preview with the warnings %j', (given, added) => {
	expect(
		toOutputItem({ itemIndex: 1, id: '7', checked: customer, warnings: given }, undefined),
	).toStrictEqual({
		json: {
			customerId: '7',
			request: {
				id: '7',
				attributes: [
					{ name: 'email', type: 'string', value: 'asha@example.com' },
					{ name: 'Total Orders', type: 'number', value: 3 },
				],
			},
			...added,
		},
		pairedItem: { item: 1 },
	});
});

describe('a failure', () => {
	it('has no key beside error, and keeps the files', () => {
		const failure = refused(422, [{ attribute: 'City', message: '"City" is odd' }]);
		expect(toOutputItem({ ...failedItem(failure), itemIndex: 1 }, binary)).toStrictEqual({
			json: {
				error: {
					message: 'Customer "7" was not stored: Growlytics refused it (HTTP 422). "City" is odd.',
					description:
						'Correct what is named here and run again. If a value looks right, compare its type with the one that the attribute has in Growlytics.',
					reason: 'refused',
					httpCode: '422',
					customerId: '7',
					details: [{ attribute: 'City', message: '"City" is odd' }],
				},
			},
			pairedItem: { item: 1 },
			binary,
		});
	});

	it('names no status and no customer where there is none', () => {
		const failure = invalid([
			{ attribute: 'id', isAboutId: true, message: 'Customer ID is empty', fix: 'Set it.' },
		]);
		expect(toOutputItem({ ...failedItem(failure), id: undefined }, undefined)).toStrictEqual({
			json: {
				error: {
					message: 'This item was not sent: Customer ID is empty.',
					description: 'Set it.',
					reason: 'invalid',
				},
			},
			pairedItem: { item: 0 },
		});
	});

	it.each([
		[unauthorized(403, ''), { reason: 'unauthorized', httpCode: '403' }],
		[noAnswer('broken', 'ECONNRESET', 'growlytics.in', 1), { reason: 'unreachable' }],
	])('says why: %j', (failure, expected) => {
		const { json } = toOutputItem(failedItem(failure), undefined);
		expect(json).toStrictEqual({
			error: {
				...expected,
				customerId: '7',
				message: expect.any(String),
				description: expect.any(String),
			},
		});
	});
});

describe('a failure where there is one output', () => {
	it('has the keys of a success, so that the table has no holes', () => {
		const { json } = toOutputItem(failedItem(unauthorized(401, '')), undefined, false);
		expect(json).toStrictEqual({
			success: false,
			customerId: '7',
			error: expect.objectContaining({ reason: 'unauthorized', customerId: '7' }),
		});
	});

	it('has no ID where the item has none', () => {
		const failed = { ...failedItem(unauthorized(401, '')), id: undefined };
		const { json } = toOutputItem(failed, undefined, false);
		expect(json).toStrictEqual({ success: false, error: expect.any(Object) });
	});
});

describe('details', () => {
	const odd = (attribute: string) => ({ attribute, message: 'is odd' });
	const detailsOf = (details: Remark[]) =>
		toOutputItem(failedItem(refused(422, details)), undefined).json.error;

	it.each<[string, Remark[]]>([
		['none', []],
		['one about the whole', [odd('')]],
		['five about the whole', Array.from({ length: 5 }, () => odd(''))],
		['one about the ID', [{ ...odd('id'), isAboutId: true }]],
	])('are left out where the message says it all: %s', (_case, details) => {
		expect(detailsOf(details)).not.toHaveProperty('details');
	});

	it.each<[string, Remark[]]>([
		['an attribute', [odd('City')]],
		['an attribute that is called id', [odd('id')]],
		['an attribute among others', [odd(''), odd('City')]],
		['more than the message has room for', Array.from({ length: 6 }, () => odd(''))],
	])('are there where they say more: %s', (_case, details) => {
		expect(detailsOf(details)).toMatchObject({ details });
	});
});

it('tells failures from the rest', () => {
	expect(isFailed(failedItem(unauthorized(401, '')))).toBe(true);
	expect(isFailed({ itemIndex: 0, ...sent, answer: { success: true }, warnings: [] })).toBe(false);
	expect(isFailed({ itemIndex: 0, id: '7', checked: customer, warnings: [] })).toBe(false);
});
