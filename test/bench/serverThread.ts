/* eslint-disable @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: starts itself in a thread of its own */
import { z } from 'zod';
import { type LocalGrowlytics, startGrowlytics } from '../growlytics/server';
import { type Certificate, makeCertificate } from './certificate';
import {
	type NetworkServer,
	type ServerReport,
	reportSchema,
	startNetworkServer,
} from './networkServer';
import type { Place } from './places';
import { startRelayThread } from './relayThread';
import { Thread, answerFrom, startData } from './thread';

export const MEASURED_KEY = 'measured-key';

const certificateSchema = z.object({ key: z.string(), cert: z.string() });
const readySchema = z.object({ url: z.string(), networkPort: z.number() });
const placeSchema = z.object({
	workMs: z.number(),
	roundTripMs: z.number().optional(),
	capacity: z.number().optional(),
	perSecond: z.number().optional(),
});
const questionSchema = z.object({ restart: placeSchema.optional() });

/** The servers of all places, in a thread of their own, so that they do not wait for what measures. */
export interface ServerThread {
	/** The address of places on loopback. */
	url: string;
	/** The address of places in a network: of the relay, by https. */
	networkUrl: string;
	/** Of the servers in a network, PEM. */
	certificate: string;
	/** Forgets everything, and works as in that place. */
	restart(place: Place): Promise<void>;
	/** What has come since. */
	report(): Promise<ServerReport>;
	close(): Promise<void>;
}

/** Starts a local Growlytics for loopback, and a server behind TLS and a relay for networks. */
export async function startServerThread(): Promise<ServerThread> {
	const certificate = makeCertificate();
	const { thread, ready } = await Thread.start(__filename, certificate);
	const { url, networkPort } = readySchema.parse(ready);
	const relay = await startRelayThread(networkPort);
	return {
		url,
		networkUrl: `https://127.0.0.1:${relay.port}`,
		certificate: certificate.cert,
		restart: async ({ workMs, roundTripMs, capacity, perSecond }) => {
			await thread.ask({ restart: { workMs, roundTripMs, capacity, perSecond } });
			await relay.setRoundTrip(roundTripMs ?? 0);
		},
		report: async () => reportSchema.parse(await thread.ask({})),
		close: async () => {
			await Promise.all([thread.close(), relay.close()]);
		},
	};
}

/** What one or the other server has been told to be, and what it has had. */
class Servers {
	private isNetwork = false;

	constructor(
		private readonly growlytics: LocalGrowlytics,
		private readonly network: NetworkServer,
	) {}

	restart(place: z.output<typeof placeSchema>): void {
		const { workMs, roundTripMs } = place;
		this.isNetwork = roundTripMs !== undefined;
		this.network.restart(place);
		const latency = { kind: 'latency' as const, minMs: workMs, maxMs: workMs };
		this.growlytics.reset();
		this.growlytics.configure({ faults: workMs > 0 && !this.isNetwork ? [latency] : [] });
	}

	report(): ServerReport {
		if (this.isNetwork) return this.network.report();
		const requests = this.growlytics.requests();
		const answered = (wanted: number) => requests.filter(({ status }) => status === wanted).length;
		return {
			requests: requests.length,
			accepted: answered(200),
			tooMany: answered(429),
			inFlight: this.growlytics.peakInFlight(),
			waiting: 0,
		};
	}
}

async function serve(certificate: Certificate): Promise<void> {
	const growlytics = await startGrowlytics({ apiKey: MEASURED_KEY, recordBodies: false });
	const network = await startNetworkServer(certificate, MEASURED_KEY);
	const servers = new Servers(growlytics, network);
	answerFrom({ url: growlytics.url, networkPort: network.port }, async (question) => {
		const { restart } = questionSchema.parse(question);
		if (restart) servers.restart(restart);
		return servers.report();
	});
}

const start = startData(__filename);
if (start !== undefined) void serve(certificateSchema.parse(start));
