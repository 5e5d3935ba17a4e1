import { Attempts } from './attempts';
import { Events } from './events';
import { planFaults } from './faults';
import { Journal } from './journal';
import { Pauses } from './pauses';
import type { Catalog } from './productEndpoint';
import { Profiles } from './profiles';
import type { Report } from './reportSchema';
import type { GrowlyticsSettings, GrowlyticsSettingsInput } from './settings';
import { changeSettings, readSettings } from './settings';
import { TokenBucket } from './tokenBucket';

/** Everything the server knows, apart from HTTP. */
export class Account {
	readonly attempts = new Attempts();
	readonly pauses = new Pauses();
	readonly journal: Journal;
	profiles = new Profiles();
	events = new Events();
	catalog: Catalog = new Map();
	/** In order of arrival: the same one twice is two. */
	reports: Report[] = [];
	settings: GrowlyticsSettings;
	bucket: TokenBucket;
	planFor: ReturnType<typeof planFaults>;

	/** @throws Error when the settings make no sense */
	constructor(
		settings: GrowlyticsSettingsInput,
		private readonly now: () => number,
	) {
		this.settings = readSettings(settings);
		this.journal = new Journal(now);
		this.bucket = new TokenBucket(this.settings.rateLimit, now);
		this.planFor = planFaults(this.settings.seed, this.settings.faults);
	}

	/**
	 * Changes settings while running; what is stored, requests and attempts stay.
	 *
	 * @throws Error when the changes make no sense; then nothing has changed
	 */
	configure(changes: unknown): void {
		this.settings = changeSettings(this.settings, changes);
		this.planFor = planFaults(this.settings.seed, this.settings.faults);
		if (this.bucket.perSecond === this.settings.rateLimit) return;
		this.bucket = new TokenBucket(this.settings.rateLimit, this.now);
	}

	/** An account with the same settings, and nothing in it. */
	withNothingStored(): Account {
		return new Account(this.settings, this.now);
	}

	/** Forgets customers, events, products, reports, attribute types, requests, attempts and the rate limit's tokens. */
	reset(): void {
		this.profiles = new Profiles();
		this.events = new Events();
		this.catalog = new Map();
		this.reports = [];
		this.journal.reset();
		this.attempts.reset();
		this.bucket = new TokenBucket(this.settings.rateLimit, this.now);
	}
}
