/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: waits */
import { setTimeout as wait } from 'node:timers/promises';
import { chain, growlytics, node } from '../../engine/workflow';
import type { Fault } from '../../growlytics/faultSchema';
import { finishedExecution, stopExecution } from '../executions';
import { type Scene, openScene } from '../scene';
import { runWorkflow } from '../workflows';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());
beforeEach(() => scene.growlytics.reset());

const CONCURRENCY = 5;
const CUSTOMERS = Array.from({ length: 40 }, (_, index) => ({ json: { id: `C${index}`, index } }));

/** Far less than what the node would wait for without being stopped: 30 s for an answer, 20 s until the next try. */
const LIMIT_MS = 3000;

test.each<[string, Fault]>([
	['waits for answers', { kind: 'hang' }],
	['was asked to pause', { kind: 'status', status: 429, retryAfter: 20 }],
])('an execution that %s ends as soon as it is stopped', async (_what, fault) => {
	const { growlytics: server, n8n } = scene;
	server.configure({ faults: [fault] });
	const workflow = await scene.save({
		...chain([
			node('manualTrigger', 'Start'),
			node('noOp', 'Customers'),
			growlytics('Growlytics', {
				customerId: '={{ $json.id }}',
				mappingMode: 'autoMapInputData',
				options: { concurrency: CONCURRENCY },
			}),
		]),
		pinData: { Customers: CUSTOMERS },
	});
	const id = await runWorkflow(n8n.rest, workflow, 'Start');
	while (server.requests().length === 0) await wait(20);

	const stoppedAt = performance.now();
	await stopExecution(n8n.rest, id);
	const { status } = await finishedExecution(n8n.rest, id);
	expect(status).toBe('canceled');
	expect(performance.now() - stoppedAt).toBeLessThan(LIMIT_MS);

	const sent = server.requests().length;
	server.configure({ faults: [] });
	await wait(LIMIT_MS);
	expect(server.requests()).toHaveLength(sent);
	expect(sent).toBeLessThanOrEqual(CONCURRENCY);
	expect(server.customers()).toEqual([]);
});
