/** Where the server is, seen from n8n, and what it can do. */
export interface Place {
	/** For the command line, and to tell it from others. */
	name: string;
	title: string;
	/** Milliseconds that the server takes for a request. */
	workMs: number;
	/** Milliseconds there and back, over TLS. Undefined: loopback without TLS, a connection for nothing. */
	roundTripMs?: number | undefined;
	/** How many requests the server works on at once; any number unless given. The others wait there. */
	capacity?: number | undefined;
	/** How many requests a second the server allows before it answers 429; any number unless given. */
	perSecond?: number | undefined;
}

/** What shows the node's own cost: the server is on the same machine, without TLS. */
export function loopback(latencyMs = 0): Place {
	const title = latencyMs === 0 ? 'no latency' : `${latencyMs} ms latency`;
	return { name: `loopback ${latencyMs}`, title, workMs: latencyMs };
}

/** What users have: a server somewhere else, reached over TLS. */
export const networks = {
	near: { name: 'near', title: 'TLS, 20 ms round trip', workMs: 30, roundTripMs: 20 },
	far: { name: 'far', title: 'TLS, 150 ms round trip', workMs: 30, roundTripMs: 150 },
	limited: {
		name: 'limited',
		title: 'TLS, 20 ms round trip, a server that works on 20 at once for 100 ms each',
		workMs: 100,
		roundTripMs: 20,
		capacity: 20,
	},
	throttled: {
		name: 'throttled',
		title: 'TLS, 20 ms round trip, a server that allows 50 a second',
		workMs: 30,
		roundTripMs: 20,
		perSecond: 50,
	},
} as const satisfies Record<string, Place>;

export type NetworkName = keyof typeof networks;

/** The same connection without any wait, to have code loaded and compiled. */
export function withoutWaits({ roundTripMs }: Place): Place {
	if (roundTripMs === undefined) return loopback();
	return { name: 'tls', title: 'TLS', workMs: 0, roundTripMs: 0 };
}

/** How many requests a second the server could answer at best; undefined where nothing limits it. */
export function mostPerSecond({ capacity, workMs, perSecond }: Place): number | undefined {
	return perSecond ?? (capacity === undefined ? undefined : (capacity * 1000) / workMs);
}
