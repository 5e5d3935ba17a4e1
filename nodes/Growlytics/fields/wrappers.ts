import { isPlainRecord } from './kinds';
import { isAnswerList } from './lists';
import { machinery } from './machinery';

/** A record that was found inside another, and what stood around it. */
export interface Unwrapped {
	/** The keys that lead to it. */
	path: readonly string[];
	record: Record<string, unknown>;
	/** Of the record, these keys alone are meant: a form's answers, a call's text. Undefined: the whole of it. */
	keep: ReadonlySet<string> | undefined;
	/** What stood around it, by the path of each: never sent unless selected by name. */
	envelope: readonly string[];
}

/** What stands beside any record on its way: when it was made, what it is, how the request went. */
const ENVELOPE = names(
	'id uuid guid _id object entity type kind event eventId eventType eventName created createdAt createdTime',
	'createdOn createdDate createdBy updated updatedAt updatedTime modifiedAt lastModified timestamp accountId',
	'apiVersion livemode pendingWebhooks request requestId webhookId version success ok statusCode statusMessage',
	'httpCode meta info links url self uri etag archived archivedAt deleted contains attempt deliveryId signature',
	'hookId resource topic triggered traceId paging pagination included errors hasMore cursor table schema',
	'totalSize done nextRecordsUrl total count limit offset page perPage nextPage totalCount',
);

/** What a form's answers stand in. */
const FORM_ENVELOPE = names(
	'responseId submissionId respondentId formId formName formTitle formUrl token landedAt submittedAt landingId',
	'definition calculated variables outcome thankyouScreenRef ending metadata responseType isPartial ip userAgent',
);

/** Names under which a record is wrapped, each with what can stand beside it there and nowhere else. */
const WRAPPERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	// HubSpot's contacts, API v3 and what the HubSpot node still gives of v1; PostHog; GeoJSON.
	[
		'properties',
		names(
			'associations propertiesWithHistory objectWriteTraceId vid canonicalVid mergedVids portalId isContact',
			'profileToken profileUrl formSubmissions listMemberships identityProfiles mergeAudits addedAt geometry',
		),
	],
	// Airtable, SharePoint lists, Jira; the answers of Tally.
	[
		'fields',
		names(
			'form commentCount key expand contentType parentReference createdDateTime webUrl eTag lastModifiedDateTime',
		),
	],
	['answers', names('hidden')],
	['attributes', names('relationships')],
	// Zoho, Strapi, webhooks of every kind; the Facebook Lead Ads trigger names form and advertisement beside it.
	['data', names('message code previous previousAttributes form ad adset campaign page')],
	['object', names('previousAttributes')],
	// n8n's Webhook node, and HTTP Request with its full response.
	['body', names('headers params query webhookUrl executionMode cookies rawBody method path')],
	['payload', names()],
	['form_response', names()],
	['fieldData', names('portalData recordId modId')],
	[
		'field_data',
		names('adId adName adsetId adsetName campaignId campaignName formId isOrganic platform'),
	],
	// Supabase's webhooks.
	['record', names('oldRecord')],
	// Segment's identify calls.
	[
		'traits',
		names(
			'userId anonymousId context integrations messageId receivedAt sentAt originalTimestamp channel',
		),
	],
	// Pipedrive's webhooks.
	['current', names('previous v retry matchesFilters')],
	['result', names()],
	['response', names()],
	['node', names()],
	['json', names('pairedItem')],
	[
		'contact',
		names(
			'contactAutomations contactLists contactTags contactLogs contactData deals fieldValues geoIps accountContacts',
			'dateTime initiatedFrom initiatedBy list orgname',
		),
	],
	['customer', names()],
	// Answers that list records, of which one came: about that one.
	['records', names()],
	['results', names()],
	['contacts', names()],
	['customers', names()],
	['subscriber', names()],
	['person', names()],
	['lead', names()],
	['payment', names()],
	['entity', names()],
	['member', names()],
	['user', names()],
]);

/** `entity` and `object` are a wrapper where they hold a record, and a word where they hold text. */
const MAX_WRAPPERS = 6;

function names(...lines: string[]): ReadonlySet<string> {
	return new Set(
		lines
			.join(' ')
			.split(' ')
			.filter((name) => name !== '')
			.map(comparable),
	);
}

/** `createdAt`, `created_at` and `Created-At` are one name. */
function comparable(name: string): string {
	return name.replace(/[_\-\s]/g, '').toLowerCase();
}

