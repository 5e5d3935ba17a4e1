import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * What a node's saved parameters hold that its description does not show for them.
 *
 * @returns paths such as `options.dryRuns`, or `mappingMode = auto` for a choice that does not exist
 */
export function unknownParameters(
	parameters: INodeParameters,
	properties: readonly INodeProperties[],
): string[] {
	const initial = properties.map(({ name, default: value }) => [name, value] as const).reverse();
	return unknownAmong(parameters, properties, { ...Object.fromEntries(initial), ...parameters });
}

/** @param root all parameters of the node, which decide what is shown */
function unknownAmong(
	parameters: unknown,
	properties: readonly Entry[],
	root: INodeParameters,
): string[] {
	const entries = entriesOf(parameters);
	const values = { ...root, ...(areParameters(parameters) ? parameters : {}) };
	return entries.flatMap(([name, value]) => {
		const known = properties.filter(
			(property) =>
				property.name === name && NodeHelpers.displayParameter(values, property, null, null, root),
		);
		if (known.length === 0) return [name];
		return known.flatMap((property) => unknownInside(value, property, root));
	});
}

function unknownInside(value: unknown, property: Entry, root: INodeParameters): string[] {
	const below = (paths: string[]) => paths.map((path) => `${property.name}.${path}`);
	if ('values' in property) {
		return below(rowsOf(value).flatMap((row) => unknownAmong(row, property.values, root)));
	}
	if (!('type' in property) || property.options === undefined) return [];
	if (property.type !== 'options') return below(unknownAmong(value, property.options, root));
	if (typeof value === 'string' && value.startsWith('=')) return [];
	const choices = property.options.flatMap((choice) => ('value' in choice ? [choice.value] : []));
	return choices.some((choice) => choice === value) ? [] : [`${property.name} = ${String(value)}`];
}

function areParameters(value: unknown): value is INodeParameters {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): Array<[string, unknown]> {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function rowsOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [value];
}
