/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: finds the packages' folders */
import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { join } from 'node:path';
import { type Engine, createEngine } from '../engine/engine';
import { Packages } from '../engine/packages';
import { API_KEY } from '../engine/together';
import { type NodeSettings, chain, node } from '../engine/workflow';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';

const PACKAGES = [join(__dirname, '..', '..'), join(__dirname, 'notePackage')];

/** An operation that one file adds goes the whole way: test/run/notePackage/addNote.js. */
let growlytics: LocalGrowlytics;
let engine: Engine;
beforeAll(async () => {
	growlytics = await startGrowlytics({ apiKey: API_KEY });
	engine = await createEngine({
		packages: PACKAGES,
		credentials: { growlyticsApi: { apiKey: API_KEY, baseUrl: growlytics.url, timezone: '' } },
	});
});
afterAll(async () => {
	await Promise.all([engine.close(), growlytics.close()]);
});
beforeEach(() => {
	growlytics.configure({ faults: [] });
	growlytics.reset();
});

interface Setup {
	notes: ReadonlyArray<{ book: string; text?: string }>;
	options?: INodeParameters;
	onError?: NodeSettings['onError'];
	text?: string;
	operation?: 'add' | 'preview';
}

async function add({
	notes,
	options = {},
	onError = 'continueRegularOutput',
	text = '={{ $json.text }}',
	operation = 'add',
}: Setup) {
	const notesNode = node(
		{ type: 'n8n-nodes-notes.notes', typeVersion: 1 },
		'Notes',
		{ resource: 'note', operation, book: '={{ $json.book }}', text, options },
		{ onError, credentials: { growlyticsApi: { id: '1', name: 'Growlytics account' } } },
	);
	const execution = await engine.run(chain([node('manualTrigger', 'Trigger'), notesNode]), {
		input: notes.map((json) => ({ json: { ...json } })),
	});
	return {
		execution,
		output: execution.output('Notes').map(({ json }) => json),
		notice: execution.hints('Notes')[0]?.message,
	};
}

const texts = () =>
	growlytics.requests().map(({ body }) => /"value":"([^"]*)"/.exec(body)?.[1] ?? body);

it('is sent as the operation says', async () => {
	const { output, notice } = await add({ notes: [{ book: 'red', text: 'Hello' }] });
	expect(output).toEqual([{ success: true, book: 'red', characters: 5 }]);
	expect(notice).toBeUndefined();
	expect(growlytics.requests()).toMatchObject([
		{
			method: 'POST',
			path: '/rest-api/customer',
			body: '{"id":"red","attributes":[{"name":"Note","type":"string","value":"Hello"}]}',
		},
	]);
});

it('fails by item, in its own words', async () => {
	growlytics.configure({ faults: [{ kind: 'status', status: 422, customers: ['blue'] }] });
	const { output, notice } = await add({
		notes: [
			{ book: 'red', text: 'Hello' },
			{ book: 'red', text: '' },
			{ book: 'blue', text: 'Hello' },
		],
	});
	expect(output).toEqual([
		{ success: true, book: 'red', characters: 5 },
		{
			success: false,
			book: 'red',
			error: expect.objectContaining({
				message: 'Note "red" was not sent: the note is empty.',
				description: 'Write something.',
				reason: 'invalid',
				book: 'red',
			}),
		},
		{
			success: false,
			book: 'blue',
			error: expect.objectContaining({
				message: expect.stringContaining(
					'Note "blue" was not written down: Growlytics refused it (HTTP 422).',
				),
				reason: 'refused',
				book: 'blue',
			}),
		},
	]);
	expect(notice).toBe('3 items: 1 added, 1 not valid, 1 refused.');
	expect(JSON.stringify({ output, notice })).not.toMatch(/customer/i);
});

it('fails an item alone whose expression cannot be evaluated', async () => {
	const { output } = await add({
		notes: [{ book: 'red' }, { book: 'blue', text: 'Hello' }],
		text: '={{ $json.text ?? $("Nowhere").first().json.text }}',
	});
	expect(output).toMatchObject([
		{
			error: {
				message: expect.stringContaining(
					'This item was not sent: an expression could not be evaluated (',
				),
				reason: 'invalid',
			},
		},
		{ success: true, book: 'blue' },
	]);
	expect(texts()).toEqual(['Hello']);
});

