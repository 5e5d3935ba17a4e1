import { DateTime } from 'luxon';

/**
 * What n8n's getNodeParameter does with what it evaluated (cleanupParameterData in n8n-core): inside of objects,
 * Luxon's dates become text, in place.
 */
export function cleanup(value: unknown): void {
	if (typeof value !== 'object' || value === null || DateTime.isDateTime(value)) return;
	if (Array.isArray(value)) return value.forEach(cleanup);
	for (const key of Object.keys(value)) {
		const part: unknown = Reflect.get(value, key);
		const text = textOfDates(part);
		if (text === part) cleanup(part);
		else Reflect.set(value, key, text);
	}
}

/** @returns the text of a Luxon date, and any other value as it is */
export function textOfDates(value: unknown): unknown {
	return DateTime.isDateTime(value) ? value.toString() : value;
}
