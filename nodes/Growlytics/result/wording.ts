import { shorten } from '../shorten';
import { causeOf, isAboutWhole } from './cause';
import type { AnyFailure, Detail } from './failure';

/** What a user reads about a customer that was not created or updated. */
export interface Words {
	/** Enough on its own: what happened, to which customer, which attributes. */
	message: string;
	/** How to mend it. n8n shows it as HTML, so what is not ours is escaped. */
	description: string;
	details: readonly Detail[];
}

const MAX_DETAILS_IN_MESSAGE = 5;

/**
 * What to say about a customer that a failure kept from being created or updated.
 * @param customerId undefined if the item had none that could be used
 * @param mayBeStored whether Growlytics may have stored it, at this attempt or at an earlier one
 */
export function describe(
	failure: AnyFailure,
	customerId: string | undefined,
	mayBeStored: boolean,
): Words {
	const { cause, fix, details = [], unsaid = details } = causeOf(failure);
	const customer = customerId === undefined ? 'This item' : `Customer "${shorten(customerId)}"`;
	return {
		message: `${customer} ${fateOf(failure, mayBeStored)}: ${cause}. ${sentences(unsaid)}`.trim(),
		description: fix,
		details,
	};
}

/** What to say about a credential whose test ended in a failure: one text, for n8n shows no more. */
export function describeForCredential(failure: AnyFailure): string {
	const { cause, fix, fixInForm = fix } = causeOf(failure);
	return `${cause.charAt(0).toUpperCase()}${cause.slice(1)}. ${fixInForm}`;
}

function fateOf({ reason }: AnyFailure, mayBeStored: boolean): string {
	if (reason === 'invalid' || reason === 'notSent') return 'was not sent';
	return mayBeStored ? 'may not have been stored' : 'was not stored';
}

function sentences(details: readonly Detail[]): string {
	const shown = details.slice(0, MAX_DETAILS_IN_MESSAGE).map(sentence);
	const hidden = details.length - shown.length;
	return [...shown, ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join(' ');
}

function sentence(detail: Detail): string {
	const { attribute, message } = detail;
	const end = /[.!?…]$/.test(message) ? '' : '.';
	const isNamed = isAboutWhole(detail) || message.includes(`"${attribute}"`);
	return `${isNamed ? '' : `"${attribute}": `}${message}${end}`;
}