/**
 * Looks for the record that an item merely wraps: HubSpot's `properties`, Airtable's `fields`, a webhook's `body`, a
 * form's answers. It decides by the names in the item alone, so that one item by itself and a run of thousands agree;
 * an item with fields of its own beside such a name is no wrapper.
 * @returns undefined if the item is the record
 */
export function unwrap(item: Record<string, unknown>): Unwrapped | undefined {
	const path: string[] = [];
	const envelope: string[] = [];
	let record = item;
	let keep: ReadonlySet<string> | undefined;
	while (path.length < MAX_WRAPPERS) {
		const inside = wrapped(record);
		if (inside === undefined) break;
		for (const key of Object.keys(record)) {
			if (!inside.keep.has(key)) envelope.push([...path, key].join('.'));
		}
		if (inside.path === undefined) {
			keep = inside.keep;
			break;
		}
		path.push(...inside.path);
		record = inside.record;
	}
	const isItself = path.length === 0 && keep === undefined;
	return isItself ? undefined : { path, record, keep, envelope };
}

interface Inside {
	/** Where the inner record is; undefined where the record stays, with some of its keys. */
	path: readonly string[] | undefined;
	record: Record<string, unknown>;
	/** What of the outer record goes on. */
	keep: ReadonlySet<string>;
}

function wrapped(record: Record<string, unknown>): Inside | undefined {
	const keys = Object.keys(record);
	const call = webhookCall(record);
	if (call !== undefined) return call;
	let found: Inside | undefined;
	for (const key of keys) {
		const beside = WRAPPERS.get(key);
		if (beside === undefined) continue;
		const inside = innerRecord(record, key);
		if (inside === undefined) continue;
		const isForm = inside.path === undefined;
		const isWrapper = keys.every(
			(other) =>
				other === key ||
				isEnvelope(other, record) ||
				beside.has(comparable(other)) ||
				(isForm && FORM_ENVELOPE.has(comparable(other))),
		);
		// Two names that could both be the wrapper: neither is.
		if (isWrapper) found = found === undefined ? inside : undefined;
	}
	return found;
}

function isEnvelope(name: string, record: Record<string, unknown>): boolean {
	if (ENVELOPE.has(comparable(name))) return true;
	// A customer's status is a word; a request's is a number, or says that all went well.
	if (name === 'status') return /^(?:\d+|true|false|ok|success)$/i.test(String(record.status));
	return machinery(name, record) !== undefined;
}

function innerRecord(record: Record<string, unknown>, key: string): Inside | undefined {
	const value = record[key];
	if (isPlainRecord(value)) return { path: [key], record: value, keep: new Set([key]) };
	if (!Array.isArray(value)) return undefined;
	if (isAnswerList(key, value)) {
		const keep = new Set(
			['hidden', 'definition', key].filter((name) => Object.hasOwn(record, name)),
		);
		return { path: undefined, record, keep };
	}
	const [only] = value;
	// With an ID beside, it is a part of somebody, whose next one has two of it.
	const isOne = value.length === 1 && isPlainRecord(only) && !Object.hasOwn(record, 'id');
	return isOne ? { path: [key, '0'], record: only, keep: new Set([key]) } : undefined;
}

/**
 * The item that n8n's Webhook node gives: its headers hold cookies and keys, which must never become attributes,
 * whatever else stands in the item and whichever fields are chosen. A call without a body has its data in the query.
 */
function webhookCall(record: Record<string, unknown>): Inside | undefined {
	const isCall =
		Object.hasOwn(record, 'body') &&
		['headers', 'params', 'query'].every((name) => isPlainRecord(record[name]));
	if (!isCall) return undefined;
	const { body, query } = record;
	const bodies = Array.isArray(body) && body.length === 1 ? body : [body];
	const [only] = bodies;
	if (isPlainRecord(only) && Object.keys(only).length > 0) {
		const path = bodies === body ? ['body', '0'] : ['body'];
		return { path, record: only, keep: new Set(['body']) };
	}
	const isQuery =
		(body === undefined || body === null || body === '' || isPlainRecord(only)) &&
		isPlainRecord(query);
	if (isQuery) return { path: ['query'], record: query, keep: new Set(['query']) };
	// A body that is text or a list stays under its name; a record of it alone is a record like any other.
	return { path: undefined, record, keep: new Set(['body']) };
}

/** Names in the headers of a request that let somebody in: not sent even if selected. */
export function isSecretHeader(name: string): boolean {
	return /^(?:cookie|set-cookie|authorization|proxy-authorization|.*api-?key|.*token|.*secret|.*signature)$/i.test(
		name,
	);
}
