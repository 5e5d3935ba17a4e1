/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: needs a server, files and the folder of the fake package */
import { writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { join } from 'node:path';
import { type Engine, createEngine } from './engine';
import { type NodeSettings, chain, connect, editFields, ifTrue, node } from './workflow';

const API_KEY = 'a-very-secret-key';

/** Answers with the key and the customer of the request; 401 to any other key. */
async function startServer(): Promise<{ server: Server; baseUrl: string }> {
	const server = createServer((request, response) => {
		const key = request.headers['x-fake-key'];
		const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
		response.statusCode = key === API_KEY ? 200 : 401;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ key, received: searchParams.get('customerId') }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The server has no port');
	return { server, baseUrl: `http://127.0.0.1:${address.port}` };
}

const credentials = { fakeApi: { id: '1', name: 'Fake account' } };

function fake(customerId: string, settings: NodeSettings = {}) {
	const type = { type: 'n8n-nodes-fake.fake', typeVersion: 1 };
	return node(type, 'Fake', { customerId }, { credentials, ...settings });
}

const trigger = node('manualTrigger', 'Trigger');
const items = (...ids: string[]) => ids.map((id) => ({ json: { id } }));

describe('the engine', () => {
	let engine: Engine;
	let server: Server;
	let baseUrl: string;

	beforeAll(async () => {
		({ server, baseUrl } = await startServer());
		engine = await createEngine({
			packages: [join(__dirname, 'fakePackage')],
			credentials: { fakeApi: { apiKey: API_KEY, baseUrl } },
		});
	});

	afterAll(async () => {
		await engine.close();
		server.close();
	});

	it('runs the trigger, n8n’s own nodes and a community node', async () => {
		const workflow = connect(
			chain([
				trigger,
				editFields('Edit Fields', { customer: '=user-{{ $json.id }}', vip: true }),
				ifTrue('If', '={{ $json.id !== "2" }}'),
				fake('={{ $json.customer }}'),
			]),
			'If',
			node('noOp', 'Others'),
			1,
		);
		const execution = await engine.run(workflow, { input: items('1', '2', '3') });

		expect(execution.status).toBe('success');
		expect(execution.output('Fake')).toEqual([
			{
				json: { customerId: 'user-1', key: API_KEY, received: 'user-1' },
				pairedItem: { item: 0 },
			},
			{
				json: { customerId: 'user-3', key: API_KEY, received: 'user-3' },
				pairedItem: { item: 1 },
			},
		]);
		expect(execution.output('Others').map(({ json }) => json)).toEqual([
			{ id: '2', customer: 'user-2', vip: true },
		]);
		expect(execution.hints('Fake')).toEqual([{ message: '2 customers', location: 'outputPane' }]);
		expect(execution.credentialReads).toBe(3);
	});

	it('starts the trigger itself when it gets no items', async () => {
		const execution = await engine.run(chain([trigger, fake('one')]));
		expect(execution.output('Fake')).toHaveLength(1);
	});

	it('runs in production mode with the items of a trigger', async () => {
		const input = items('1', '2');
		const workflow = chain([trigger, fake('={{ $json.id + $execution.mode }}')]);
		const execution = await engine.run(workflow, { input, mode: 'trigger' });
		expect(execution.output('Fake').map(({ json }) => json.customerId)).toEqual([
			'1production',
			'2production',
		]);
		expect(input).toEqual(items('1', '2'));
	});

	it('reads files from its folder and not from elsewhere', async () => {
		const path = join(engine.filesFolder, 'customers.csv');
		writeFileSync(path, 'id,name\n7,Ada\n8,Grace\n');
		const readFile = (fileSelector: string) =>
			chain([
				trigger,
				node('readWriteFile', 'Read File', { fileSelector }),
				node('extractFromFile', 'Extract', {}),
				fake('={{ $json.name }}'),
			]);

		const execution = await engine.run(readFile(path));
		expect(execution.output('Read File')[0]?.binary?.data?.fileName).toBe('customers.csv');
		expect(execution.output('Fake').map(({ json }) => json.received)).toEqual(['Ada', 'Grace']);

		const refused = await engine.run(readFile(join(__dirname, 'engine.ts')));
		expect(refused.nodeError('Read File')?.message).toContain('not allowed');
	});

	it('sends error items to the error output', async () => {
		const workflow = connect(
			chain([trigger, fake('={{ $json.id }}', { onError: 'continueErrorOutput' })]),
			'Fake',
			node('noOp', 'Failed'),
			1,
		);
		const binary = { data: { mimeType: 'text/plain', data: 'YQ==' } };
		const execution = await engine.run(workflow, {
			input: [...items('1'), { json: { id: 'refuse' }, binary }],
		});
		expect(execution.status).toBe('success');
		expect(execution.output('Fake', 0)).toHaveLength(1);
		expect(execution.output('Fake', 1)).toMatchObject([
			{ json: { id: 'refuse', error: { message: 'Refused' } }, pairedItem: { item: 1 }, binary },
		]);
		expect(execution.output('Failed')).toHaveLength(1);
	});

	it('shows the error of a node and how often it was tried', async () => {
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const execution = await engine.run(chain([trigger, fake('={{ $json.id }}', settings)]), {
			input: items('1', 'throw'),
		});
		expect(execution.status).toBe('error');
		expect(execution.timesRun('Fake')).toBe(2);
		expect(execution.error?.message).toBe('Thrown');
		expect(execution.nodeError('Fake')).toMatchObject({
			message: 'Thrown',
			description: 'On purpose',
			httpCode: '422',
			itemIndex: 1,
		});
	});

	it('cancels an execution through the node’s cancel signal', async () => {
		const execution = await engine.run(chain([trigger, fake('hang'), node('noOp', 'After')]), {
			signal: AbortSignal.timeout(50),
		});
		expect(execution.status).toBe('canceled');
		expect(execution.timesRun('After')).toBe(0);
	});

	it('refuses a workflow that n8n refuses', async () => {
		await expect(engine.run(chain([trigger, fake('')]))).rejects.toThrow('issues');
	});

	it('reports an unusable credential as the error of the node', async () => {
		const execution = await engine.run(chain([trigger, fake('1')]), { credentials: {} });
		expect(execution.nodeError('Fake')?.message).toContain('does not exist');
	});

	it('authenticates n8n’s HTTP Request node with the credential', async () => {
		const execution = await engine.run(
			chain([
				trigger,
				node(
					'httpRequest',
					'HTTP Request',
					{
						url: `=${baseUrl}?customerId={{ $json.id }}`,
						authentication: 'predefinedCredentialType',
						nodeCredentialType: 'fakeApi',
					},
					{ credentials },
				),
			]),
			{ input: items('1') },
		);
		expect(execution.output('HTTP Request')[0]?.json).toEqual({ key: API_KEY, received: '1' });
	});

	it('splits in batches and merges', async () => {
		const loop = node('splitInBatches', 'Loop', { batchSize: 2 });
		const merge = node('merge', 'Merge', {});
		const looped = connect(chain([trigger, loop, merge]), 'Loop', fake('={{ $json.id }}'), 1);
		const workflow = connect(connect(looped, 'Fake', 'Loop'), 'Trigger', 'Merge', 0, 1);
		const execution = await engine.run(workflow, { input: items('1', '2', '3') });
		expect(execution.timesRun('Fake')).toBe(2);
		expect(execution.output('Fake')).toHaveLength(3);
		expect(execution.output('Merge')).toHaveLength(6);
	});

	it('uses the time zone of the workflow', async () => {
		const workflow = chain([trigger, editFields('Zone', { zone: '={{ $now.zoneName }}' })], {
			timezone: 'Asia/Kolkata',
		});
		const execution = await engine.run(workflow);
		expect(execution.output('Zone')[0]?.json.zone).toBe('Asia/Kolkata');
	});

	it.each([
		{ apiKey: API_KEY, status: 'OK' },
		{ apiKey: 'another-key', status: 'Error' },
	])('tests a credential: $status', async ({ apiKey, status }) => {
		const result = await engine.testCredential('fakeApi', { apiKey, baseUrl });
		expect(result.status).toBe(status);
	});

	it('keeps what n8n logs', () => {
		const logs = engine.logs().join('\n');
		expect(logs).toContain('debug Running node "Fake" started');
		expect(logs).not.toContain(API_KEY);
	});
});
