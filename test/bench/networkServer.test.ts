/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: asks a server over TLS, and waits for it */
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { makeCertificate } from './certificate';
import { type NetworkServer, startNetworkServer } from './networkServer';
import { type Relay, startRelay } from './relay';

const KEY = 'a-key';
const ATTRIBUTES = [1, 2, 3, 4, 5].map((value) => ({ name: `A ${value}`, type: 'number', value }));
const CUSTOMER = JSON.stringify({ id: '1', attributes: ATTRIBUTES });

const certificate = makeCertificate();
let server: NetworkServer;
let relay: Relay;
beforeAll(async () => {
	server = await startNetworkServer(certificate, KEY);
	relay = await startRelay(server.port);
});
afterAll(() => {
	relay?.close();
	server?.close();
});

/** Sends one request as n8n does, over a connection of its own that trusts the certificate. */
async function send(body: string, key = KEY) {
	return await new Promise<{ status?: number; retryAfter?: string; body: string }>(
		(resolve, reject) => {
			request(
				{
					host: '127.0.0.1',
					port: relay.port,
					path: '/rest-api/customer',
					method: 'POST',
					ca: certificate.cert,
					agent: false,
					headers: { 'x-growlytics-key': key },
				},
				(response) => {
					const { statusCode: status, headers } = response;
					text(response).then((answer) => {
						const retryAfter = headers['retry-after'];
						resolve({
							...(status !== undefined && { status }),
							...(retryAfter !== undefined && { retryAfter }),
							body: answer,
						});
					}, reject);
				},
			)
				.once('error', reject)
				.end(body);
		},
	);
}

test('through TLS and a relay, a customer is accepted', async () => {
	server.restart({ workMs: 1 });
	relay.setRoundTrip(2);
	expect(await send(CUSTOMER)).toEqual({ status: 200, body: '{"success":true}' });
	expect(server.report()).toEqual({
		requests: 1,
		accepted: 1,
		tooMany: 0,
		inFlight: 1,
		waiting: 0,
	});
});

test('a body of many chunks arrives whole and in order', async () => {
	server.restart({ workMs: 0 });
	relay.setRoundTrip(1);
	const attributes = ATTRIBUTES.map((attribute) => ({ ...attribute, note: 'x'.repeat(100_000) }));
	expect((await send(JSON.stringify({ id: '1', attributes }))).status).toBe(200);
});

test.each([
	['another key', CUSTOMER, 'another', 401],
	['a missing attribute', '{"id":"1","attributes":[]}', KEY, 422],
])('%s is not accepted', async (_case, body, key, status) => {
	server.restart({ workMs: 0 });
	expect((await send(body, key)).status).toBe(status);
	expect(server.report()).toMatchObject({ requests: 1, accepted: 0 });
});

test('beyond so many a second the answer is 429 with Retry-After', async () => {
	server.restart({ workMs: 0, perSecond: 1 });
	const [first, second] = [await send(CUSTOMER), await send(CUSTOMER)];
	expect(first.status).toBe(200);
	expect(second).toMatchObject({ status: 429, retryAfter: '1' });
	expect(server.report()).toMatchObject({ requests: 2, accepted: 1, tooMany: 1 });
});

test('with a capacity, the others wait there, until the server is closed', async () => {
	server.restart({ workMs: 60_000, capacity: 2 });
	relay.setRoundTrip(0);
	const unanswered = Array.from({ length: 5 }, async () => await send(CUSTOMER).catch(() => 'cut'));
	while (server.report().waiting < 3) await new Promise(setImmediate);
	expect(server.report()).toMatchObject({ requests: 5, accepted: 0, inFlight: 5, waiting: 3 });
	server.close();
	expect(await Promise.all(unanswered)).toEqual(['cut', 'cut', 'cut', 'cut', 'cut']);
});
