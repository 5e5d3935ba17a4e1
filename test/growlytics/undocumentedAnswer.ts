import type { Answer } from './endpoint';
import { SUCCESS } from './endpoint';

/** What a server may say to what it took. Growlytics prints no answer of an event or a report at all. */
export const UNDOCUMENTED_ANSWERS = {
	success: SUCCESS,
	nothing: { status: 200, body: undefined, stored: true },
	noContent: { status: 204, body: undefined, stored: true },
	text: { status: 200, body: 'OK', stored: true },
	record: { status: 201, body: { eventId: 'e-1' }, stored: true },
} as const satisfies Record<string, Answer>;
