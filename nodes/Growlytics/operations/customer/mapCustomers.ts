import type { IExecuteFunctions } from 'n8n-workflow';

import { attributeTypes } from '../../attributes/attributeTypes';
import { MAX_CUSTOM_ATTRIBUTES } from '../../attributes/checks';
import type { MappedCustomer } from '../../attributes/customer';
import { mapItems } from '../../attributes/mapItems';
import type { RunTypes } from '../../attributes/runTypes';
import { isStandardAttribute } from '../../attributes/standardAttributes';
import { holdsExpression } from '../../customer/upsert/itemParameter';
import { readItems, readMappingMode } from '../../customer/upsert/readItems';
import { readRunOptions } from '../../customer/upsert/readOptions';
import type { InvalidSetup } from '../../result/failure';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { customerRequest } from './request';

/** Makes a customer of each item, or says what is wrong with it. */
export function mapCustomers({
	context,
	itemCount,
	timezone,
}: MappingInput): MappedRun | InvalidSetup {
	if (readMappingMode(context) === 'autoMapInputData' && isTool(context)) return AUTOMATIC_TOOL;
	const options = readRunOptions(context);
	if ('kind' in options) return options;
	const read = readItems(context, itemCount, timezone);
	const { customers, types } = mapItems(read, options.detectDates);
	return {
		items: customers.map(toMappedItem),
		remarks: fixedIdLines(context, itemCount),
		aboutDryRun: () => typesLine(context, customers, types),
	};
}

/** The type of a node that an AI agent uses as a tool ends in Tool; n8n's isToolExecution says false there. */
function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

const AUTOMATIC_TOOL: InvalidSetup = {
	kind: 'setup',
	problem:
		"Map Automatically cannot be used in an AI agent's tool: the item holds the agent's own data, not a customer",
	fix: 'Set Mapping Mode to Map Each Field Below or to JSON, and let the model define the values.',
};

function toMappedItem(mapped: MappedCustomer): MappedItem {
	if ('problems' in mapped) return mapped;
	const { customer, warnings } = mapped;
	return {
		id: customer.id,
		key: customer.id.toLowerCase(),
		request: customerRequest(customer),
		output: { attributesSent: customer.attributes.length },
		warnings,
	};
}

function fixedIdLines(context: IExecuteFunctions, itemCount: number): string[] {
	if (itemCount < 2 || holdsExpression(context.getNode().parameters.customerId)) return [];
	return [
		`All ${itemCount} items have the same Customer ID, because it is a fixed text: they update one customer. Use an expression such as {{ $json.email }}.`,
	];
}

function typesLine(
	context: IExecuteFunctions,
	customers: readonly MappedCustomer[],
	types: RunTypes,
): string {
	const sent = new Set(
		customers.flatMap((one) =>
			'customer' in one ? one.customer.attributes.map(({ name }) => name) : [],
		),
	);
	const chosen = [...types]
		.filter(([name]) => sent.has(name) && !isStandardAttribute(name))
		.map(([name, { type }]) => `${name} = ${attributeTypes[type].label}`);
	const hidden = chosen.length - MAX_CUSTOM_ATTRIBUTES;
	const more = hidden > 0 ? `, and ${hidden} more` : '';
	const table = chosen.slice(0, MAX_CUSTOM_ATTRIBUTES).join(', ') || 'none';
	const line = `Types of the custom attributes: ${table}${more}.`;
	const isDeclared = readMappingMode(context) === 'defineBelow';
	if (isDeclared || chosen.length === 0) return line;
	return `${line} Enter them under Options > Attribute Types, so that no later run decides otherwise.`;
}
