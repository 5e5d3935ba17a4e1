import type { Problem, Remark } from '../../result/remark';
import { cleanText } from '../../values/characters';
import { plainDigits } from '../../values/digits';
import { nothing } from '../../values/nothing';
import { show } from '../../values/show';
import { MOST_NAME_CHARACTERS } from './limits';

/** What Growlytics' own SDK tracks by itself. */
const RESERVED: ReadonlySet<string> = new Set([
	...['GrwNotification Clicked', 'GrwNotification Viewed'],
	...['GrwNotification Sent', 'GrwNotification Bounced'],
	...['UTM Visited', 'App Launched', 'App Uninstalled'],
]);

const NAME_IT = 'Set Event Name to what happened, e.g. Purchased, in the same words every time.';

/** @returns the name as Growlytics takes it, or what is wrong with the value */
export function toEventName(value: unknown): string | Problem {
	const isNumber = typeof value === 'number' && Number.isFinite(value);
	const written = isNumber ? plainDigits(value) : value;
	const kind = nothing(written);
	if (kind === 'blank') return problem('Event Name is empty', NAME_IT);
	if (kind === 'word' || typeof written !== 'string' || written === '[object Object]') {
		return problem(`Event Name is ${show(value)}, which names no event`, NAME_IT);
	}
	const name = cleanText(written);
	const { length } = [...name];
	if (length <= MOST_NAME_CHARACTERS) return name;
	return problem(
		`Event Name has ${length} characters, and Growlytics takes at most ${MOST_NAME_CHARACTERS}`,
		'Give the event a shorter name. What is special about a single one belongs into its attributes.',
	);
}

function problem(message: string, fix: string): Problem {
	return { attribute: '', message, fix };
}

/** @returns what the user should know of a name that can be sent */
export function nameWarnings(name: string): Remark[] {
	if (!RESERVED.has(name)) return [];
	return [
		{
			attribute: '',
			message: `${show(name)} is an event that Growlytics tracks by itself: another name keeps the two apart.`,
		},
	];
}
