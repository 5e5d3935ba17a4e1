import type {
	AnyFailure,
	ConnectionFault,
	Detail,
	NoAnswer,
	NotGrowlytics,
	Refused,
} from './failure';
import { escapeHtml } from './html';

/** What a user reads about a customer that was not created or updated. */
export interface Words {
	/** Enough on its own: what happened, to which customer, which attributes. */
	message: string;
	/** How to mend it. n8n shows it as HTML, so what is not ours is escaped. */
	description: string;
	details: readonly Detail[];
}

/** The parts that messages are made of: `Customer "7" <fate>: <cause>. <details>`. */
interface Parts {
	fate: string;
	/** A sentence without its full stop. */
	cause: string;
	fix: string;
	details?: readonly Detail[];
}

const MAX_DETAILS_IN_MESSAGE = 5;

const SAFE_TO_REPEAT =
	'Running the workflow again is safe: a customer with the same ID is updated, not created twice.';
const PERHAPS_STORED = 'The customer may have been stored all the same.';

/**
 * What to say about a customer that a failure kept from being created or updated.
 * @param customerId undefined if the item had none that could be used
 */
export function describe(failure: AnyFailure, customerId: string | undefined): Words {
	const { fate, cause, fix, details = [] } = partsOf(failure);
	const customer = customerId === undefined ? 'This item' : `Customer "${customerId}"`;
	const said = sentences(details);
	return {
		message: [`${customer} ${fate}: ${cause}.`, said].join(' ').trim(),
		description: fix,
		details,
	};
}

/** What to say about a credential whose test ended in a failure: one text, for n8n shows no more. */
export function describeForCredential(failure: AnyFailure): string {
	const { cause, fix } = partsOf(failure);
	return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}. ${fix}`;
}

/** The one place that turns a failure into words. */
function partsOf(failure: AnyFailure): Parts {
	switch (failure.name) {
		case 'InvalidCustomer':
			return {
				fate: 'was not sent',
				cause:
					failure.problems.length === 1
						? 'one value does not fit'
						: `${failure.problems.length} values do not fit`,
				fix: escapeHtml([...new Set(failure.problems.map(({ fix }) => fix))].join(' ')),
				details: failure.problems.map(({ attribute, message }) => ({ attribute, message })),
			};
		case 'InvalidSetup':
			return { fate: 'was not sent', cause: failure.problem, fix: failure.fix };
		case 'Refused':
			return partsOfRefusal(failure);
		case 'Unauthorized':
			return {
				fate: 'was not stored',
				cause: `Growlytics did not accept the API key${answered(failure)}`,
				fix: 'Open the Growlytics API credential and paste the key again. It is in Growlytics under Settings > API Keys.',
			};
		case 'RateLimited':
			return {
				fate: 'was not stored',
				cause: `Growlytics is getting too many requests${answered(failure)}`,
				fix: `${whenToTryAgain(failure.retryAfterMs)} ${SAFE_TO_REPEAT}`,
			};
		case 'Unavailable':
			return {
				fate: 'may not have been stored',
				cause: `Growlytics could not handle the request${answered(failure)}`,
				fix: `The cause is on Growlytics' side. ${whenToTryAgain(failure.retryAfterMs)} ${SAFE_TO_REPEAT}`,
			};
		case 'NotGrowlytics':
			return {
				fate: 'may not have been stored',
				cause: `${STRANGERS[failure.answered]}${answered(failure)}`,
				fix: 'Open the Growlytics API credential and check the Base URL. A proxy or firewall in between can answer like this too.',
			};
		case 'NoAnswer':
			return partsOfSilence(failure);
	}
}

/** `(HTTP 503: Service Unavailable)`; the text comes escaped from the transport. */
function answered({ status, text }: { status: number; text: string }): string {
	return text === '' ? ` (HTTP ${status})` : ` (HTTP ${status}: ${text})`;
}

function sentences(details: readonly Detail[]): string {
	const shown = details.slice(0, MAX_DETAILS_IN_MESSAGE).map(sentence);
	const hidden = details.length - shown.length;
	return [...shown, ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join(' ');
}

function sentence({ attribute, message }: Detail): string {
	const end = /[.!?…]$/.test(message) ? '' : '.';
	const isNamed = attribute === '' || attribute === 'id' || message.includes(`"${attribute}"`);
	return `${isNamed ? '' : `"${attribute}": `}${message}${end}`;
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
const REFUSALS: Readonly<Record<number, { cause: string; fix: string } | undefined>> = {
	404: {
		cause: 'this address has no customer endpoint',
		fix: 'Open the Growlytics API credential and check the Base URL. It normally is https://dcqs-india.growlytics.in.',
	},
	413: {
		cause: 'the customer is larger than Growlytics takes',
		fix: 'Send fewer attributes, or shorter values.',
	},
};

function partsOfRefusal({ status, details }: Refused): Parts {
	const { cause, fix } = REFUSALS[status] ?? {
		cause: 'Growlytics refused it',
		fix: 'Correct what is named here and run again. If a value looks right, compare its type with the one that the attribute has in Growlytics.',
	};
	return {
		fate: 'was not stored',
		cause: `${cause} (HTTP ${status})`,
		fix,
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

interface Silence {
	/** Whether the request can have reached Growlytics. */
	fate: 'was not stored' | 'may not have been stored';
	cause: string;
	fix: string;
}

const SILENCES: Readonly<Record<ConnectionFault, Silence>> = {
	timeout: {
		fate: 'may not have been stored',
		cause: 'did not answer in time',
		fix: `${PERHAPS_STORED} ${SAFE_TO_REPEAT} If this happens often, raise Timeout under Options.`,
	},
	refused: {
		fate: 'was not stored',
		cause: 'refused the connection',
		fix: 'Check the Base URL in the Growlytics API credential, its port included, and whether the service is up.',
	},
	unknownHost: {
		fate: 'was not stored',
		cause: 'could not be found',
		fix: 'Check the Base URL in the Growlytics API credential for typing slips, and whether this n8n can reach the internet.',
	},
	broken: {
		fate: 'may not have been stored',
		cause: 'broke off the connection',
		fix: `${PERHAPS_STORED} ${SAFE_TO_REPEAT}`,
	},
	certificate: {
		fate: 'was not stored',
		cause: 'could not prove its identity (TLS certificate)',
		fix: 'Check the Base URL in the Growlytics API credential. If a company proxy is in between, ask its administrator about its certificate.',
	},
	blocked: {
		fate: 'was not stored',
		cause: 'is blocked by the security settings of this n8n',
		fix: 'Ask the administrator of this n8n to allow the address.',
	},
	cancelled: {
		fate: 'may not have been stored',
		cause: 'was not waited for, because the execution was stopped',
		fix: `${PERHAPS_STORED} ${SAFE_TO_REPEAT}`,
	},
};

function partsOfSilence({ fault, code, host, timeoutMs }: NoAnswer): Parts {
	const { fate, cause, fix } = SILENCES[fault];
	const detail = fault === 'timeout' ? inSeconds(timeoutMs / 1000) : code;
	return { fate, cause: `${host} ${cause} (${detail})`, fix };
}
