import type { Account } from './account';
import type { Attribute } from './customerSchema';
import { TYPE_LABELS, ignoredWords, targetWords, timeOfDay } from './describe';
import { Html, html } from './html';
import type { RecordedRequest } from './journal';
import type { KnownAttribute } from './profiles';
import { STYLE } from './pageStyle';

const MAX_ROWS = 50;
const MAX_ATTRIBUTES = 30;
const MAX_CHARACTERS = 120;
const REFRESH_SECONDS = 10;

type Content = string | number | Html;

/** A part of the page: a heading, and a table of what there is. */
interface Section {
	/** Of its list under /inspect too. */
	name: string;
	title: string;
	/** Of all there is. */
	count: number;
	columns: readonly string[];
	/** A cell for each column. */
	rows: ReadonlyArray<readonly Content[]>;
	/** What to say where there is nothing. */
	empty?: string;
}

/** What was not shown of a list that is too long. */
function more(hidden: number, name: string): Html {
	if (hidden <= 0) return html``;
	const path = `/inspect/${name}`;
	return html`<p>${hidden} more at <a href="${path}">${path}</a></p>`;
}

/** A narrow screen has no room for the table's head: there each cell shows its label. */
function table(columns: readonly string[], rows: Section['rows']): Html {
	const heads = columns.map((column) => html`<th scope="col">${column}</th>`);
	const bodies = rows.map((cells) => {
		const row = cells.map(
			(content, index) => html`<td data-label="${columns[index] ?? ''}">${content}</td>`,
		);
		return html`<tr>
			${row}
		</tr>`;
	});
	return html`<table>
		<thead>
			<tr>
				${heads}
			</tr>
		</thead>
		<tbody>
			${bodies}
		</tbody>
	</table>`;
}

function section({ name, title, count, columns, rows, empty = 'None yet.' }: Section): Html {
	const content = count === 0 ? html`<p>${empty}</p>` : table(columns, rows);
	const rest = more(count - rows.length, name);
	return html`<section id="${name}">
		<h2>${title} <small>${count}</small></h2>
		${content}${rest}
	</section>`;
}

function short(text: string): string {
	const characters = [...text.slice(0, 2 * MAX_CHARACTERS)];
	const isShort = characters.length <= MAX_CHARACTERS && text.length <= 2 * MAX_CHARACTERS;
	return isShort ? text : `${characters.slice(0, MAX_CHARACTERS).join('')}…`;
}

function attributeList(attributes: readonly Attribute[]): Html {
	const shown = attributes.slice(0, MAX_ATTRIBUTES).map(({ name, type, value }) => {
		const text = value === '' ? html`<i>empty</i>` : short(String(value));
		return html`<li><b>${short(name)}</b> ${text} <small>${TYPE_LABELS[type]}</small></li>`;
	});
	const hidden = attributes.length - shown.length;
	return html`<ul>
		${shown}${hidden > 0 ? html`<li>${hidden} more</li>` : html``}
	</ul>`;
}

function customersSection({ profiles }: Account): Html {
	return section({
		name: 'customers',
		title: 'Customers',
		count: profiles.size,
		columns: ['Customer ID', 'Attributes', 'Requests'],
		rows: profiles
			.customers(MAX_ROWS)
			.map(({ id, attributes, updates }) => [short(id), attributeList(attributes), updates]),
		empty: 'None yet. Run a workflow with the node, and look again.',
	});
}

function ignoredCell({ ignored: { count, types, customers } }: KnownAttribute): Content {
	if (count === 0) return '';
	const times = count === 1 ? 'Once' : `${count} times`;
	const labels = types.map((type) => TYPE_LABELS[type]).join(', ');
	return html`<strong>${times}</strong>: ${labels}, of ${customers.map(short).join(', ')}`;
}

function attributesSection({ profiles }: Account): Html {
	// The standard ones have their type before anybody sends them.
	const sent = profiles.attributes().filter(({ since }) => since !== undefined);
	return section({
		name: 'attributes',
		title: 'Attributes of customers',
		count: sent.length,
		columns: ['Name', 'Type', 'Since', 'Ignored'],
		rows: sent.slice(0, MAX_ROWS).map((attribute) => {
			const { name, type, since = '' } = attribute;
			return [short(name), TYPE_LABELS[type], timeOfDay(since), ignoredCell(attribute)];
		}),
		empty: 'None yet. An attribute keeps the type that comes first.',
	});
}

function eventsSection({ events }: Account): Html {
	return section({
		name: 'events',
		title: 'Events',
		count: events.size,
		columns: ['Event', 'Customer ID', 'Attributes'],
		rows: newest(events.all()).map(({ customerId, name, attributes }) => {
			return [short(name), short(customerId), attributeList(attributes)];
		}),
	});
}

function productsSection({ catalog }: Account): Html {
	return section({
		name: 'products',
		title: 'Products',
		count: catalog.size,
		columns: ['Product ID', 'Name', 'Price', 'Status'],
		rows: [...catalog.values()]
			.slice(0, MAX_ROWS)
			.map(({ id, name, price, status }) => [short(id), short(name), price, status]),
	});
}

function noteOf({ fault, ignored }: RecordedRequest): string {
	const injected = fault === undefined ? [] : [`fault: ${fault}`];
	return [...injected, ...(ignored ? [`ignored: ${ignoredWords(ignored)}`] : [])].join('; ');
}

function requestsSection({ journal, settings }: Account, timeOf: (ms: number) => string): Html {
	return section({
		name: 'requests',
		title: 'Requests',
		count: journal.size,
		columns: ['Time', 'About', 'Status', 'Note'],
		rows: newest(journal.requests()).map((request) => {
			const target = hideKey(targetWords(request), settings.apiKey);
			const status = request.status ?? (request.finishedAt === undefined ? 'waits' : 'cut');
			return [timeOf(request.startedAt), short(target), status, noteOf(request)];
		}),
	});
}

/** Growlytics has addresses with the key in their path. */
function hideKey(text: string, key: string): string {
	return text.replaceAll(key, '[key]').replaceAll(encodeURIComponent(key), '[key]');
}

/** The last of a list come first. */
function newest<T>(list: readonly T[]): T[] {
	return list.slice(-MAX_ROWS).reverse();
}

function warning(ignored: number): Html {
	if (ignored === 0) return html``;
	const values = ignored === 1 ? 'One value was' : `${ignored} values were`;
	return html`<p class="warning">
		${values} ignored, though the request was answered with success: the attribute had another type
		first, or the customer has too many. See Ignored under <a href="#attributes">Attributes</a>, the
		notes of <a href="#requests">Requests</a>, or <a href="/inspect/ignored">all of them</a>.
	</p>`;
}

/**
 * What the account holds, as a page for people. The key is not on it.
 *
 * @param timeOf the time of day of a moment in milliseconds since the server started
 */
export function accountPage(account: Account, timeOf: (ms: number) => string): string {
	const { profiles, events } = account;
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta http-equiv="refresh" content="${REFRESH_SECONDS}" />
				<title>Local Growlytics</title>
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<header>
					<h1>Local Growlytics</h1>
					<p>
						What your workflows have sent. It is kept on this computer until the server ends;
						nothing goes to the real Growlytics.
					</p>
					<p><a href="/">Refresh</a> (by itself every ${REFRESH_SECONDS} seconds)</p>
					${warning(profiles.ignoredCount + events.ignoredCount)}
				</header>
				<main>
					${customersSection(account)} ${attributesSection(account)} ${eventsSection(account)}
					${productsSection(account)} ${requestsSection(account, timeOf)}
				</main>
			</body>
		</html>`.text;
}
