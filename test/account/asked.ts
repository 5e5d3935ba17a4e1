import type { Fault } from '../growlytics/faultSchema';
import type { LocalGrowlytics } from '../growlytics/server';
import type { GrowlyticsSettingsInput } from '../growlytics/settings';
import { startGrowlytics } from '../growlytics/server';
import type { Findings } from './check';
import { check } from './check';
import type { Names } from './names';
import { drawNames } from './names';
import { questionsOf } from './questions';

/** The same in all tests, so that their tables can be compared. */
export const NAMES: Names = drawNames(new Date('2026-11-30T12:00:00Z'));

export interface AskOptions {
	withMany?: boolean;
	timeoutMs?: number;
	pauseMs?: number;
	/** Called with the number of each request, from 1, before it is made. */
	onRequest?: (sent: number, interrupt: () => void) => void;
	/** Called at the beginning of each pause. */
	onPause?: (interrupt: () => void) => void;
	/** Sent instead of the server's own key. */
	key?: string;
}

/** What a check found, and the server it asked. */
export interface Asked {
	findings: Findings;
	growlytics: LocalGrowlytics;
}

/** Checks a local Growlytics that was started for it, and is closed at the end of `look`. */
export async function ask<Seen>(
	settings: GrowlyticsSettingsInput,
	look: (asked: Asked) => Promise<Seen> | Seen,
	{ withMany = false, timeoutMs = 10_000, pauseMs = 0, onRequest, onPause, key }: AskOptions = {},
): Promise<Seen> {
	const growlytics = await startGrowlytics(settings);
	const interrupt = new AbortController();
	let sent = 0;
	try {
		const findings = await check(questionsOf(withMany), NAMES, {
			address: growlytics.url,
			key: key ?? growlytics.settings.apiKey,
			timeoutMs,
			get pauseMs() {
				onPause?.(() => interrupt.abort());
				return pauseMs;
			},
			interrupted: interrupt.signal,
			onRequest: () => {
				sent += 1;
				onRequest?.(sent, () => interrupt.abort());
			},
		});
		return await look({ findings, growlytics });
	} finally {
		await growlytics.close();
	}
}

/** The number of the request that asks a question, from 1. */
export function requestOf(id: string): number {
	const asking = questionsOf(false).filter(({ probe }) => probe !== undefined);
	const at = asking.findIndex((question) => question.id === id);
	if (at === -1) throw new Error(`No request asks ${id}`);
	return at + 1;
}

/** Another answer to one question alone. */
export function answerTo(id: string, status: number, body: unknown, more: object = {}): Fault {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return { kind: 'status', status, body: text, requests: [requestOf(id)], ...more };
}
