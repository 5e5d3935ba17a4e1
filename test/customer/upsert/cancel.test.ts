import { sleep } from 'n8n-workflow';
import type { Together } from '../../engine/together';
import { startTogether } from '../../engine/together';
import { chain, growlytics, node } from '../../engine/workflow';
import { draw } from '../../growlytics/draw';
import type { Fault } from '../../growlytics/faultSchema';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

const FAULTS: Fault[] = [
	{ kind: 'latency', minMs: 5, maxMs: 40 },
	{ kind: 'status', status: 429, retryAfter: 1, share: 0.01 },
	{ kind: 'status', status: 503, share: 0.1 },
	{ kind: 'hang', share: 0.02 },
];

const CONCURRENCY = 5;
const LATEST_STOP_MS = 400;

const workflow = (onError: 'continueErrorOutput' | 'stopWorkflow') =>
	chain([
		node('manualTrigger', 'Trigger'),
		growlytics(
			'Growlytics',
			{
				customerId: '={{ $json.id }}',
				mappingMode: 'autoMapInputData',
				options: { concurrency: CONCURRENCY },
			},
			{ onError },
		),
	]);

/** Every fifth round is stopped before it sent anything, or soon after. */
const ROUNDS = Array.from({ length: 50 }, (_, round) => ({ round, isEarly: round % 5 === 0 }));

it.each(ROUNDS)(
	'starts no request once it is stopped, round $round',
	async ({ round, isEarly }) => {
		const { engine, growlytics: server } = together;
		server.reset();
		server.configure({ seed: round, faults: FAULTS });
		// Requests that the round before had on their way may still arrive: this round's are told by their ids.
		const arrived = () =>
			server.requests().filter(({ customerId }) => customerId?.startsWith(`R${round}-`)).length;
		const input = Array.from({ length: 1000 }, (_, index) => ({
			json: { id: `R${round}-${index % 300}`, index },
		}));

		const stop = new AbortController();
		const running = engine.run(workflow('continueErrorOutput'), {
			input,
			signal: stop.signal,
		});
		while (!isEarly && arrived() === 0) await sleep(1);
		await sleep(draw(round, 1, 1, 1) * LATEST_STOP_MS);
		const before = arrived();
		stop.abort();
		const execution = await running;
		expect(execution.status).toBe('canceled');
		await sleep(20);
		expect(arrived() - before).toBeLessThanOrEqual(CONCURRENCY);
	},
);

it('is called stopped, not failed, though a customer had been refused', async () => {
	const { engine, growlytics: server } = together;
	server.reset();
	server.configure({
		faults: [{ kind: 'status', status: 422, customers: ['1'] }, { kind: 'hang' }],
	});
	const stop = new AbortController();
	const input = ['1', '2', '3', '4', '5'].map((id) => ({ json: { id } }));
	const running = engine.run(workflow('stopWorkflow'), { input, signal: stop.signal });
	while (server.requests().length < input.length) await sleep(1);
	await sleep(200);
	stop.abort();
	const execution = await running;
	expect(execution.status).toBe('canceled');
	expect(execution.nodeError('Growlytics')).toBeUndefined();
});

it('leaves nothing behind that would go on', async () => {
	const { growlytics: server } = together;
	const before = server.requests().length;
	await sleep(1500);
	expect(server.requests().length - before).toBeLessThanOrEqual(CONCURRENCY);
});
