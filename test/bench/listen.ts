/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: opens a port */
import { once } from 'node:events';
import type { Server } from 'node:net';

/** HTTP Request opens thousands of connections in one go. */
const BACKLOG = 4096;

/** Has a server listen on loopback, and tells its port. */
export async function listen(server: Server): Promise<number> {
	server.listen({ host: '127.0.0.1', port: 0, backlog: BACKLOG });
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given');
	return address.port;
}
