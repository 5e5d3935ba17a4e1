import type { Fault } from './faultSchema';
import { readSettings } from './settings';

/** The setting of each kind that may follow it directly, as in `status=429`. */
const LEADING_SETTING: Partial<Record<string, string>> = {
	status: 'status',
	redirect: 'location',
};

const NUMBER = /^\d+(\.\d+)?$/;
const RANGE = /^(\d+)-(\d+)$/;

/** Settings that are not read as plain text or number. */
const READERS: Partial<Record<string, (text: string) => unknown>> = {
	requests: (text) => text.split('|').map(readRequests),
	customers: (text) => text.split('|'),
	products: (text) => text.split('|'),
	tokens: (text) => text.split('|'),
	store: (text) => (text === 'true' ? true : text),
	body: (text) => text,
	contentType: (text) => text,
	location: (text) => text,
};

/**
 * Reads a fault as written on the command line.
 *
 * @param text `status=429,share=0.08,retryAfter=0`, `latency=20-80`, `hang,requests=3|7-9`,
 * `resetAfter,customers=a|b,attempts=1`, or any fault as JSON (values with commas, headers)
 * @throws Error that says what is wrong with it
 */
export function parseFault(text: string): Fault {
	const [fault] = readSettings({ faults: [read(text)] }).faults;
	if (!fault) throw new Error(`No fault in "${text}"`);
	return fault;
}

function read(text: string): unknown {
	if (text.startsWith('{')) return JSON.parse(text);
	const [first = '', ...rest] = text.split(',');
	const [kind, lead] = splitPair(first);
	return {
		kind,
		...readLead(kind, lead),
		...Object.fromEntries(
			rest.map((pair) => {
				const [name, value = ''] = splitPair(pair);
				return [name, readValue(name, value)];
			}),
		),
	};
}

function readLead(kind: string, lead: string | undefined): object {
	if (lead === undefined) return {};
	if (kind === 'latency') {
		const [from = '', to = from] = lead.split('-');
		return { minMs: readNumber(from), maxMs: readNumber(to) };
	}
	const name = LEADING_SETTING[kind];
	if (!name) throw new Error(`Fault "${kind}" takes no value: write "${kind}"`);
	return { [name]: readValue(name, lead) };
}

function readValue(name: string, text: string): unknown {
	return (READERS[name] ?? readNumber)(text);
}

function readRequests(text: string): unknown {
	const [, from, to] = RANGE.exec(text) ?? [];
	return from && to ? { from: Number(from), to: Number(to) } : readNumber(text);
}

function readNumber(text: string): number | string {
	return NUMBER.test(text) ? Number(text) : text;
}

function splitPair(pair: string): [string, string | undefined] {
	const at = pair.indexOf('=');
	return at < 0 ? [pair.trim(), undefined] : [pair.slice(0, at).trim(), pair.slice(at + 1)];
}
