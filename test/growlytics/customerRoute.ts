import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from './account';
import { answerCustomer, describeBody, parseBody, refusal } from './customerEndpoint';
import { applyFailure } from './faultEffects';
import type { RecordedRequest } from './journal';

declare module 'fastify' {
	interface FastifyRequest {
		record: RecordedRequest;
	}
}

/**
 * Adds POST /rest-api/customer, and 404 for all else, with every request recorded.
 *
 * @param onFinished called when a request is over, answered or cut
 */
export function addCustomerRoute(
	api: FastifyInstance,
	account: Account,
	onFinished: (record: RecordedRequest) => void,
): void {
	api.decorateRequest('record');
	api.addHook('onRequest', (request, reply, done) => {
		const headers = account.settings.recordBodies ? request.headers : {};
		const record = account.journal.open(request.method, request.url, headers);
		request.record = record;
		const { raw } = reply;
		raw.once('close', () => {
			account.journal.finish(record, raw.writableFinished ? raw.statusCode : undefined);
			onFinished(record);
		});
		done();
	});
	api.post('/rest-api/customer', (request, reply) => serveCustomer(request, reply, account));
	api.all('/*', (request, reply) => {
		if (account.settings.recordBodies) request.record.body = bodyText(request);
		return reply.code(404).send({ message: `No ${request.method} ${request.url}` });
	});
}

/** The order is that of a real installation: what limits rates, what breaks on the way, the API. */
async function serveCustomer(request: FastifyRequest, reply: FastifyReply, account: Account) {
	const { record } = request;
	const text = bodyText(request);
	const body = parseBody(text);
	Object.assign(record, describeBody(body));
	if (account.settings.recordBodies) record.body = text;

	if (!account.bucket.take()) {
		const { rateLimitRetryAfter } = account.settings;
		if (rateLimitRetryAfter != null) reply.header('retry-after', String(rateLimitRetryAfter));
		return reply.code(429).send(refusal(429, 'Too many requests').body);
	}

	const { sequence, customerId } = record;
	const attempt = account.attempts.count(text);
	const { latencyMs, failure } = account.planFor({ sequence, attempt, body: text, customerId });
	if (latencyMs !== undefined) {
		record.fault = 'latency';
		if (!(await account.pauses.wait(latencyMs))) return reply.hijack();
	}

	const handle = () => {
		const { headers } = request;
		const before = account.profiles.ignoredCount;
		const answer = answerCustomer(
			{
				key: headers['x-growlytics-key'],
				contentType: headers['content-type'],
				bodyBytes: Buffer.byteLength(text),
				body,
			},
			account.settings,
			account.profiles,
		);
		record.stored = answer.stored;
		const ignored = account.profiles.ignored(before);
		if (ignored.length > 0) record.ignored = ignored.map(({ name }) => name);
		return answer;
	};
	if (failure) {
		record.fault = failure.kind;
		applyFailure(failure, reply, handle);
		return reply;
	}
	const answer = handle();
	return reply.code(answer.status).send(answer.body);
}

function bodyText(request: FastifyRequest): string {
	return typeof request.body === 'string' ? request.body : '';
}
