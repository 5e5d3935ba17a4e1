import type { CandidateName } from './candidates';
import type { Place } from './places';
import type { Result } from './run';
import { type Spread, spread } from './statistics';

/** All results of one kind of execution. */
export interface Summary {
	candidate: CandidateName;
	items: number;
	place: Place;
	/** Milliseconds an item: what n8n says the node took. */
	msAnItem: Spread;
	/** Milliseconds an item: what n8n says the execution took. */
	executionMsAnItem: Spread;
	/** Megabytes, of executions with an n8n of their own. */
	peakMegabytes: Spread | undefined;
	/** Megabytes before these executions. */
	beforeMegabytes: Spread | undefined;
	/** The most that the server ever had at once. */
	inFlight: number;
	/** The most that ever waited at the server. */
	waiting: Spread;
	/** Which share of the requests the server answered with 429. */
	tooManyShare: Spread;
	/** Which share of the items became customers. */
	acceptedShare: Spread;
}

function summarize(results: readonly Result[], one: Result): Summary {
	const { candidate, items, place } = one;
	const servers = results.map(({ server }) => server);
	const alone = results.filter(({ ownN8n }) => ownN8n);
	const megabytes = (of: 'peakMegabytes' | 'beforeMegabytes') =>
		alone.length > 0 ? spread(alone.map((result) => result[of])) : undefined;
	return {
		candidate,
		items,
		place,
		msAnItem: spread(results.map(({ nodeMs }) => nodeMs / items)),
		executionMsAnItem: spread(results.map(({ executionMs }) => executionMs / items)),
		peakMegabytes: megabytes('peakMegabytes'),
		beforeMegabytes: megabytes('beforeMegabytes'),
		inFlight: Math.max(...servers.map(({ inFlight }) => inFlight)),
		waiting: spread(servers.map(({ waiting }) => waiting)),
		tooManyShare: spread(servers.map(({ tooMany, requests }) => tooMany / requests)),
		acceptedShare: spread(servers.map(({ accepted }) => accepted / items)),
	};
}

function kindOf({ candidate, items, place }: Result): string {
	return `${candidate} ${items} ${place.name}`;
}

/** One summary for each kind of execution, in the order of their first results. */
export function summarizeAll(results: readonly Result[]): Summary[] {
	const kinds = new Map<string, Result[]>();
	for (const result of results) {
		kinds.set(kindOf(result), [...(kinds.get(kindOf(result)) ?? []), result]);
	}
	return [...kinds.values()].flatMap((same) => same.slice(0, 1).map((one) => summarize(same, one)));
}
