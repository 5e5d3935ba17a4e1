/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: a server that takes its time */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { TokenBucket } from '../growlytics/tokenBucket';
import type { Certificate } from './certificate';
import { Gate } from './gate';
import { listen } from './listen';
import type { Place } from './places';

const RETRY_AFTER_SECONDS = 1;

const bodySchema = z.object({ id: z.string(), attributes: z.array(z.unknown()).length(5) });

export const reportSchema = z.object({
	/** All that have come. */
	requests: z.number(),
	/** Answered with 200. */
	accepted: z.number(),
	/** Answered with 429. */
	tooMany: z.number(),
	/** The most that the server had at once, those that wait there included. */
	inFlight: z.number(),
	/** The most that waited there at once. */
	waiting: z.number(),
});

/** What has come to a server. */
export type ServerReport = z.output<typeof reportSchema>;

/** How a server works, and what has come since it works so. */
class Shift {
	private readonly gate: Gate;
	private readonly bucket: TokenBucket;
	private now = 0;
	private readonly counts = { requests: 0, accepted: 0, tooMany: 0, inFlight: 0 };

	constructor(private readonly place: Omit<Place, 'name' | 'title'>) {
		this.gate = new Gate(place.capacity);
		this.bucket = new TokenBucket(place.perSecond ?? 0, () => performance.now());
	}

	async handle(request: IncomingMessage, apiKey: string): Promise<number> {
		this.now += 1;
		this.counts.requests += 1;
		this.counts.inFlight = Math.max(this.counts.inFlight, this.now);
		try {
			const status = await this.work(request, apiKey);
			if (status === 200) this.counts.accepted += 1;
			if (status === 429) this.counts.tooMany += 1;
			return status;
		} finally {
			this.now -= 1;
		}
	}

	report(): ServerReport {
		return { ...this.counts, waiting: this.gate.peakWaiting };
	}

	private async work(request: IncomingMessage, apiKey: string): Promise<number> {
		const body = await text(request);
		if (request.url !== '/rest-api/customer' || request.method !== 'POST') return 404;
		if (request.headers['x-growlytics-key'] !== apiKey) return 401;
		if (!this.bucket.take()) return 429;
		await this.gate.enter();
		if (this.place.workMs > 0) await wait(this.place.workMs, undefined, { ref: false });
		this.gate.leave();
		return bodySchema.safeParse(JSON.parse(body)).success ? 200 : 422;
	}
}

export interface NetworkServer {
	port: number;
	/** Forgets what has come, and works as it would in another place from now on. */
	restart(place: Omit<Place, 'name' | 'title'>): void;
	report(): ServerReport;
	close(): void;
}

function answer(response: ServerResponse, status: number): void {
	const body = JSON.stringify(
		status === 200 ? { success: true } : { success: false, message: `Answered with ${status}` },
	);
	response.statusCode = status;
	response.setHeader('content-type', 'application/json; charset=utf-8');
	if (status === 429) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
	response.end(body);
}

/**
 * Starts a server for customers behind TLS. It shares the machine with the n8n that is measured, so it does next to
 * nothing itself: whether a body keeps all of Growlytics' rules is tested with the local Growlytics.
 */
export async function startNetworkServer(
	certificate: Certificate,
	apiKey: string,
): Promise<NetworkServer> {
	let shift = new Shift({ workMs: 0 });
	const server = createServer(certificate, (request, response) => {
		shift.handle(request, apiKey).then(
			(status) => answer(response, status),
			() => request.destroy(),
		);
	});
	const port = await listen(server);
	return {
		port,
		restart: (place) => {
			shift = new Shift(place);
		},
		report: () => shift.report(),
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
