import { z } from 'zod';
import type { LocalGrowlytics } from '../growlytics/server';
import type { Rest } from './rest';

const TYPE = 'growlyticsApi';

const createdSchema = z.object({ id: z.string() });
const testResultSchema = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });

/** A stored credential, as a workflow names it. */
export interface Credential {
	id: string;
	name: string;
}

/** What the credential's form holds. */
export interface GrowlyticsCredentialData {
	apiKey: string;
	baseUrl: string;
	timezone?: string;
	useOtherAddresses?: boolean;
	catalogUrl?: string;
	connectorUrl?: string;
}

/** What the form holds for a local Growlytics: it is there at each of the addresses. */
export function credentialFor({ settings, url }: LocalGrowlytics): GrowlyticsCredentialData {
	return {
		apiKey: settings.apiKey,
		useOtherAddresses: true,
		baseUrl: url,
		catalogUrl: url,
		connectorUrl: url,
	};
}

/** Saves a credential of any type, as the editor's form does. */
export async function createCredential(
	rest: Rest,
	type: string,
	name: string,
	data: object,
): Promise<Credential> {
	const { id } = await rest.call('POST', '/credentials', createdSchema, { name, type, data });
	return { id, name };
}

/** Saves a Growlytics credential. */
export async function createGrowlyticsCredential(
	rest: Rest,
	data: GrowlyticsCredentialData,
	name = 'Growlytics account',
): Promise<Credential> {
	return await createCredential(rest, TYPE, name, data);
}

/** Tests a saved Growlytics credential as the editor does after saving it. */
export async function testGrowlyticsCredential(
	rest: Rest,
	{ id, name }: Credential,
	data: GrowlyticsCredentialData,
): Promise<z.output<typeof testResultSchema>> {
	const credentials = { id, name, type: TYPE, data };
	return await rest.call('POST', '/credentials/test', testResultSchema, { credentials });
}
