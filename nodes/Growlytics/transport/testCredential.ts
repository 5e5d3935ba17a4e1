import type {
	ICredentialTestFunction,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
} from 'n8n-workflow';

import type { Failure } from '../result/failure';
import { statusOf } from '../result/failure';
import { SERVICES } from '../service';
import type { Subject } from '../result/subject';
import { describeForCredential } from '../result/wording';
import { readAnswer } from './answer';
import { KEY_HEADER } from './authenticate';
import type { Connection } from './connection';
import { toConnection } from './connection';
import { readNoAnswer } from './noAnswer';
import { fullResponseSchema } from './schemas';
import type { ApiRequest } from './send';

/** A request that tells a good key from a bad one and changes nothing. */
export interface CredentialProbe {
	/** Growlytics documents 422 for invalid input: it has to be refused so if the key is good. */
	request: ApiRequest;
	/** What it would send. */
	subject: Subject;
}

/** What a probe found: the address by its name in the form, and what is wrong, if anything. */
interface Finding {
	label: string;
	problem: string | undefined;
}

const TIMEOUT_MS = 10_000;

const EXPECTED_STATUS = 422;

/**
 * A test that tells whether a credential works. It reads the status itself, because n8n's declarative test
 * takes any non-2xx for a failure. Assumes that Growlytics checks the key before the body.
 * @param probes one for an address. Those but the first are made only if the user entered another address than the
 * usual one: nobody who sends customers alone needs the others.
 */
export function createCredentialTest(
	probes: readonly [CredentialProbe, ...CredentialProbe[]],
): ICredentialTestFunction {
	return async function (credential: ICredentialsDecrypted) {
		const connection = toConnection(credential.data ?? {});
		if ('kind' in connection) {
			return { status: 'Error', message: describeForCredential(connection, probes[0].subject) };
		}
		const needed = probes.filter(
			({ request: { service } }, index) =>
				index === 0 || connection.addresses[service] !== SERVICES[service].usual,
		);
		const findings = await Promise.all(
			needed.map(async (one) => await find(this, connection, one)),
		);
		const message = summarize(findings);
		if (message !== undefined) return { status: 'Error', message };
		return { status: 'OK', message: 'Growlytics accepted the API key' };
	};
}

/** @returns undefined if nothing is wrong; which address is meant is said where there are several */
function summarize(findings: readonly Finding[]): string | undefined {
	const said = new Map<string, string[]>();
	for (const { label, problem } of findings) {
		if (problem !== undefined) said.set(problem, [...(said.get(problem) ?? []), label]);
	}
	if (said.size === 0) return undefined;
	if (findings.length === 1) return [...said.keys()][0];
	return [...said].map(([problem, labels]) => `${labels.join(' and ')}: ${problem}`).join(' ');
}

async function find(
	context: ICredentialTestFunctions,
	connection: Connection,
	{ request, subject }: CredentialProbe,
): Promise<Finding> {
	const failure = await probe(context, connection, request);
	return {
		label: SERVICES[request.service].label,
		problem: failure && describeForCredential(failure, subject),
	};
}

/** @returns what is wrong with the credential, if anything */
async function probe(
	context: ICredentialTestFunctions,
	{ addresses, apiKey }: Connection,
	{ service, method, path, body, ...rules }: ApiRequest,
): Promise<Failure | undefined> {
	const uri = addresses[service] + path;
	const { request } = context.helpers;
	let given: unknown;
	try {
		given = await request({
			method,
			uri,
			headers: { Accept: 'application/json', [KEY_HEADER]: apiKey },
			body,
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: TIMEOUT_MS,
		});
	} catch (thrown) {
		return readNoAnswer(thrown, uri, TIMEOUT_MS);
	}
	const response = fullResponseSchema.safeParse(given);
	if (!response.success) return readNoAnswer(undefined, uri, TIMEOUT_MS);
	const answer = readAnswer(response.data, { apiKey, ...rules });
	if (!('failure' in answer) || statusOf(answer.failure) === EXPECTED_STATUS) return undefined;
	return answer.failure;
}
