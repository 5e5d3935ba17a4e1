import { CONNECTION_FAULTS } from './connectionFault';
import type { Failure, InvalidInput, NoAnswer, NotGrowlytics, NotSent, Refused } from './failure';
import type { Remedy } from './inCredential';
import { inCredential } from './inCredential';
import { escapeHtml } from './html';
import type { Problem, Remark } from './remark';
import { isAboutWhole } from './remark';
import { SERVICES } from '../service';
import type { Subject } from './subject';

/** Why an item did not get through, in the user's words. */
export interface Explanation {
	/** A sentence without its full stop, beginning in lower case unless with a name. */
	cause: string;
	/** How to mend it: whole sentences. n8n shows them as HTML. */
	fix: string;
	/** The same for somebody in the credential's form, where there is no item and no workflow; `fix` by default. */
	fixInForm?: string;
	/** What is to be said of single attributes. */
	details?: readonly Remark[];
	/** The details that the cause does not already say; all of them by default. */
	unsaid?: readonly Remark[];
}

/** Of attributes that one remedy is for, so many are named. */
const MOST_NAMED = 5;

/** The one place that turns a failure into words. */
export function explain(failure: Failure, subject: Subject): Explanation {
	switch (failure.kind) {
		case 'invalid':
			return explainInvalid(failure);
		case 'setup': {
			const { problem, fix, fixInForm = fix } = failure;
			return { cause: problem, fix, fixInForm };
		}
		case 'refused':
			return explainRefusal(failure, subject);
		case 'unauthorized':
			return {
				cause: `Growlytics did not accept the API key${answered(failure)}`,
				...inCredential('paste the key again. It is in Growlytics under Settings > API Keys.'),
			};
		case 'rateLimited':
			return {
				cause: `Growlytics is getting too many requests${answered(failure)}`,
				...again(whenToTryAgain(failure.retryAfterMs), subject),
			};
		case 'unavailable': {
			const side = "The cause is on Growlytics' side.";
			const when = sentences(side, whenToTryAgain(failure.retryAfterMs));
			return {
				cause: `Growlytics could not handle the request${answered(failure)}`,
				...(subject.ifUnsure === undefined ? again(when, subject) : { fix: side, fixInForm: when }),
			};
		}
		case 'notGrowlytics':
			return {
				cause: `${STRANGERS[failure.answered]}${answered(failure)}`,
				...inCredential(
					`check the ${urlOf(subject)}. A proxy or firewall in between can answer like this too.`,
				),
			};
		case 'noAnswer':
			return explainSilence(failure, subject);
		case 'notSent':
			return explainNotSent(failure, subject);
	}
}

function explainInvalid({ problems }: InvalidInput): Explanation {
	const otherwise = problems.flatMap((problem) => problem.otherwise ?? []);
	const fix = [...new Set([...fixesOf(problems), ...otherwise])].join(' ');
	const details = problems.map(({ attribute, message, isAboutId }) => ({
		attribute,
		message,
		isAboutId,
	}));
	const [only] = details;
	if (only && details.length === 1 && isAboutWhole(only)) {
		return { cause: only.message, fix, details, unsaid: [] };
	}
	const cause =
		details.length === 1 ? 'one value does not fit' : `${details.length} values do not fit`;
	return { cause, fix, details };
}

/** Each remedy once; where there are several, each begins with the attributes that it is for. */
function fixesOf(problems: readonly Problem[]): string[] {
	const attributesByFix = new Map<string, string[]>();
	for (const problem of problems) {
		const known = attributesByFix.get(problem.fix);
		const named = isAboutWhole(problem) ? [] : [`"${escapeHtml(problem.attribute)}"`];
		if (known === undefined) attributesByFix.set(problem.fix, named);
		else known.push(...named);
	}
	return [...attributesByFix].map(([fix, attributes]) => {
		if (attributesByFix.size === 1 || attributes.length === 0) return fix;
		const more = attributes.length - MOST_NAMED;
		const named = attributes.slice(0, MOST_NAMED).join(', ');
		return `${named}${more > 0 ? ` and ${more} more` : ''}: ${fix}`;
	});
}

/** `(HTTP 503: Service Unavailable)`; the text comes escaped from the transport. */
function answered({ status, text }: { status: number; text: string }): string {
	return text === '' ? ` (HTTP ${status})` : ` (HTTP ${status}: ${text})`;
}

function again(when: string, { safeToRepeat }: Subject): Remedy {
	return { fix: sentences(when, safeToRepeat), fixInForm: when };
}

function sentences(...said: string[]): string {
	return said.filter((one) => one !== '').join(' ');
}

