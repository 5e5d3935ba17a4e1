import { mapAutomatically } from '../attributes/mapping';
import type { FieldCase, Sent } from './case';
import { idValue } from './case';
import { scoreCase } from './score';

/** What the node makes of a case with nothing set but the Customer ID. */
export function mapCase({ options, idExpression }: FieldCase, items: FieldCase['items']): Sent[] {
	const { customers } = mapAutomatically(items, { ...options, idField: idExpression }, (item) =>
		idValue(item, idExpression),
	);
	return customers.map((mapped) => ('customer' in mapped ? mapped.customer : null));
}

/** How far a case's rows agree, each by itself, with the whole run. */
export interface Luck {
	/** Attributes that have the same type in both, among those that are sent in both. */
	same: number;
	all: number;
	differences: string[];
}

/** An attribute's type must not depend on which rows happen to be in the run. */
export function luckOf(fieldCase: FieldCase): Luck {
	const luck: Luck = { same: 0, all: 0, differences: [] };
	const together = mapCase(fieldCase, fieldCase.items);
	fieldCase.items.forEach((item, index) => {
		const [alone] = mapCase(fieldCase, [item]);
		const types = new Map(alone?.attributes.map(({ name, type }) => [name, type]));
		for (const { name, type, value } of together[index]?.attributes ?? []) {
			const aloneType = types.get(name);
			// What is not sent spoils no type.
			if (aloneType === undefined) continue;
			luck.all += 1;
			if (aloneType === type) luck.same += 1;
			else {
				luck.differences.push(
					`item ${index + 1} alone: ${name} = ${JSON.stringify(value)} is ${aloneType}, in the run ${type}`,
				);
			}
		}
	});
	return luck;
}

/** A case with its figures. */
export function measure(fieldCase: FieldCase) {
	return {
		name: fieldCase.name,
		score: scoreCase(fieldCase, mapCase(fieldCase, fieldCase.items)),
		luck: luckOf(fieldCase),
	};
}
