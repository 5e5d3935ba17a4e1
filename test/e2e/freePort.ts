/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: asks the system for a port */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of the loopback address that nothing listens on. Another program could take it before it is used. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return address.port;
}
