import type { Answer } from './endpoint';
import { invalid, refusal } from './endpoint';
import { checkEvent } from './eventSchema';
import type { Events } from './events';
import type { Profiles } from './profiles';
import type { GrowlyticsSettings } from './settings';
import { UNDOCUMENTED_ANSWERS } from './undocumentedAnswer';

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
	return UNDOCUMENTED_ANSWERS[settings.eventAnswer];
}
