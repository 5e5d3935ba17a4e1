import type { Answer } from './endpoint';
import { SUCCESS, invalid, refusal } from './endpoint';
import { checkEvent } from './eventSchema';
import type { Events } from './events';
import type { Profiles } from './profiles';
import type { GrowlyticsSettings } from './settings';

/** Growlytics prints no answer of an event at all. */
const ANSWERS: Readonly<Record<GrowlyticsSettings['eventAnswer'], Answer>> = {
	success: SUCCESS,
	nothing: { status: 200, body: undefined, stored: true },
	noContent: { status: 204, body: undefined, stored: true },
	text: { status: 200, body: 'OK', stored: true },
	record: { status: 201, body: { eventId: 'e-1' }, stored: true },
};

/** POST /rest-api/event: rules, then storage. */
export function answerEvent(
	json: unknown,
	settings: GrowlyticsSettings,
	{ profiles, events }: { profiles: Profiles; events: Events },
): Answer {
	const checked = checkEvent(json, settings);
	if ('details' in checked) return invalid(checked.details);
	const { customerId } = checked.event;
	if (settings.unknownCustomer === 'notFound' && !profiles.has(customerId, settings)) {
		return refusal(404, 'Customer not found');
	}
	events.store(checked.event);
	return ANSWERS[settings.eventAnswer];
}
