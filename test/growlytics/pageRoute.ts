import type { FastifyInstance } from 'fastify';
import type { Account } from './account';
import { timeOfDay } from './describe';
import { accountPage } from './page';

/** The page shows what others sent: it may load, run and be framed by nothing. */
const HEADERS = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy':
		"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cache-control': 'no-store',
};

/**
 * Adds the page for people: GET /. It is not recorded.
 *
 * @param startedAt milliseconds since 1970
 */
export function addPageRoute(app: FastifyInstance, account: Account, startedAt: number): void {
	const timeOf = (ms: number) => timeOfDay(new Date(startedAt + ms).toISOString());
	app.get('/', (_request, reply) => reply.headers(HEADERS).send(accountPage(account, timeOf)));
}
