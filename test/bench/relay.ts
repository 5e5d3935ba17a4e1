/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: a relay between sockets, with timers */
import { type Socket, connect, createServer } from 'node:net';
import { type After, Lane, clientDelays } from './lane';
import { listen } from './listen';

const LOOPBACK = '127.0.0.1';
const END = Symbol('end');

const after: After = (ms, then) => {
	setTimeout(then, ms);
};

export interface Relay {
	port: number;
	/** For connections that are opened from now on. */
	setRoundTrip(ms: number): void;
	close(): void;
}

function passOn(from: Socket, to: Socket, delayOf: (isFirst: boolean) => number): void {
	const lane = new Lane<Buffer | typeof END>((thing) => {
		if (to.destroyed) return;
		if (thing === END) to.end();
		else to.write(thing);
	}, after);
	let isFirst = true;
	from.on('data', (chunk: Buffer) => {
		lane.send(chunk, delayOf(isFirst));
		isFirst = false;
	});
	from.on('end', () => lane.send(END, delayOf(isFirst)));
	from.on('error', () => to.destroy());
}

/**
 * Starts a relay that makes the way to a port of this machine as long as a network: every chunk is on it for half a
 * round trip. (The kernel could do that, where it has been built with netem.)
 */
export async function startRelay(targetPort: number): Promise<Relay> {
	let roundTripMs = 0;
	const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
		const ms = roundTripMs;
		const target = connect({
			host: LOOPBACK,
			port: targetPort,
			allowHalfOpen: true,
			noDelay: true,
		});
		passOn(client, target, clientDelays(ms));
		passOn(target, client, () => ms / 2);
	});
	const port = await listen(server);
	return {
		port,
		setRoundTrip: (ms) => {
			roundTripMs = ms;
		},
		close: () => void server.close(),
	};
}
