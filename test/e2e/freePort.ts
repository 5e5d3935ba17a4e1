/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: asks the system for a port */
import { once } from 'node:events';
import { createServer } from 'node:net';

async function listenOn(port: number): Promise<number> {
	const server = createServer().listen(port, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return address.port;
}

/**
 * A port of the loopback address that nothing listens on. Another program could take it before it is used.
 *
 * @param wanted the one to get if it is free
 */
export async function freePort(wanted = 0): Promise<number> {
	return await listenOn(wanted).catch(async () => await listenOn(0));
}
