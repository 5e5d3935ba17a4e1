/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: signs as a shop does */
import Fastify from 'fastify';
import { UserError } from 'n8n-workflow';
import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { OWN_CONNECTION } from './rest';

const webhookSchema = z.object({
	delivery_url: z.string(),
	topic: z.string(),
	secret: z.string(),
});
const pageSchema = z.object({ page: z.coerce.number().default(1) });

type Customers = ReadonlyArray<Record<string, unknown>>;

/** A shop of the tests: as much of the APIs of WooCommerce and Shopify as n8n's nodes use for its customers. */
export interface Shop {
	readonly url: string;
	/** Waits until webhooks are registered with WooCommerce's API for these topics and no others: n8n does it a little later. */
	registered(topics: readonly string[]): Promise<void>;
	/** Of the requests for customers: what they prove who they are with. */
	readonly proofs: readonly string[];
	/** Calls the webhook of a topic as WooCommerce does, and gives the status of the answer. */
	announce(topic: string, customer: object): Promise<number>;
	close(): Promise<void>;
}

const WOO = '/wp-json/wc/v3';
const SHOPIFY = '/admin/api/2024-07/customers.json';

/** What a link to the page before is called. */
const PREVIOUS: Record<string, string> = { [`${WOO}/customers`]: 'prev', [SHOPIFY]: 'previous' };

const LIMIT_MS = 20_000;
const POLL_MS = 100;

/**
 * Starts a shop that lists its customers, one on each page, with the addresses of the pages before and after in the
 * header Link, as woocommerce.github.io/woocommerce-rest-api-docs and shopify.dev/docs/api/admin-rest say.
 */
export async function startShop(customers: Customers): Promise<Shop> {
	const proofs: string[] = [];
	const webhooks = new Map<number, z.output<typeof webhookSchema>>();
	const app = Fastify({ forceCloseConnections: true });

	const pageOf = (path: string, query: unknown) => {
		const { page } = pageSchema.parse(query);
		const linkTo = (other: number, rel: string) =>
			`<${app.listeningOrigin}${path}?page=${other}>; rel="${rel}"`;
		const before = page > 1 ? [linkTo(page - 1, PREVIOUS[path] ?? '')] : [];
		const after = page < customers.length ? [linkTo(page + 1, 'next')] : [];
		return { found: customers.slice(page - 1, page), link: [...before, ...after].join(', ') };
	};

	app.get(`${WOO}/customers`, async ({ query, headers }, reply) => {
		proofs.push(headers.authorization ?? '');
		const { found, link } = pageOf(`${WOO}/customers`, query);
		return await reply.header('link', link).send(found);
	});
	app.get(`${WOO}/webhooks`, () => []);
	app.post(`${WOO}/webhooks`, ({ body }) => {
		const id = webhooks.size + 1;
		webhooks.set(id, webhookSchema.parse(body));
		return { id };
	});
	app.delete(`${WOO}/webhooks/:id`, ({ params }) => {
		const { id } = z.object({ id: z.coerce.number() }).parse(params);
		webhooks.delete(id);
		return { id };
	});

	app.get(SHOPIFY, async ({ query, headers }, reply) => {
		proofs.push(String(headers['x-shopify-access-token']));
		const { found, link } = pageOf(SHOPIFY, query);
		return await reply.header('link', link).send({ customers: found });
	});

	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		url,
		registered: async (topics) => {
			const wanted = [...topics].sort().join();
			const deadline = performance.now() + LIMIT_MS;
			for (;;) {
				const found = [...webhooks.values()].map(({ topic }) => topic).sort();
				if (found.join() === wanted) return;
				if (performance.now() > deadline) throw new UserError(`The shop knows of ${found.join()}`);
				await wait(POLL_MS);
			}
		},
		proofs,
		announce: async (topic, customer) => {
			const [id, webhook] = [...webhooks].find(([, each]) => each.topic === topic) ?? [];
			if (webhook === undefined) throw new UserError(`Nobody asked for ${topic}`);
			const body = JSON.stringify(customer);
			const response = await fetch(webhook.delivery_url, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					'x-wc-webhook-id': String(id),
					'x-wc-webhook-signature': createHmac('sha256', webhook.secret)
						.update(body)
						.digest('base64'),
					...OWN_CONNECTION,
				},
				body,
			});
			return response.status;
		},
		close: async () => await app.close(),
	};
}
