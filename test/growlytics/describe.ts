import { DateTime } from 'luxon';
import type { AttributeType } from './customerSchema';
import type { RecordedRequest } from './journal';
import { type DroppedValue, MAX_CUSTOM_ATTRIBUTES } from './profiles';

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

/** What a request is about: a customer, an event's customer, a product, or what was asked for. */
export function targetWords({ method, path, customerId, productId }: RecordedRequest): string {
	// As JSON, so that an id cannot break the line.
	const id = JSON.stringify(customerId ?? productId ?? '-');
	if (path === '/rest-api/customer') return id;
	if (path === '/rest-api/event') return `event of ${id}`;
	return path === '/product' ? `product ${id}` : `${method} ${path}`;
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
