import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * What a node's saved parameters hold that its description does not.
 *
 * @returns paths such as `options.dryRuns`, or `mappingMode = auto` for a choice that does not exist
 */
export function unknownParameters(parameters: unknown, properties: readonly Entry[]): string[] {
	return entriesOf(parameters).flatMap(([name, value]) => {
		const known = properties.filter((property) => property.name === name);
		if (known.length === 0) return [name];
		// A value has a field of the same name for each type: which one shows, depends on the type.
		const inEach = known.map((property) => unknownInside(value, property));
		return inEach.some((unknown) => unknown.length === 0) ? [] : inEach.flat();
	});
}

function unknownInside(value: unknown, property: Entry): string[] {
	const below = (paths: string[]) => paths.map((path) => `${property.name}.${path}`);
	if ('values' in property) {
		return below(rowsOf(value).flatMap((row) => unknownParameters(row, property.values)));
	}
	if (!('type' in property) || property.options === undefined) return [];
	if (property.type !== 'options') return below(unknownParameters(value, property.options));
	const choices = property.options.flatMap((choice) => ('value' in choice ? [choice.value] : []));
	return choices.some((choice) => choice === value) ? [] : [`${property.name} = ${String(value)}`];
}

function entriesOf(value: unknown): Array<[string, unknown]> {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function rowsOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [value];
}
