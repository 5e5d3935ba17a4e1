import type { FastifyInstance } from 'fastify';
import type { Account } from './account';

const REDACTED = '[redacted]';

/**
 * Adds what people, demos and the editor look at: GET /inspect/health, customers, attributes, requests, ignored;
 * POST /inspect/reset and /inspect/configure. None of it is recorded.
 */
export function addInspectRoutes(app: FastifyInstance, account: Account): void {
	app.get('/inspect/health', () => ({
		status: 'ok',
		customers: account.profiles.size,
		requests: account.journal.size,
		peakInFlight: account.journal.peakInFlight(),
	}));
	app.get('/inspect/customers', () => account.profiles.customers());
	app.get('/inspect/attributes', () => account.profiles.attributes());
	app.get('/inspect/ignored', () => account.profiles.ignored());
	app.get('/inspect/requests', () =>
		account.journal
			.requests()
			.map((request) => ({ ...request, headers: redactKey(request.headers) })),
	);
	app.post('/inspect/reset', () => {
		account.reset();
		return { reset: true };
	});
	app.post('/inspect/configure', (request, reply) => {
		try {
			account.configure(JSON.parse(String(request.body)));
		} catch (error) {
			const message = error instanceof Error ? error.message : 'Settings cannot be read';
			return reply.code(400).send({ message });
		}
		return reply.send({ ...account.settings, apiKey: REDACTED });
	});
	app.all('/inspect/*', (request, reply) =>
		reply.code(404).send({ message: `No ${request.method} ${request.url}` }),
	);
}

function redactKey<T extends object>(headers: T) {
	return 'x-growlytics-key' in headers ? { ...headers, 'x-growlytics-key': REDACTED } : headers;
}
