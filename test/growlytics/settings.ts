import { z } from 'zod';
import { faultsSchema, retryAfterSchema } from './faultSchema';

/** Largest body the server reads at all; `maxBodyBytes` can only be lower. */
export const BODY_CEILING_BYTES = 64 * 1024 * 1024;

/**
 * Every switch with its default and its line of help. Where Growlytics documents nothing, the
 * choice is a switch here and nowhere else. Types and command line flags are derived from it.
 */
export const settingsSchema = z
	.object({
		host: z.string().min(1).default('127.0.0.1').describe('address to listen on'),
		port: z.number().int().min(0).max(65_535).default(0).describe('port, 0 for any free one'),
		apiKey: z
			.string()
			.min(1)
			.default('growlytics-local-key')
			.describe('the only key accepted, in x-growlytics-key or in the path of a report'),
		unauthorizedStatus: z
			.union([z.literal(401), z.literal(403)])
			.default(401)
			.describe('status for a bad or missing key: 401 or 403'),
		keyCheck: z
			.enum(['first', 'last'])
			.default('first')
			.describe('when a bad key is refused: first, or last, when the body is known to be good'),
		update: z
			.enum(['merge', 'replace'])
			.default('merge')
			.describe('what an update does to attributes it does not name: merge keeps them'),
		extraAttributes: z
			.enum(['refuse', 'ignore'])
			.default('refuse')
			.describe('custom attribute 101 of a profile: refuse (422) or ignore'),
		standardAttributes: z
			.enum(['free', 'counted'])
			.default('free')
			.describe('name, email and mobile: free, or counted among the 100 custom attributes'),
		otherType: z
			.enum(['ignore', 'refuse'])
			.default('ignore')
			.describe(
				'a customer whose attribute has another type than before: ignore it or refuse (422)',
			),
		nullValues: z
			.enum(['refuse', 'accept'])
			.default('refuse')
			.describe('null as the value of an attribute: refuse (422) or accept'),
		emptyText: z
			.enum(['accept', 'refuse'])
			.default('accept')
			.describe('empty text as the value of an attribute: accept or refuse (422)'),
		longNames: z
			.enum(['refuse', 'accept'])
			.default('refuse')
			.describe("names of a customer's attributes beyond 49 characters: refuse (422) or accept"),
		maxIdCharacters: z
			.number()
			.int()
			.min(0)
			.default(0)
			.describe('longer customer ids are refused (422), 0 for any length'),
		customerIdCase: z
			.enum(['counts', 'ignored'])
			.default('counts')
			.describe('capital letters in a customer id: counts (two customers) or ignored (one)'),
		eventAnswer: z
			.enum(['success', 'nothing', 'noContent', 'text', 'record'])
			.default('success')
			.describe('answer to an event: success, nothing (200), noContent (204), text, record (201)'),
		reportAnswer: z
			.enum(['success', 'nothing', 'noContent', 'text', 'record'])
			.default('success')
			.describe('answer to a report of an open or click: as that to an event'),
		unknownCustomer: z
			.enum(['accept', 'notFound'])
			.default('accept')
			.describe('an event of a customer that is not there: accept or notFound (404)'),
		unknownProduct: z
			.enum(['notFound', 'success'])
			.default('notFound')
			.describe('deleting a product that is not there: notFound (404) or success'),
		isoDates: z
			.enum(['refuse', 'accept'])
			.default('refuse')
			.describe('dates such as 2020-01-20T19:14:15Z: refuse (422) or accept'),
		maxBodyBytes: z
			.number()
			.int()
			.min(1)
			.max(BODY_CEILING_BYTES)
			.default(1024 * 1024)
			.describe('larger bodies are answered with 413'),
		rateLimit: z
			.number()
			.min(0)
			.default(0)
			.describe('requests a second, 429 beyond (token bucket, one second of burst); 0 for none'),
		rateLimitRetryAfter: retryAfterSchema
			.nullish()
			.describe('Retry-After of that 429: seconds, or text to send as it is'),
		seed: z.number().int().default(1).describe('seed of every draw for shares and latency'),
		faults: faultsSchema.default([]).describe('a fault to inject, may be repeated'),
		recordBodies: z.boolean().default(true).describe('keep bodies and headers of requests'),
	})
	.strict();

/** Settings as a caller writes them: everything may be left out. */
export type GrowlyticsSettingsInput = z.input<typeof settingsSchema>;
/** Settings in force. */
export type GrowlyticsSettings = z.output<typeof settingsSchema>;

const FIXED_WHILE_RUNNING = ['host', 'port'] as const;

/**
 * Fills in defaults.
 *
 * @param settings settings, possibly from JSON
 * @throws Error that names every setting that makes no sense
 */
export function readSettings(settings: unknown): GrowlyticsSettings {
	const result = settingsSchema.safeParse(settings);
	if (result.success) return result.data;
	const problems = result.error.issues.map(describeIssue).join('; ');
	throw new Error(`Settings of the local Growlytics server: ${problems}`);
}

/**
 * Lays changes over settings in force.
 *
 * @throws Error as readSettings, or when a change needs a restart
 */
export function changeSettings(current: GrowlyticsSettings, changes: unknown): GrowlyticsSettings {
	const partial = z.record(z.unknown()).safeParse(changes);
	if (!partial.success) throw new Error('Settings must be an object');
	const next = readSettings({ ...current, ...partial.data });
	const moved = FIXED_WHILE_RUNNING.find((name) => next[name] !== current[name]);
	if (moved) throw new Error(`${moved} cannot change while the server runs`);
	return next;
}

function describeIssue(issue: z.ZodIssue): string {
	const path = issue.path
		.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
		.join('')
		.replace(/^\./, '');
	return path ? `${path}: ${issue.message}` : issue.message;
}
