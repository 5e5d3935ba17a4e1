/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: waits for the turn of promises */
import { Gate } from './gate';

/** Lets promises that are settled go on. */
async function turn(): Promise<void> {
	await new Promise(setImmediate);
}

function visitors(gate: Gate, count: number): number[] {
	const inside: number[] = [];
	for (let visitor = 1; visitor <= count; visitor += 1) {
		void gate.enter().then(() => inside.push(visitor));
	}
	return inside;
}

test('so many are inside, the others wait and take free places in their order', async () => {
	const gate = new Gate(2);
	const inside = visitors(gate, 5);
	await turn();
	expect(inside).toEqual([1, 2]);
	expect(gate.peakWaiting).toBe(3);
	gate.leave();
	await turn();
	expect(inside).toEqual([1, 2, 3]);
	gate.leave();
	gate.leave();
	await turn();
	expect(inside).toEqual([1, 2, 3, 4, 5]);
	expect(gate.peakWaiting).toBe(3);
});

test('a place that nobody waits for is free', async () => {
	const gate = new Gate(1);
	await gate.enter();
	gate.leave();
	await gate.enter();
	expect(gate.peakWaiting).toBe(0);
});

test('without a capacity nobody waits', async () => {
	const gate = new Gate();
	const inside = visitors(gate, 100);
	await turn();
	expect(inside).toHaveLength(100);
	expect(gate.peakWaiting).toBe(0);
});
