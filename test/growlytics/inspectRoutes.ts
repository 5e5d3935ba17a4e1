import type { FastifyInstance } from 'fastify';
import type { Account } from './account';
import { REDACTED, withoutKey } from './redactedPath';

/**
 * Adds what people, demos and the editor look at: GET /inspect/health, customers, attributes, events, products,
 * reports, requests, ignored;
 * POST /inspect/reset and /inspect/configure. None of it is recorded.
 */
export function addInspectRoutes(app: FastifyInstance, account: Account): void {
	app.get('/inspect/health', () => ({
		status: 'ok',
		customers: account.profiles.size,
		events: account.events.size,
		products: account.catalog.size,
		reports: account.reports.length,
		requests: account.journal.size,
		peakInFlight: account.journal.peakInFlight(),
	}));
	app.get('/inspect/customers', () => account.profiles.customers());
	app.get('/inspect/attributes', () => account.profiles.attributes());
	app.get('/inspect/ignored', () => [...account.profiles.ignored(), ...account.events.ignored()]);
	app.get('/inspect/events', () => account.events.all());
	app.get('/inspect/products', () => [...account.catalog.values()]);
	app.get('/inspect/reports', () => account.reports);
	app.get('/inspect/requests', () =>
		account.journal.requests().map((request) => ({
			...request,
			path: withoutKey(request.path),
			headers: redactKey(request.headers),
		})),
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
