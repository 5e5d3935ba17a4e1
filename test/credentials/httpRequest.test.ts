import type { INodeParameters } from 'n8n-workflow';

import { KEY_PLACEHOLDER } from '../../nodes/Growlytics/transport/authenticate';
import type { CredentialData } from '../engine/credentials';
import { API_KEY, type Together, startTogether } from '../engine/together';
import { chain, node } from '../engine/workflow';
import type { LocalGrowlytics } from '../growlytics/server';
import { startGrowlytics } from '../growlytics/server';

let together: Together;
let elsewhere: LocalGrowlytics;
beforeAll(async () => {
	together = await startTogether();
	elsewhere = await startGrowlytics();
});
afterAll(async () => {
	await Promise.all([together.close(), elsewhere.close()]);
});
beforeEach(() => {
	together.growlytics.reset();
	together.growlytics.configure({ faults: [] });
});
afterEach(() => expect(elsewhere.requests()).toEqual([]));

/** n8n's own HTTP Request node with the Growlytics credential. */
async function request(
	url: string,
	parameters: INodeParameters = {},
	credential: CredentialData = {},
) {
	const credentials = { growlyticsApi: { id: '1', name: 'Growlytics account' } };
	return await together.engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			node(
				'httpRequest',
				'HTTP Request',
				{
					method: 'POST',
					url,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'growlyticsApi',
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '={{ { "id": $json.id, "attributes": [] } }}',
					...parameters,
				},
				{ credentials },
			),
		]),
		{
			input: ['1', '2', '3'].map((id) => ({ json: { id } })),
			credentials: together.credentials(credential),
		},
	);
}

it('reaches the Base URL with the key', async () => {
	const execution = await request(`${together.growlytics.url}/rest-api/customer`);
	expect(execution.output('HTTP Request').map(({ json }) => json)).toEqual([
		{ success: true },
		{ success: true },
		{ success: true },
	]);
	expect(together.growlytics.requests().map(({ headers }) => headers['x-growlytics-key'])).toEqual([
		API_KEY,
		API_KEY,
		API_KEY,
	]);
});

it('puts the key into no path: what HTTP Request does with an address that failed is not known', async () => {
	const path = `/custom-connector/production/${KEY_PLACEHOLDER}`;
	const execution = await request(`${together.growlytics.url}${path}`);
	expect(execution.status).toBe('error');
	const [sent] = together.growlytics.requests();
	expect(sent).toMatchObject({ path, headers: { 'x-growlytics-key': API_KEY }, status: 401 });
});

describe.each(['baseUrl', 'catalogUrl', 'connectorUrl'])('the host of %s', (field) => {
	/** One address of the credential is the local server's, the others are Growlytics' own. */
	const only = () => ({
		baseUrl: 'https://dcqs-india.growlytics.in',
		catalogUrl: 'https://dc.growlytics.in',
		connectorUrl: 'https://cts.growlytics.in',
		[field]: together.growlytics.url,
	});

	it('is reached with the key', async () => {
		await request(`${together.growlytics.url}/collection`, {}, only());
		expect(together.growlytics.requests()).toHaveLength(3);
		for (const { headers } of together.growlytics.requests()) {
			expect(headers['x-growlytics-key']).toBe(API_KEY);
		}
	});

	it('leads to no other host', async () => {
		const execution = await request(`${elsewhere.url}/rest-api/customer`, {}, only());
		expect(JSON.stringify(execution.error)).toContain('so its key was not sent to');
	});

	it('carries the key nowhere else by a redirect', async () => {
		const location = `${elsewhere.url}/product`;
		together.growlytics.configure({ faults: [{ kind: 'redirect', location, status: 307 }] });
		const follow = {
			options: { redirect: { redirect: { followRedirects: true, maxRedirects: 21 } } },
		};
		await request(`${together.growlytics.url}/product`, follow, only());
		expect(together.growlytics.requests().length).toBeGreaterThan(0);
	});
});

it('does not reach another host', async () => {
	const execution = await request(`${elsewhere.url}/rest-api/customer`);
	expect(execution.status).toBe('error');
	expect(JSON.stringify(execution.error)).toContain('so its key was not sent to');
});

it.each([301, 302, 303, 307, 308])('carries the key to no other host: %d', async (status) => {
	const location = `${elsewhere.url}/rest-api/customer`;
	together.growlytics.configure({ faults: [{ kind: 'redirect', location, status }] });
	const follow = {
		options: { redirect: { redirect: { followRedirects: true, maxRedirects: 21 } } },
	};
	await request(`${together.growlytics.url}/rest-api/customer`, follow);
	expect(together.growlytics.requests().length).toBeGreaterThan(0);
});

it('turns no page that lies on another host', async () => {
	const pages = [together, { growlytics: elsewhere }].map(
		({ growlytics }) => `${growlytics.url}/rest-api/customer`,
	);
	const execution = await request(`${together.growlytics.url}/rest-api/customer`, {
		options: {
			pagination: {
				pagination: {
					paginationMode: 'responseContainsNextURL',
					nextURL: `={{ ${JSON.stringify(pages)}[$pageCount] }}`,
					paginationCompleteWhen: 'other',
					completeExpression: '={{ $pageCount > 2 }}',
				},
			},
		},
	});
	expect(together.growlytics.requests().length).toBeGreaterThan(0);
	expect(JSON.stringify(execution.error)).toContain('so its key was not sent to');
});
