/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: reads what n8n has written */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { chain, growlytics, node } from '../../engine/workflow';
import type { Fault } from '../../growlytics/faultSchema';
import type { GrowlyticsSettingsInput } from '../../growlytics/settings';
import {
	createGrowlyticsCredential,
	credentialFor,
	testGrowlyticsCredential,
} from '../credentials';
import { finishedExecution } from '../executions';
import { API_KEY, filesBelow, filesWithSecret, findSecret } from '../keySearch';
import { type Scene, openScene } from '../scene';
import { activateWorkflow, createWorkflow, readWorkflow, runWorkflow } from '../workflows';

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

const REPORT = { resource: 'connectorMessage', operation: 'report', messageToken: 'm-1' };

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
			expect(findSecret(execution.text)).toEqual([]);
		});

		/** Its address holds the key. */
		test.each(ANSWERS)(
			'%s leaves no key in the execution of a report of an open',
			async (_answer, settings) => {
				scene.growlytics.configure(settings);
				const execution = await scene.run(
					chain([
						node('manualTrigger', 'Start'),
						growlytics('Growlytics', { ...REPORT, options: { maxRetries: 0 } }, { onError }),
					]),
				);
				expect(scene.growlytics.requests().at(-1)?.path).toContain(
					`/custom-connector/production/${encodeURIComponent(API_KEY)}`,
				);
				expect(findSecret(execution.text)).toEqual([]);
			},
		);
	},
);

test('a report to an address that is not there leaves no key', async () => {
	const { growlytics: server, n8n } = scene;
	const addresses = [
		'http://127.0.0.1:1',
		'https://growlytics.invalid',
		server.url.replace('http:', 'https:'),
	];
	for (const connectorUrl of addresses) {
		const data = { ...credentialFor(server), connectorUrl };
		const credential = await createGrowlyticsCredential(n8n.rest, data, connectorUrl);
		const start = node('manualTrigger', 'Start');
		const report = growlytics('Growlytics', { ...REPORT, options: { maxRetries: 0 } });
		const workflow = chain([start, { ...report, credentials: { growlyticsApi: credential } }]);
		const stored = await createWorkflow(n8n.rest, workflow);
		const id = await runWorkflow(n8n.rest, stored, 'Start');
		const execution = await finishedExecution(n8n.rest, id);
		expect(execution.error).toContain('was not recorded: the server');
		expect(findSecret(execution.text)).toEqual([]);
	}
});

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
	expect(findSecret(JSON.stringify(results))).toEqual([]);
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
	expect(findSecret(JSON.stringify(answers))).toEqual([]);
});

/** After all runs above. */
test('neither the log at its most talkative nor any file that n8n wrote holds the key', () => {
	const { n8n } = scene;
	const log = readFileSync(n8n.logFile, 'utf8');
	expect(log).toContain('debug');
	expect(findSecret(log)).toEqual([]);
	expect(filesBelow(n8n.n8nFolder)).toContain('database.sqlite');
	expect(filesWithSecret(n8n.n8nFolder)).toEqual([]);
});

/** Were the key in what a run leaves, the tests above would see it: another secret, which a user gives away, is seen. */
test('a secret in a workflow is found in every place that was searched', async () => {
	const { n8n } = scene;
	const secret = 'given/away8K2mQ9xW4vL7"nR3==';
	const webhook = node({ type: 'n8n-nodes-base.webhook', typeVersion: 2 }, 'Webhook', {
		path: 'secret',
		options: {},
	});
	const trigger = node('manualTrigger', 'Start');
	const given = { ...chain([trigger, node('noOp', 'Next')]), name: `Says ${secret}` };
	const execution = await scene.run({ ...given, pinData: { Next: [{ json: { secret } }] } });
	expect(findSecret(execution.text, secret)).not.toEqual([]);

	const workflow = await scene.save({
		...chain([{ ...webhook, webhookId: 'secret' }]),
		name: `Says ${secret}`,
	});
	const exported = await readWorkflow(n8n.rest, workflow.id);
	expect(findSecret(JSON.stringify(exported), secret)).not.toEqual([]);

	await activateWorkflow(n8n.rest, workflow);
	expect(findSecret(readFileSync(n8n.logFile, 'utf8'), secret)).not.toEqual([]);
	expect(filesWithSecret(n8n.n8nFolder, secret).join()).toContain('database.sqlite');
});
