import type {
	INode,
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
 * @param node its version decides too what is shown, in nodes that have several
 * @returns paths such as `options.dryRuns`, or `mappingMode = auto` for a choice that does not exist
 */
export function unknownParameters(
	parameters: INodeParameters,
	properties: readonly INodeProperties[],
	node: Pick<INode, 'typeVersion'> | null = null,
): string[] {
	const root = { ...defaultsOf(properties), ...parameters };
	return unknownAmong(parameters, properties, { root, node });
}

/** What decides what is shown: all parameters of the node, and its version. */
interface Shown {
	root: INodeParameters;
	node: Pick<INode, 'typeVersion'> | null;
}

function unknownAmong(parameters: unknown, properties: readonly Entry[], shown: Shown): string[] {
	const { root, node } = shown;
	const entries = entriesOf(parameters);
	const own = areParameters(parameters) ? parameters : {};
	const values = { ...root, ...defaultsOf(properties), ...own };
	return entries.flatMap(([name, value]) => {
		const known = properties.filter(
			(property) =>
				property.name === name && NodeHelpers.displayParameter(values, property, node, null, root),
		);
		if (known.length === 0) return [name];
		return known.flatMap((property) => unknownInside(value, property, shown));
	});
}

function unknownInside(value: unknown, property: Entry, shown: Shown): string[] {
	const below = (paths: string[]) => paths.map((path) => `${property.name}.${path}`);
	if ('values' in property) {
		return below(rowsOf(value).flatMap((row) => unknownAmong(row, property.values, shown)));
	}
	if (!('type' in property) || property.options === undefined) return [];
	if (property.type !== 'options') return below(unknownAmong(value, property.options, shown));
	if (typeof value === 'string' && value.startsWith('=')) return [];
	const choices = property.options.flatMap((choice) => ('value' in choice ? [choice.value] : []));
	return choices.some((choice) => choice === value) ? [] : [`${property.name} = ${String(value)}`];
}

/** Of properties with one name, the first counts. */
function defaultsOf(properties: readonly Entry[]): INodeParameters {
	const initial = properties.flatMap((property) =>
		'default' in property ? [[property.name, property.default] as const] : [],
	);
	return Object.fromEntries(initial.reverse());
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
