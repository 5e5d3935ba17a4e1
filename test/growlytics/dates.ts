const GROWLYTICS_DATE = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;
const ISO_DATE =
	/^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether a text is `YYYY-MM-DD HH:mm:ss` and names a moment that exists. */
export function isGrowlyticsDate(text: string): boolean {
	const [, day, time] = GROWLYTICS_DATE.exec(text) ?? [];
	return day !== undefined && time !== undefined && exists(day, time);
}

/** Whether a text is an ISO 8601 date, with or without time and offset, that exists. */
export function isIsoDate(text: string): boolean {
	const [, day, time = '00:00:00'] = ISO_DATE.exec(text) ?? [];
	return day !== undefined && exists(day, time.length === 5 ? `${time}:00` : time);
}

// Date rolls 30 February over to March: only what comes back unchanged exists.
function exists(day: string, time: string): boolean {
	const moment = new Date(`${day}T${time}Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString() === `${day}T${time}.000Z`;
}
