import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Account } from './account';
import { answerCustomer } from './customerEndpoint';
import type { Answer, ParsedBody } from './endpoint';
import { answerCall, parseBody, refusal } from './endpoint';
import { answerEvent } from './eventEndpoint';
import { applyFailure } from './faultEffects';
import type { RecordedRequest } from './journal';
import { answerDeletion, answerProduct } from './productEndpoint';
import { answerReport } from './reportEndpoint';

declare module 'fastify' {
	interface FastifyRequest {
		record: RecordedRequest;
	}
}

/** What of a request can be told before, or without, its being valid. */
type Description = Pick<
	Partial<RecordedRequest>,
	'customerId' | 'productId' | 'messageToken' | 'attributeCount'
>;

interface Endpoint {
	method: 'POST' | 'DELETE';
	path: string;
	describe: (body: ParsedBody, pathId: string) => Description;
	answer: (json: unknown, account: Account, pathId: string) => Answer;
}

const ENDPOINTS: readonly Endpoint[] = [
	{
		method: 'POST',
		path: '/rest-api/customer',
		describe: (body) => describeBody(body, 'id', 'customerId'),
		answer: (json, { settings, profiles }) => answerCustomer(json, settings, profiles),
	},
	{
		method: 'POST',
		path: '/rest-api/event',
		describe: (body) => describeBody(body, 'customerId', 'customerId'),
		answer: (json, account) => answerEvent(json, account.settings, account),
	},
	{
		method: 'POST',
		path: '/product',
		describe: (body) => describeBody(body, 'id', 'productId'),
		answer: (json, { catalog }) => answerProduct(json, catalog),
	},
	{
		method: 'DELETE',
		path: '/product/:id',
		describe: (_body, productId) => ({ productId }),
		answer: (_json, { settings, catalog }, id) => answerDeletion(id, settings, catalog),
	},
	{
		method: 'POST',
		path: '/custom-connector/production/:key',
		describe: (body) => describeBody(body, 'token', 'messageToken'),
		answer: (json, { settings, reports }) => answerReport(json, settings, reports),
	},
];

const pathSchema = z.object({ id: z.string().default(''), key: z.string().optional() });

/**
 * Adds Growlytics' endpoints, and 404 for all else, with every request recorded.
 *
 * @param onFinished called when a request is over, answered or cut
 */
export function addApiRoutes(
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
	for (const endpoint of ENDPOINTS) {
		api.route({
			method: endpoint.method,
			url: endpoint.path,
			handler: (request, reply) => serve(request, reply, account, endpoint),
		});
	}
	api.all('/*', (request, reply) => {
		if (account.settings.recordBodies) request.record.body = bodyText(request);
		return reply.code(404).send({ message: `No ${request.method} ${request.url}` });
	});
}

/** The order is that of a real installation: what limits rates, what breaks on the way, the API. */
async function serve(
	request: FastifyRequest,
	reply: FastifyReply,
	account: Account,
	endpoint: Endpoint,
) {
	const { record } = request;
	const text = bodyText(request);
	const body = parseBody(text);
	const { id: pathId, key: pathKey } = pathSchema.parse(request.params);
	Object.assign(record, endpoint.describe(body, pathId));
	if (account.settings.recordBodies) record.body = text;

	if (!account.bucket.take()) {
		const { rateLimitRetryAfter } = account.settings;
		if (rateLimitRetryAfter != null) reply.header('retry-after', String(rateLimitRetryAfter));
		return reply.code(429).send(refusal(429, 'Too many requests').body);
	}

	const { sequence, customerId, productId, messageToken } = record;
	// What has an ID in its path instead of a body is told apart by it.
	const told = text === '' ? pathId : text;
	const attempt = account.attempts.count(told);
	const occurrence = { sequence, attempt, body: told, customerId, productId, messageToken };
	const { latencyMs, failure } = account.planFor(occurrence);
	if (latencyMs !== undefined) {
		record.fault = 'latency';
		if (!(await account.pauses.wait(latencyMs))) return reply.hijack();
	}

	const handle = () => {
		const { headers } = request;
		const call = {
			key: pathKey ?? headers['x-growlytics-key'],
			contentType: headers['content-type'],
			bodyBytes: Buffer.byteLength(text),
			body,
		};
		const { profiles, events } = account;
		const before = { profiles: profiles.ignoredCount, events: events.ignoredCount };
		const answer = answerCall(
			call,
			account.settings,
			(json) => endpoint.answer(json, account, pathId),
			(json) => endpoint.answer(json, account.withNothingStored(), pathId),
		);
		record.stored = answer.stored;
		const ignored = [
			...profiles.droppedValues(before.profiles),
			...events.droppedValues(before.events),
		];
		if (ignored.length > 0) record.ignored = ignored;
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

function describeBody(
	body: ParsedBody,
	idKey: string,
	idName: 'customerId' | 'productId' | 'messageToken',
): Description {
	const json = 'json' in body ? body.json : undefined;
	if (typeof json !== 'object' || json === null) return {};
	const { [idKey]: id, attributes } = Object.fromEntries(Object.entries(json));
	return {
		...(typeof id === 'string' ? { [idName]: id } : {}),
		...(Array.isArray(attributes) ? { attributeCount: attributes.length } : {}),
	};
}

function bodyText(request: FastifyRequest): string {
	return typeof request.body === 'string' ? request.body : '';
}
