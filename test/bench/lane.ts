/** Does something after so many milliseconds. */
export type After = (ms: number, then: () => void) => void;

/** One direction of a connection: what is put in comes out later, in the same order. */
export class Lane<T> {
	private readonly onTheWay: T[] = [];

	/** @param deliver takes what comes out */
	constructor(
		private readonly deliver: (thing: T) => void,
		private readonly after: After,
	) {}

	/** @param ms how long it is on the way */
	send(thing: T, ms: number): void {
		this.onTheWay.push(thing);
		// Whichever timer is first delivers what was sent first: nothing overtakes.
		if (ms > 0) this.after(ms, () => this.arrive());
		else this.arrive();
	}

	private arrive(): void {
		const thing = this.onTheWay.shift();
		if (thing !== undefined) this.deliver(thing);
	}
}

/**
 * How long each chunk from the client is on the way. The first comes a round trip later: that is TCP's handshake,
 * which loopback has done already.
 */
export function clientDelays(roundTripMs: number): (isFirst: boolean) => number {
	return (isFirst) => (isFirst ? 1.5 : 0.5) * roundTripMs;
}
