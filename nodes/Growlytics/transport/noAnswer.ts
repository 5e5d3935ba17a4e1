import type { ConnectionFault } from '../result/connectionFault';
import { CONNECTION_FAULTS, isConnectionFault } from '../result/connectionFault';
import type { NoAnswer } from '../result/failure';

/** By the name of what went wrong on the way. */
const faultsByCode: ReadonlyMap<string, ConnectionFault> = new Map(
	Object.keys(CONNECTION_FAULTS)
		.filter(isConnectionFault)
		.flatMap((fault) => CONNECTION_FAULTS[fault].codes.map((code) => [code, fault] as const)),
);

const MAX_DEPTH = 6;

/**
 * Reads what kept a request from being answered. Takes nothing else from what n8n's helper throws: its
 * cause holds the request, and so the API key.
 */
export function readNoAnswer(thrown: unknown, url: string, timeoutMs: number): NoAnswer {
	const names = namesIn(thrown, MAX_DEPTH);
	const code = names.find((name) => faultsByCode.has(name)) ?? names.find(isCode) ?? 'unknown';
	const fault = faultsByCode.get(code) ?? 'broken';
	return { kind: 'noAnswer', fault, code, host: new URL(url).host, timeoutMs };
}

/** Codes and class names along the chain of causes, the deepest first: it is the one closest to the network. */
function namesIn(thrown: unknown, depth: number): string[] {
	if (depth === 0 || typeof thrown !== 'object' || thrown === null) return [];
	const inner = [
		'cause' in thrown ? thrown.cause : undefined,
		thrown instanceof AggregateError ? thrown.errors[0] : undefined,
	].flatMap((cause) => namesIn(cause, depth - 1));
	const own = [
		'code' in thrown ? thrown.code : undefined,
		// n8n 2.0 and 1.123 keep no cause of a connection that failed, but call its code so.
		'httpCode' in thrown ? thrown.httpCode : undefined,
		'name' in thrown ? thrown.name : undefined,
	].filter((name) => typeof name === 'string');
	return [...inner, ...own];
}

function isCode(name: string): boolean {
	return /^[A-Z][A-Z_]+$/.test(name);
}
