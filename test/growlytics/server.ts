import Fastify from 'fastify';
import { Account } from './account';
import { addApiRoutes } from './apiRoutes';
import { addInspectRoutes } from './inspectRoutes';
import { addPageRoute } from './pageRoute';
import type { RecordedRequest } from './journal';
import type { TrackedEvent } from './eventSchema';
import type { IgnoredEventAttribute } from './events';
import type { Product } from './productSchema';
import type { IgnoredAttribute, StoredCustomer } from './profiles';
import type { Report } from './reportSchema';
import type { GrowlyticsSettings, GrowlyticsSettingsInput } from './settings';
import { BODY_CEILING_BYTES } from './settings';

export interface LocalGrowlytics {
	/** `http://HOST:PORT`, to be used as each of the credential's addresses. */
	readonly url: string;
	/** Settings in force. */
	readonly settings: GrowlyticsSettings;
	/** Changes switches and faults while running; throws when they make no sense. */
	configure(changes: GrowlyticsSettingsInput): void;
	/** Customers in order of creation. */
	customers(): StoredCustomer[];
	/** Attributes dropped behind a 200, in order. */
	ignored(): IgnoredAttribute[];
	/** Events in order of arrival. */
	events(): TrackedEvent[];
	/** Attributes of events dropped behind a success, in order. */
	ignoredOfEvents(): IgnoredEventAttribute[];
	/** Products in order of creation. */
	products(): Product[];
	/** Reports of opens and clicks in order of arrival. */
	reports(): Report[];
	/** Every request but those to /inspect and the page, in order of arrival. */
	requests(): RecordedRequest[];
	/** The most requests that were being handled at once. */
	peakInFlight(): number;
	/** Forgets customers, events, products, reports, attribute types, requests and attempts; settings stay. */
	reset(): void;
	/** Cuts every connection, hung ones too, and resolves when none is left. */
	close(): Promise<void>;
}

/**
 * Starts a Growlytics of our own: the documented rules enforced, the undocumented ones switchable,
 * faults on demand.
 *
 * @param settings what differs from the defaults
 * @param onFinished called when a request is over, answered or cut
 * @throws Error when the settings make no sense; a listen error such as EADDRINUSE as Node gives it
 */
export async function startGrowlytics(
	settings: GrowlyticsSettingsInput = {},
	onFinished: (record: RecordedRequest) => void = () => undefined,
): Promise<LocalGrowlytics> {
	const startedAt = performance.now();
	const account = new Account(settings, () => performance.now() - startedAt);

	const app = Fastify({
		bodyLimit: BODY_CEILING_BYTES,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body.toString()),
	);
	app.setNotFoundHandler((_request, reply) => reply.code(404).send({ message: 'Not found' }));
	app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) =>
		reply.code(error.statusCode ?? 500).send({ message: error.message }),
	);
	addInspectRoutes(app, account);
	addPageRoute(app, account, performance.timeOrigin + startedAt);
	app.register(async (api) => addApiRoutes(api, account, onFinished));

	const { host, port } = account.settings;
	const url = await app.listen({ host, port });

	return {
		url,
		get settings() {
			return account.settings;
		},
		configure: (changes) => account.configure(changes),
		customers: () => account.profiles.customers(),
		ignored: () => account.profiles.ignored(),
		events: () => account.events.all(),
		ignoredOfEvents: () => account.events.ignored(),
		products: () => [...account.catalog.values()].map((product) => ({ ...product })),
		reports: () => account.reports.map((report) => ({ ...report })),
		requests: () => account.journal.requests(),
		peakInFlight: () => account.journal.peakInFlight(),
		reset: () => account.reset(),
		close: async () => {
			await app.close();
			account.pauses.cutShort();
			// Requests cut just now are recorded as over one turn after their sockets.
			await account.pauses.wait(0);
		},
	};
}
