import { Lane, clientDelays } from './lane';

/** Timers to be fired by hand. */
function timers() {
	const waiting: Array<{ ms: number; then: () => void }> = [];
	return {
		after: (ms: number, then: () => void) => void waiting.push({ ms, then }),
		delays: () => waiting.map(({ ms }) => ms),
		fire: (index: number) => waiting.splice(index, 1)[0]?.then(),
	};
}

test('what is sent comes out when its time is over', () => {
	const { after, delays, fire } = timers();
	const out: string[] = [];
	const lane = new Lane<string>((text) => out.push(text), after);
	lane.send('one', 10);
	expect(out).toEqual([]);
	expect(delays()).toEqual([10]);
	fire(0);
	expect(out).toEqual(['one']);
});

test('nothing overtakes, whichever timer fires first', () => {
	const { after, fire } = timers();
	const out: string[] = [];
	const lane = new Lane<string>((text) => out.push(text), after);
	lane.send('one', 30);
	lane.send('two', 10);
	fire(1);
	fire(0);
	expect(out).toEqual(['one', 'two']);
});

test('without a way it comes out at once', () => {
	const { after, delays } = timers();
	const out: string[] = [];
	new Lane<string>((text) => out.push(text), after).send('one', 0);
	expect(out).toEqual(['one']);
	expect(delays()).toEqual([]);
});

test("the client's first chunk takes a round trip more than half of one", () => {
	const delayOf = clientDelays(20);
	expect([delayOf(true), delayOf(false)]).toEqual([30, 10]);
});