function whenToTryAgain(retryAfterMs: number | undefined): string {
	if (retryAfterMs === undefined) return 'Try again in a few minutes.';
	const seconds = Math.ceil(retryAfterMs / 1000);
	if (seconds === 0) return 'Try again now.';
	if (seconds < 120) return `Try again in ${inSeconds(seconds)}.`;
	const minutes = Math.ceil(seconds / 60);
	if (minutes < 120) return `Try again in ${minutes} minutes.`;
	const hours = Math.ceil(minutes / 60);
	return hours < 48
		? `Try again in ${hours} hours.`
		: `Try again in ${Math.ceil(hours / 24)} days.`;
}

function inSeconds(seconds: number): string {
	return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** Statuses that say more than the text that comes with them. */
const REFUSALS: Readonly<Record<number, ((subject: Subject) => Explanation) | undefined>> = {
	404: wrongAddress,
	405: wrongAddress,
	413: ({ one }) => ({
		cause: `the ${one} is larger than Growlytics takes`,
		fix: 'Send fewer attributes, or shorter values.',
	}),
};

function wrongAddress({ many, service }: Subject): Explanation {
	const { label, usual } = SERVICES[service];
	return {
		cause: `Growlytics takes no ${many} at this address`,
		...inCredential(`check the ${label}. It normally is ${usual}.`),
	};
}

/** As the credential's form calls the address. */
function urlOf({ service }: Subject): string {
	return SERVICES[service].label;
}

function refused(subject: Subject): Explanation {
	return {
		cause: 'Growlytics refused it',
		fix: 'Correct what is named here and run again. If a value looks right, compare its type with the one that the attribute has in Growlytics.',
		fixInForm: `Check the ${urlOf(subject)} and the API key, and try again in a few minutes.`,
	};
}

function refusedWithoutAWord(subject: Subject): Explanation {
	return {
		...refused(subject),
		fix: 'Growlytics did not say why. Compare the names and types of the attributes with those in Growlytics.',
	};
}

function explainRefusal({ status, details, isAboutItem }: Refused, subject: Subject): Explanation {
	const said = details.filter(({ message }) => message !== '');
	const about = REFUSALS[status] ?? (said.length === 0 ? refusedWithoutAWord : refused);
	const { cause, ...remedy } = (isAboutItem ? subject.notFound : undefined) ?? about(subject);
	return { cause: `${cause} (HTTP ${status})`, ...remedy, details: said };
}

const STRANGERS: Readonly<Record<NotGrowlytics['answered'], string>> = {
	redirect:
		'the address redirects elsewhere, and redirects are not followed so that the API key stays safe',
	page: 'a web page answered instead of the Growlytics API',
	nothing: 'the answer was empty',
	other: 'the answer was not one that Growlytics gives',
};

function explainSilence(failure: NoAnswer, subject: Subject): Explanation {
	const { one, stored, safeToRepeat } = subject;
	const { fault, code, host, timeoutMs } = failure;
	const { did, remedy: remedyOf, mayHaveArrived } = CONNECTION_FAULTS[fault];
	const remedy = remedyOf(urlOf(subject));
	const detail = fault === 'timeout' ? inSeconds(timeoutMs / 1000) : code;
	const isSaidLater = !mayHaveArrived || subject.ifUnsure !== undefined;
	const perhaps = isSaidLater ? '' : `The ${one} may have been ${stored} all the same.`;
	return {
		cause: `the server ${host} ${did} (${detail})`,
		fix: sentences(perhaps, mayHaveArrived ? safeToRepeat : '', remedy.fix),
		fixInForm: remedy.fixInForm,
	};
}

/** @param when ` after that time`, or '' */
function runAgain(when: string, { stored, safeToRepeat }: Subject): string {
	if (safeToRepeat !== '') return `Run the workflow again${when}. ${safeToRepeat}`;
	return `Send the items that were not ${stored} again${when}, and only those.`;
}

function explainNotSent({ end }: NotSent, subject: Subject): Explanation {
	if (end.kind === 'cancelled') {
		return {
			cause: 'the execution was stopped before its turn',
			fix: runAgain('', subject),
		};
	}
	if (end.kind === 'checksFailed') {
		return {
			cause: 'another item did not pass the checks',
			fix: 'Correct that item, or set On Error in the settings of this node to continue.',
		};
	}
	const { cause, fix } = explain(end.failure, subject);
	switch (end.kind) {
		case 'failure':
			return { cause: `the run ended before its turn, because ${cause}`, fix };
		case 'serviceDown': {
			const minutes = Math.max(1, Math.round(end.failingForMs / 60_000));
			return {
				cause: `nothing got through to Growlytics for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, the last time because ${cause}`,
				fix,
			};
		}
		case 'tryLater': {
			const time = new Date(end.tryAgainAt).toISOString().slice(0, 16).replace('T', ' ');
			return {
				cause: `Growlytics asked for a pause until ${time} UTC`,
				fix: runAgain(' after that time', subject),
			};
		}
	}
}
