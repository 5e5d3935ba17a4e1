import { type Place, loopback, networks } from './places';
import { type Ratio, ratioOf } from './statistics';
import type { Summary } from './summary';

/** This node beside HTTP Request, with the same items in the same place. */
export interface Comparison {
	place: Place;
	items: number;
	ours: Summary;
	http: Summary;
	/** How many times the rate of HTTP Request this node has. */
	rate: Ratio;
}

/** What users have, and beside it what the nodes themselves cost. */
export const mainPlaces: readonly Place[] = [networks.near, networks.far, loopback()];

/** Map Automatically with nothing set beside HTTP Request, by items and then by place. */
export function compare(summaries: readonly Summary[]): Comparison[] {
	const counts = [...new Set(summaries.map(({ items }) => items))].sort(
		(one, other) => one - other,
	);
	return counts.flatMap((items) =>
		mainPlaces.flatMap((place) => {
			const find = (name: Summary['candidate']) =>
				summaries.find(
					(summary) =>
						summary.candidate === name &&
						summary.items === items &&
						summary.place.name === place.name,
				);
			const [ours, http] = [find('auto'), find('http')];
			if (!ours || !http) return [];
			return [{ place, items, ours, http, rate: ratioOf(http.msAnItem, ours.msAnItem) }];
		}),
	);
}
