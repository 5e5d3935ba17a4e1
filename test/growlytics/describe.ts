import { DateTime } from 'luxon';
import type { AttributeType } from './customerSchema';
import type { RecordedRequest } from './journal';
import { type DroppedValue, MAX_CUSTOM_ATTRIBUTES } from './profiles';
import { withoutKey } from './redactedPath';

const MAX_NAMED = 3;

/** The types as the node's panel names them. */
export const TYPE_LABELS: Readonly<Record<AttributeType, string>> = {
	string: 'Text',
	number: 'Number',
	boolean: 'Yes or No',
	date: 'Date and Time',
};

/**
 * A time as people read it, in the time zone of this computer.
 *
 * @param iso in ISO 8601
 * @returns the hour and minute, with the day if that is not today
 */
export function timeOfDay(iso: string): string {
	const time = DateTime.fromISO(iso);
	return time.toFormat(time.hasSame(DateTime.now(), 'day') ? 'HH:mm' : 'yyyy-MM-dd HH:mm');
}

/** What is said before the ID of what a request was about, by its path. */
const KNOWN_PLACES: Readonly<Record<string, string | undefined>> = {
	'/rest-api/customer': '',
	'/rest-api/event': 'event of ',
	'/product': 'product ',
	[withoutKey('/custom-connector/production/key')]: 'report of ',
};

/** What a request is about: a customer, an event's customer, a product, a message, or what was asked for. */
export function targetWords(request: RecordedRequest): string {
	const { method, path, customerId, productId, messageToken } = request;
	// As JSON, so that an id cannot break the line.
	const id = JSON.stringify(customerId ?? productId ?? messageToken ?? '-');
	const place = withoutKey(path);
	const what = KNOWN_PLACES[place];
	return what === undefined ? `${method} ${place}` : `${what}${id}`;
}

/** Why a value was dropped, such as "order count: number, but Text since 19:21". */
function droppedWords({ name, type, expected, since }: DroppedValue): string {
	// As in JSON, so that a name cannot break the line.
	const shown = JSON.stringify(name).slice(1, -1);
	if (expected === undefined) {
		return `${shown}: the customer has ${MAX_CUSTOM_ATTRIBUTES} custom attributes already`;
	}
	const when = since === undefined ? '' : ` since ${timeOfDay(since)}`;
	return `${shown}: ${TYPE_LABELS[type].toLowerCase()}, but ${TYPE_LABELS[expected]}${when}`;
}

/** What was dropped of one request; the first few by name. */
export function ignoredWords(dropped: readonly DroppedValue[]): string {
	const named = dropped.slice(0, MAX_NAMED).map(droppedWords);
	const more = dropped.length - named.length;
	return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
