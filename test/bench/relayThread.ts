/* eslint-disable @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: starts itself in a thread of its own */
import { z } from 'zod';
import { startRelay } from './relay';
import { Thread, answerFrom, startData } from './thread';

const startSchema = z.object({ targetPort: z.number() });
const readySchema = z.object({ port: z.number() });
const questionSchema = z.object({ roundTripMs: z.number() });

export interface RelayThread {
	port: number;
	setRoundTrip(ms: number): Promise<void>;
	close(): Promise<void>;
}

/** Starts a relay in a thread of its own, so that what is on the way arrives in time. */
export async function startRelayThread(targetPort: number): Promise<RelayThread> {
	const { thread, ready } = await Thread.start(__filename, { targetPort });
	return {
		port: readySchema.parse(ready).port,
		setRoundTrip: async (roundTripMs) => {
			await thread.ask({ roundTripMs });
		},
		close: async () => await thread.close(),
	};
}

async function relay(targetPort: number): Promise<void> {
	const { port, setRoundTrip } = await startRelay(targetPort);
	answerFrom({ port }, async (question) => {
		setRoundTrip(questionSchema.parse(question).roundTripMs);
		return {};
	});
}

const start = startData(__filename);
if (start !== undefined) void relay(startSchema.parse(start).targetPort);