it('shows its parameters for itself only', async () => {
	const parameters = { resource: 'note', operation: 'add', book: '', text: 'Hello' };
	const packages = await Packages.load(PACKAGES);
	const { properties } = packages.getByNameAndVersion('n8n-nodes-notes.notes').description;
	const shown = (values: INodeParameters) =>
		properties
			.filter((one) => NodeHelpers.displayParameter(values, one, null, null))
			.map(({ name }) => name);
	const others = shown({ resource: 'customer', operation: 'upsert', mappingMode: 'defineBelow' });
	expect(shown(parameters)).toEqual(['resource', 'operation', 'book', 'text', 'options']);
	expect(others).toEqual(expect.arrayContaining(['customerId', 'options']));
	expect(others.filter((name) => name === 'options')).toHaveLength(1);
	expect(others).not.toContain('book');
});

it('is sent again where nothing can have been stored, and only there', async () => {
	growlytics.configure({
		faults: [
			{ kind: 'status', status: 429, retryAfter: 0, customers: ['red'], attempts: 1 },
			{ kind: 'status', status: 503, customers: ['blue'] },
		],
	});
	const { output, notice } = await add({
		notes: [
			{ book: 'red', text: 'a' },
			{ book: 'blue', text: 'b' },
		],
	});
	expect(texts().sort()).toEqual(['a', 'a', 'b']);
	expect(output).toMatchObject([
		{ success: true },
		{
			error: {
				message: expect.stringContaining('Note "blue" may not have been written down'),
				description: "The cause is on Growlytics' side. Try again in a few minutes.",
			},
		},
	]);
	expect(notice).toBe('2 items: 1 added, 1 got no good answer (may be written down); 1 retried.');
});

it('keeps the order of its key, retries included', async () => {
	growlytics.configure({
		faults: [
			{ kind: 'latency', minMs: 60, maxMs: 60, requests: [1] },
			{ kind: 'status', status: 429, retryAfter: 0, customers: ['red'], attempts: 1 },
		],
	});
	const words = ['one', 'two', 'three', 'four'];
	await add({
		notes: words.flatMap((text) => [
			{ book: 'red', text },
			{ book: text, text: 'aside' },
		]),
	});
	const ofRed = growlytics.requests().filter((request) => request.customerId === 'red');
	const taken = ofRed.filter(({ stored }) => stored).map(({ body }) => body);
	expect(taken.map((body) => words.find((word) => body.includes(word)))).toEqual(words);
});

it('stops at the first failure, and does not say that repeating is safe', async () => {
	growlytics.configure({ faults: [{ kind: 'status', status: 422, customers: ['blue'] }] });
	const { execution } = await add({
		notes: [
			{ book: 'red', text: 'a' },
			{ book: 'blue', text: 'b' },
			{ book: 'green', text: 'c' },
		],
		options: { concurrency: 1 },
		onError: 'stopWorkflow',
	});
	expect(execution.error).toMatchObject({
		name: 'NodeApiError',
		itemIndex: 1,
		message: expect.stringContaining('Note "blue" was not written down'),
		description: expect.stringContaining('3 items: 1 added, 1 refused, 1 not sent.'),
	});
	expect(execution.error?.description).not.toContain('safe');
	expect(texts()).toEqual(['a', 'b']);
});

it('sends nothing if one does not pass the checks, where the run stops', async () => {
	const { execution } = await add({
		notes: [
			{ book: 'red', text: 'a' },
			{ book: 'blue', text: '' },
		],
		onError: 'stopWorkflow',
	});
	expect(execution.error?.message).toBe('Note "blue" was not sent: the note is empty.');
	expect(growlytics.requests()).toEqual([]);
});

it('warns in the item and above the output', async () => {
	const { output, notice } = await add({ notes: [{ book: 'red', text: 'x'.repeat(20) }] });
	const message = 'Long notes are seldom read.';
	expect(output).toMatchObject([{ success: true, warnings: [{ attribute: 'Note', message }] }]);
	expect(notice).toBe(`"Note" (1 item): ${message}`);
});

it('sends nothing in a preview', async () => {
	const { output, notice } = await add({
		notes: [{ book: 'red', text: 'a' }],
		operation: 'preview',
	});
	expect(output).toEqual([
		{
			book: 'red',
			request: { id: 'red', attributes: [{ name: 'Note', type: 'string', value: 'a' }] },
		},
	]);
	expect(notice).toBe('Preview: nothing was sent.');
	expect(growlytics.requests()).toEqual([]);
});
