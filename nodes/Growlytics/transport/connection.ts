import { IANAZone } from 'luxon';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
} from 'n8n-workflow';

import type { InvalidSetup } from '../result/failure';
import { escapeHtml } from '../result/html';
import { inCredential } from '../result/inCredential';
import { SERVICES } from '../service';
import type { Addresses } from './address';
import { addressesOf } from './address';

export const CREDENTIAL_TYPE = 'growlyticsApi';

/** One Growlytics account as a run uses it: read once, used for every request. */
export interface Connection {
	/** What an operation's path is put behind. */
	addresses: Addresses;
	apiKey: string;
	/** IANA name of the account's time zone, or ''. */
	timezone: string;
	/** As n8n's request helper takes it, so that it does not read and decrypt it for every item. */
	credential: ICredentialsDecrypted;
}

/** What a request header can carry; a pasted line break or typographic dash ends as a puzzling network error. */
const HEADER_TEXT = /^[\x20-\x7e]+$/;

const PASTE_KEY = 'paste the key. It is in Growlytics under Settings > API Keys.';

/**
 * Reads the credential once for a whole run.
 * @returns InvalidSetup if it cannot be used, or if an expression makes it differ between items: the
 * requests of one run share pauses and limits, so they have to go to one account
 */
export async function readConnection(
	context: IExecuteFunctions,
	itemCount: number,
): Promise<Connection | InvalidSetup> {
	let data: ICredentialDataDecryptedObject;
	let last: ICredentialDataDecryptedObject;
	try {
		data = await context.getCredentials(CREDENTIAL_TYPE, 0);
		last = itemCount > 1 ? await context.getCredentials(CREDENTIAL_TYPE, itemCount - 1) : data;
	} catch (error) {
		const said = error instanceof Error ? escapeHtml(error.message) : 'unknown cause';
		return {
			kind: 'setup',
			problem: `the credential could not be read (${said})`,
			fix: 'Select a Growlytics API credential in this node.',
		};
	}
	if (JSON.stringify(last) === JSON.stringify(data)) return toConnection(data);
	return {
		kind: 'setup',
		problem:
			'an expression in the credential gives different values for the first and the last item',
		fix: 'Use one Growlytics node for each account, and divide the items with an If or Switch node before them.',
	};
}

/**
 * @param data the decrypted fields of the credential
 * @returns InvalidSetup, naming the field, if they cannot be used
 */
export function toConnection(data: ICredentialDataDecryptedObject): Connection | InvalidSetup {
	const apiKey = textOf(data.apiKey);
	const timezone = textOf(data.timezone);
	const addresses = addressesOf(data);
	if (apiKey === '') return unusable('the credential has no API key', PASTE_KEY);
	if (!HEADER_TEXT.test(apiKey)) {
		return unusable('the API key holds characters that no key has', PASTE_KEY);
	}
	if ('problem' in addresses) {
		const { label, usual } = SERVICES[addresses.service];
		return unusable(addresses.problem, `correct the ${label}. It normally is ${usual}.`);
	}
	if (timezone !== '' && !IANAZone.isValidZone(timezone)) {
		return unusable(
			`"${escapeHtml(timezone)}" is not a time zone`,
			'set the Account Time Zone to a name such as Asia/Kolkata, or leave it empty.',
		);
	}
	return {
		addresses,
		apiKey,
		timezone,
		credential: { id: '', name: '', type: CREDENTIAL_TYPE, data },
	};
}

function unusable(problem: string, whatToDo: string): InvalidSetup {
	return { kind: 'setup', problem, ...inCredential(whatToDo) };
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
