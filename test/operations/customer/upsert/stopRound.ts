import { sleep } from 'n8n-workflow';
import type { Together } from '../../../engine/together';
import { chain, growlytics, node } from '../../../engine/workflow';
import { draw } from '../../../growlytics/draw';
import type { Fault } from '../../../growlytics/faultSchema';

const FAULTS: Fault[] = [
	{ kind: 'latency', minMs: 5, maxMs: 40 },
	{ kind: 'status', status: 429, retryAfter: 1, share: 0.01 },
	{ kind: 'status', status: 503, share: 0.1 },
	{ kind: 'hang', share: 0.02 },
];

export const CONCURRENCY = 5;
const LATEST_STOP_MS = 400;

export const workflow = (onError: 'continueErrorOutput' | 'stopWorkflow') =>
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

/**
 * Stops a run of 1000 items at a moment drawn from the round's number: every fifth round before it sent anything or
 * soon after, the others midway.
 *
 * @returns how the execution ended, and how many requests the server got after the stop
 */
export async function stopRound({ engine, growlytics: server }: Together, round: number) {
	const isEarly = round % 5 === 0;
	server.reset();
	server.configure({ seed: round, faults: FAULTS });
	// Requests that the round before had on their way may still arrive: this round's are told by their ids.
	const arrived = () =>
		server.requests().filter(({ customerId }) => customerId?.startsWith(`R${round}-`)).length;
	const input = Array.from({ length: 1000 }, (_, index) => ({
		json: { id: `R${round}-${index % 300}`, index },
	}));

	const stop = new AbortController();
	const running = engine.run(workflow('continueErrorOutput'), { input, signal: stop.signal });
	while (!isEarly && arrived() === 0) await sleep(1);
	await sleep(draw(round, 1, 1, 1) * LATEST_STOP_MS);
	const before = arrived();
	stop.abort();
	const { status } = await running;
	await sleep(20);
	return { status, startedAfterStop: arrived() - before };
}
