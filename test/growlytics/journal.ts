import type { FastifyRequest } from 'fastify';
import type { ResolvedFault } from './faultSchema';
import type { DroppedValue } from './profiles';

export type RecordedHeaders = FastifyRequest['headers'];

export interface RecordedRequest {
	/** Place in order of arrival, from 1. */
	sequence: number;
	/** Milliseconds since the server started, of a clock that never goes back. */
	startedAt: number;
	/** Undefined while the request is being handled. */
	finishedAt: number | undefined;
	/** Requests being handled when this one arrived, itself included. */
	inFlight: number;
	method: string;
	/** As received: the key may stand in it. */
	path: string;
	/** Empty when `recordBodies` is off. */
	headers: RecordedHeaders;
	/** The text as received; empty when `recordBodies` is off. */
	body: string;
	/** Undefined when the body could not be read, or is about no customer. */
	customerId: string | undefined;
	/** Undefined when the body could not be read, or is about no product. */
	productId: string | undefined;
	/** Undefined when the body could not be read, or is about no message of a connector campaign. */
	messageToken: string | undefined;
	/** Number of attributes in the body; undefined when it could not be read. */
	attributeCount: number | undefined;
	/** Undefined when there was no complete answer. */
	status: number | undefined;
	/** Whether this request changed what is stored. */
	stored: boolean;
	/** What was dropped behind a success; absent if nothing was. */
	ignored?: DroppedValue[];
	/** What was injected; a failure is named before a latency. */
	fault: ResolvedFault['kind'] | undefined;
}

/** Every request in order of arrival. */
export class Journal {
	private entries: RecordedRequest[] = [];
	private handled = 0;
	private peak = 0;

	/** @param now clock in milliseconds since the server started */
	constructor(private readonly now: () => number) {}

	/** Opens the record of a request that has just arrived. */
	open(method: string, path: string, headers: RecordedHeaders): RecordedRequest {
		this.handled += 1;
		this.peak = Math.max(this.peak, this.handled);
		const entry: RecordedRequest = {
			sequence: this.entries.length + 1,
			startedAt: this.now(),
			finishedAt: undefined,
			inFlight: this.handled,
			method,
			path,
			headers,
			body: '',
			customerId: undefined,
			productId: undefined,
			messageToken: undefined,
			attributeCount: undefined,
			status: undefined,
			stored: false,
			fault: undefined,
		};
		this.entries.push(entry);
		return entry;
	}

	/** @param status undefined when the connection was cut before the answer was complete */
	finish(entry: RecordedRequest, status: number | undefined): void {
		this.handled -= 1;
		entry.finishedAt = this.now();
		entry.status = status;
	}

	/** Copies, so that a test's snapshot does not change behind its back. */
	requests(): RecordedRequest[] {
		return this.entries.map((entry) => ({ ...entry }));
	}

	get size(): number {
		return this.entries.length;
	}

	/** The most requests that were being handled at once. */
	peakInFlight(): number {
		return this.peak;
	}

	/** Forgets all requests; those still being handled keep counting as in flight. */
	reset(): void {
		this.entries = [];
		this.peak = this.handled;
	}
}
