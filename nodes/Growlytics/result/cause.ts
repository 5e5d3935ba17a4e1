import type {
	AnyFailure,
	ConnectionFault,
	Detail,
	InvalidCustomer,
	NoAnswer,
	NotGrowlytics,
	NotSent,
	Refused,
} from './failure';
import { inCredential } from './inCredential';

/** Why a customer was not created or updated, in the user's words. */
export interface Cause {
	/** A sentence without its full stop, beginning in lower case unless with a name. */
	cause: string;
	/** How to mend it: whole sentences. n8n shows them as HTML. */
	fix: string;
	/** The same for somebody in the credential's form, where there is no customer and no workflow; `fix` by default. */
	fixInForm?: string;
	/** What is to be said of single attributes. */
	details?: readonly Detail[];
	/** The details that the cause does not already say; all of them by default. */
	unsaid?: readonly Detail[];
}

export const SAFE_TO_REPEAT =
	'Running the workflow again is safe: a customer with the same ID is updated, not created twice.';
const PERHAPS_STORED = 'The customer may have been stored all the same.';

/** The one place that turns a failure into words. */
export function causeOf(failure: AnyFailure): Cause {
	switch (failure.name) {
		case 'InvalidCustomer':
			return causeOfInvalid(failure);
		case 'InvalidSetup':
			return { cause: failure.problem, fix: failure.fix, fixInForm: failure.fixInForm };
		case 'Refused':
			return causeOfRefusal(failure);
		case 'Unauthorized':
			return {
				cause: `Growlytics did not accept the API key${answered(failure)}`,
				...inCredential('paste the key again. It is in Growlytics under Settings > API Keys.'),
			};
		case 'RateLimited':
			return {
				cause: `Growlytics is getting too many requests${answered(failure)}`,
				...again(whenToTryAgain(failure.retryAfterMs)),
			};
		case 'Unavailable':
			return {
				cause: `Growlytics could not handle the request${answered(failure)}`,
				...again(`The cause is on Growlytics' side. ${whenToTryAgain(failure.retryAfterMs)}`),
			};
		case 'NotGrowlytics':
			return {
				cause: `${STRANGERS[failure.answered]}${answered(failure)}`,
				...inCredential(
					'check the Base URL. A proxy or firewall in between can answer like this too.',
				),
			};
		case 'NoAnswer':
			return causeOfSilence(failure);
		case 'NotSent':
			return causeOfNotSent(failure);
	}
}

function causeOfInvalid({ problems }: InvalidCustomer): Cause {
	const fixes = problems.map((problem) => problem.fix);
	const otherwise = problems.flatMap((problem) => problem.otherwise ?? []);
	const fix = [...new Set([...fixes, ...otherwise])].join(' ');
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

/** `(HTTP 503: Service Unavailable)`; the text comes escaped from the transport. */
function answered({ status, text }: { status: number; text: string }): string {
	return text === '' ? ` (HTTP ${status})` : ` (HTTP ${status}: ${text})`;
}

function again(when: string): { fix: string; fixInForm: string } {
	return { fix: `${when} ${SAFE_TO_REPEAT}`, fixInForm: when };
}

function whenToTryAgain(retryAfterMs: number | undefined): string {
	if (retryAfterMs === undefined) return 'Try again in a few minutes.';
	const seconds = Math.ceil(retryAfterMs / 1000);
	if (seconds === 0) return 'Try again now.';
	if (seconds < 120) return `Try again in ${inSeconds(seconds)}.`;
	return `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}

function inSeconds(seconds: number): string {
	return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

/** Statuses that say more than the text that comes with them. */
const REFUSALS: Readonly<Record<number, Cause | undefined>> = {
	404: {
		cause: 'Growlytics takes no customers at this address',
		...inCredential('check the Base URL. It normally is https://dcqs-india.growlytics.in.'),
	},
	413: {
		cause: 'the customer is larger than Growlytics takes',
		fix: 'Send fewer attributes, or shorter values.',
	},
};

const REFUSED: Cause = {
	cause: 'Growlytics refused it',
	fix: 'Correct what is named here and run again. If a value looks right, compare its type with the one that the attribute has in Growlytics.',
	fixInForm: 'Check the Base URL and the API key, and try again in a few minutes.',
};

function causeOfRefusal({ status, details }: Refused): Cause {
	const { cause, ...remedy } = REFUSALS[status] ?? REFUSED;
	return {
		cause: `${cause} (HTTP ${status})`,
		...remedy,
		details: details.filter(({ message }) => message !== ''),
	};
}

const STRANGERS: Readonly<Record<NotGrowlytics['answered'], string>> = {
	redirect:
		'the address redirects elsewhere, and redirects are not followed so that the API key stays safe',
	page: 'a web page answered instead of the Growlytics API',
	nothing: 'the answer was empty',
	other: 'the answer was not one that Growlytics gives',
};

const TEST_AGAIN = 'Check the Base URL, and try again in a few minutes.';

const SILENCES: Readonly<Record<ConnectionFault, Cause>> = {
	timeout: {
		cause: 'did not answer in time',
		fix: `${PERHAPS_STORED} ${SAFE_TO_REPEAT} If this happens often, raise Timeout under Options.`,
		fixInForm: TEST_AGAIN,
	},
	refused: {
		cause: 'refused the connection',
		...inCredential('check the Base URL, its port included, and whether the service is up.'),
	},
	unknownHost: {
		cause: 'could not be found',
		...inCredential('check the Base URL for typos, and whether this n8n can reach the internet.'),
	},
	unreachable: {
		cause: 'could not be reached',
		...inCredential('check the Base URL, and whether this n8n can reach the internet.'),
	},
	insecure: {
		cause: 'could not agree on a secure connection',
		...inCredential('check the Base URL, its port included, and whether it belongs to https://.'),
	},
	broken: {
		cause: 'broke off the connection',
		fix: `${PERHAPS_STORED} ${SAFE_TO_REPEAT}`,
		fixInForm: TEST_AGAIN,
	},
	certificate: {
		cause: 'could not prove its identity (TLS certificate)',
		...inCredential(
			'check the Base URL. If a company proxy is in between, ask its administrator about its certificate.',
		),
	},
	blocked: {
		cause: 'is blocked by the security settings of this n8n',
		fix: 'Ask the administrator of this n8n to allow the address.',
	},
	cancelled: {
		cause: 'was not waited for, because the execution was stopped',
		fix: `${PERHAPS_STORED} ${SAFE_TO_REPEAT}`,
	},
};

function causeOfSilence({ fault, code, host, timeoutMs }: NoAnswer): Cause {
	const { cause, ...remedy } = SILENCES[fault];
	const detail = fault === 'timeout' ? inSeconds(timeoutMs / 1000) : code;
	return { cause: `the server ${host} ${cause} (${detail})`, ...remedy };
}

function causeOfNotSent({ end }: NotSent): Cause {
	if (end.kind === 'cancelled') {
		return {
			cause: 'the execution was stopped before its turn',
			fix: `Run the workflow again. ${SAFE_TO_REPEAT}`,
		};
	}
	if (end.kind === 'checksFailed') {
		return {
			cause: 'another item did not pass the checks',
			fix: 'Correct that item, or set On Error in the settings of this node to continue.',
		};
	}
	const { cause, fix } = causeOf(end.failure);
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
				fix: `Run the workflow again after that time. ${SAFE_TO_REPEAT}`,
			};
		}
	}
}

/** @returns whether a detail is about the customer rather than one of its attributes */
export function isAboutWhole({ attribute, isAboutId }: Detail): boolean {
	return attribute === '' || isAboutId === true;
}
