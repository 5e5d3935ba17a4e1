import type { Together } from '../../../engine/together';
import { startTogether } from '../../../engine/together';
import { chain, growlytics, node } from '../../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => {
	await together.close();
});

const ITEMS = 300;

it('a server that takes 5 requests a second gets 300 customers with default options, none failed', async () => {
	const { engine, growlytics: server } = together;
	server.configure({ rateLimit: 5 });
	const execution = await engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics('Growlytics', {
				customerId: '={{ $json.id }}',
				mappingMode: 'autoMapInputData',
			}),
		]),
		{ input: Array.from({ length: ITEMS }, (_, index) => ({ json: { id: `C${index}` } })) },
	);
	expect(execution.status).toBe('success');
	expect(execution.output('Growlytics')).toHaveLength(ITEMS);
	expect(server.customers()).toHaveLength(ITEMS);
	// Slowing down is learnt, not tried again and again.
	expect(server.requests().length).toBeLessThan(1.5 * ITEMS);
}, 300_000);
