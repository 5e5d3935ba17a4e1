import { DateTime } from 'luxon';

/**
 * What n8n's getNodeParameter does with what it evaluated (cleanupParameterData in n8n-core): inside of objects,
 * Luxon's dates become text, in place.
 */
export function cleanup(value: unknown): void {
	if (typeof value !== 'object' || value === null) return;
	if (Array.isArray(value)) return value.forEach(cleanup);
	for (const key of Object.keys(value)) {
		const part: unknown = Reflect.get(value, key);
		if (DateTime.isDateTime(part)) Reflect.set(value, key, part.toString());
		else cleanup(part);
	}
}
