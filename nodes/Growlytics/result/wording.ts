import { shorten } from '../shorten';
import { explain } from './explanation';
import type { Failure } from './failure';
import { isBeforeSending } from './failure';
import type { Remark } from './remark';
import { isAboutWhole } from './remark';
import type { Subject } from './subject';

/** What a user reads about an item that did not get through. */
export interface Words {
	/** Enough on its own: what happened, to what, which attributes. */
	message: string;
	/** How to mend it. n8n shows it as HTML, so what is not ours is escaped. */
	description: string;
	details: readonly Remark[];
}

/** An item that did not get through, as far as words need to know it. */
export interface FailedSubject {
	failure: Failure;
	/** Undefined if the item had none that could be used. */
	id: string | undefined;
	/** What messages call it behind its noun, where its ID is not enough. */
	title?: string | undefined;
	/** Whether Growlytics may have stored it all the same, at this attempt or at an earlier one. */
	mayBeStored: boolean;
}

export const MAX_DETAILS_IN_MESSAGE = 5;

/** What to say about an item that a failure kept from getting through. */
export function describe(failed: FailedSubject, subject: Subject): Words {
	const { cause, fix, details = [], unsaid = details } = explain(failed.failure, subject);
	const { id, title = id === undefined ? undefined : `"${shorten(id)}"` } = failed;
	const what = title === undefined ? 'This item' : `${capitalized(subject.one)} ${title}`;
	return {
		message: `${what} ${fateOf(failed, subject)}: ${cause}. ${sentencesOf(unsaid)}`.trim(),
		description: withDoubt(fix, failed, subject),
		details,
	};
}

function withDoubt(fix: string, { mayBeStored }: FailedSubject, { ifUnsure }: Subject): string {
	return mayBeStored && ifUnsure !== undefined ? `${fix} ${ifUnsure}`.trim() : fix;
}

/**
 * What to say about a credential whose test ended in a failure: one text, for n8n shows no more.
 * @param subject what the test would have sent
 */
export function describeForCredential(failure: Failure, subject: Subject): string {
	const { cause, fix, fixInForm = fix } = explain(failure, subject);
	return `${capitalized(cause)}. ${fixInForm}`;
}

function capitalized(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function fateOf({ failure, mayBeStored }: FailedSubject, { stored }: Subject): string {
	if (isBeforeSending(failure)) return 'was not sent';
	return mayBeStored ? `may not have been ${stored}` : `was not ${stored}`;
}

function sentencesOf(details: readonly Remark[]): string {
	const shown = details.slice(0, MAX_DETAILS_IN_MESSAGE).map(sentence);
	const hidden = details.length - shown.length;
	return [...shown, ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join(' ');
}

function sentence(detail: Remark): string {
	const { attribute, message } = detail;
	const end = /[.!?…]$/.test(message) ? '' : '.';
	const isNamed = isAboutWhole(detail) || message.includes(`"${attribute}"`);
	return `${isNamed ? '' : `"${attribute}": `}${message}${end}`;
}
