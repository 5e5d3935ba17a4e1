import type { IExecuteFunctions } from 'n8n-workflow';

import { attributeTypes } from '../../attributes/attributeTypes';
import { foundUnusable } from '../../attributes/found';
import type { RunTypes } from '../../attributes/runTypes';
import { isStandardAttribute } from '../../attributes/standardAttributes';
import { attributesReader, automaticInTool, readMappingMode } from '../../panel/mappingModes';
import { runMappingOptions } from '../../panel/mappingOptions';
import { readRunOptions } from '../../panel/readOptions';
import { createReading } from '../../reading/createReading';
import { holdsExpression } from '../../reading/expression';
import { unreadable } from '../../reading/unreadable';
import type { InvalidSetup } from '../../result/failure';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { ABOUT_ID } from './customerId';
import { customerSubject } from './customerSubject';
import type { MappedCustomer, ReadCustomer } from './customers';
import { mapCustomers } from './customers';
import { MOST_ATTRIBUTES } from './limits';
import { customerRequest } from './request';

/** Reads the parameters of all items and makes a customer of each, or says what is wrong with it. */
export function readCustomers({
	context,
	itemCount,
	timezone,
}: MappingInput): MappedRun | InvalidSetup {
	const automatic = automaticInTool(context, customerSubject);
	if (automatic !== undefined) return automatic;
	const options = readRunOptions(context, runMappingOptions);
	if ('kind' in options) return options;
	const read = customerReader(context, timezone);
	const items = Array.from({ length: itemCount }, (_, itemIndex) => read(itemIndex));
	const { customers, types } = mapCustomers(items, options.values.detectDates);
	return {
		items: customers.map(toMappedItem),
		remarks: fixedIdLines(context, itemCount),
		aboutDryRun: () => typesLine(context, customers, types),
	};
}

function customerReader(
	context: IExecuteFunctions,
	timezone: string,
): (itemIndex: number) => ReadCustomer {
	const reading = createReading(context);
	const readId = reading.parameter('customerId', '');
	const readAttributes = attributesReader(context, reading, timezone);
	return (itemIndex) => {
		const attributes = readAttributes(itemIndex);
		try {
			return { ...attributes, id: readId(itemIndex) };
		} catch (error) {
			const problem = unreadable('the expression of Customer ID', error);
			return { ...attributes, id: undefined, found: foundUnusable({ ...problem, ...ABOUT_ID }) };
		}
	};
}

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
	const hidden = chosen.length - MOST_ATTRIBUTES.count;
	const more = hidden > 0 ? `, and ${hidden} more` : '';
	const table = chosen.slice(0, MOST_ATTRIBUTES.count).join(', ') || 'none';
	const line = `Types of the custom attributes: ${table}${more}.`;
	const isDeclared = readMappingMode(context) === 'defineBelow';
	if (isDeclared || chosen.length === 0) return line;
	return `${line} Enter them under Options > Attribute Types, so that no later run decides otherwise.`;
}
