import { sleep } from 'n8n-workflow';
import type { Together } from '../../../engine/together';
import { startTogether } from '../../../engine/together';
import { CONCURRENCY, stopRound, workflow } from './stopRound';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

/** Stopped early and midway; `cancel.slow.test.ts` stops fifty. */
it.each(Array.from({ length: 10 }, (_, round) => round))(
	'starts no request once it is stopped, round %d',
	async (round) => {
		const { status, startedAfterStop } = await stopRound(together, round);
		expect(status).toBe('canceled');
		expect(startedAfterStop).toBeLessThanOrEqual(CONCURRENCY);
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
