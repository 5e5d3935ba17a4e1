/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads what n8n has written */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { chain, growlytics, node } from '../engine/workflow';
import type { Fault } from '../growlytics/faultSchema';
import type { GrowlyticsSettingsInput } from '../growlytics/settings';
import { testGrowlyticsCredential } from './credentials';
import { type Scene, openScene } from './scene';
import { readWorkflow } from './workflows';

/** With characters that each way of writing it down changes. */
const API_KEY = 'live/7f3a9c+5e21"b8d4==';

/** The key as it is, and as JSON, an address, and Basic or any other base64 would show it. */
const SPELLINGS = [
	API_KEY,
	JSON.stringify(API_KEY).slice(1, -1),
	encodeURIComponent(API_KEY),
	Buffer.from(API_KEY).toString('base64').replace(/=+$/, ''),
];

/** Everything that can go wrong between n8n and Growlytics, and nothing going wrong. */
const ANSWERS: Array<[string, GrowlyticsSettingsInput]> = [
	['a stored customer', { faults: [] }],
	['a refused key', { apiKey: 'another-key' }],
	['a refused customer', fault({ kind: 'status', status: 422, body: `{"message":${quoted()}}` })],
	['a failing server', fault({ kind: 'status', status: 500, body: `key ${API_KEY}` })],
	['a redirect', fault({ kind: 'redirect', location: '/elsewhere' })],
	['a cut connection', fault({ kind: 'resetBefore' })],
	['half an answer', fault({ kind: 'halfBody' })],
];

function quoted(): string {
	return JSON.stringify(`the key ${API_KEY} may not do this`);
}

function fault(one: Fault): GrowlyticsSettingsInput {
	return { faults: [one] };
}

let scene: Scene;
beforeAll(async () => {
	scene = await openScene({ apiKey: API_KEY });
});
afterAll(async () => await scene?.close());
beforeEach(() => scene.growlytics.configure({ apiKey: API_KEY, faults: [] }));

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
}

function expectNoKeyIn(text: string) {
	for (const spelling of SPELLINGS) {
		const at = text.indexOf(spelling);
		expect(at < 0 ? '' : text.slice(Math.max(0, at - 200), at + 200)).toBe('');
	}
}

describe.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'On Error %s',
	(onError) => {
		test.each(ANSWERS)('%s leaves no key in the execution', async (_answer, settings) => {
			scene.growlytics.configure(settings);
			const options = { maxRetries: 0 };
			const execution = await scene.run(
				chain([
					node('manualTrigger', 'Start'),
					growlytics('Growlytics', { customerId: 'asha@example.com', options }, { onError }),
				]),
			);
			expectNoKeyIn(execution.text);
		});
	},
);

test('a credential test shows no key', async () => {
	const { growlytics: server, n8n, credential } = scene;
	const data = { apiKey: API_KEY, baseUrl: server.url };
	server.configure({ apiKey: 'another-key' });
	const results = [
		await testGrowlyticsCredential(n8n.rest, credential, data),
		await testGrowlyticsCredential(n8n.rest, credential, {
			...data,
			baseUrl: 'https://growlytics.invalid',
		}),
	];
	expect(results.map(({ status }) => status)).toEqual(['Error', 'Error']);
	expectNoKeyIn(JSON.stringify(results));
});

test('an exported workflow and a read credential hold no key', async () => {
	const { credential, n8n } = scene;
	const workflow = await scene.save(
		chain([node('manualTrigger', 'Start'), growlytics('Growlytics', { customerId: '7' })]),
	);
	const answers = [
		await readWorkflow(n8n.rest, workflow.id),
		await n8n.rest.call('GET', `/credentials/${credential.id}?includeData=true`, z.unknown()),
	];
	expectNoKeyIn(JSON.stringify(answers));
});

/** After all runs above. */
test('neither the log at its most talkative nor any file that n8n wrote holds the key', () => {
	const { n8n } = scene;
	const log = readFileSync(n8n.logFile, 'utf8');
	expect(log).toContain('| debug |');
	expectNoKeyIn(log);
	const files = filesBelow(n8n.n8nFolder);
	expect(files.map((file) => file.slice(n8n.n8nFolder.length + 1))).toContain('database.sqlite');
	for (const file of files) expectNoKeyIn(readFileSync(file, 'latin1'));
});
