import type { IExecuteFunctions } from 'n8n-workflow';

import { columnRemarks } from '../../attributes/columnRemarks';
import type { MappedColumns } from '../../attributes/mapAttributes';
import type { MappingSettings } from '../../attributes/mappingItem';
import type { ValueSettings } from '../../columns/readValue';
import { refusedRun } from '../../attributes/refusedRun';
import { readDeclaredTypes } from '../../panel/declaredTypes';
import { automaticInTool, mappingItemReader, readMappingMode } from '../../panel/mappingModes';
import { runMappingOptions } from '../../panel/mappingOptions';
import { itemOptionsReader, readRunOptions } from '../../panel/readOptions';
import { createReading } from '../../reading/createReading';
import { holdsExpression } from '../../reading/expression';
import { unreadable } from '../../reading/unreadable';
import type { InvalidSetup } from '../../result/failure';
import { escapeHtml } from '../../result/html';
import type { RunRemark } from '../../result/remark';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { show } from '../../values/show';
import { ABOUT_ID } from './customerId';
import { customerIdOptions } from './customerOptions';
import { customerSubject } from './customerSubject';
import type { MappedCustomer, ReadCustomer } from './customers';
import { mapCustomers } from './customers';
import { MOST_ATTRIBUTES } from './limits';
import { customerRequest } from './request';

/** All customers of a run, and what its columns are. */
export interface ReadCustomers extends MappedRun {
	mapped: MappedColumns;
	/** How values are read; what numbers are as dates is the first item's choice. */
	values: ValueSettings;
}

/** Reads the parameters of all items and makes a customer of each, or says what is wrong with it. */
export function readCustomers({
	context,
	itemCount,
	timezone,
}: MappingInput): ReadCustomers | InvalidSetup {
	const refused = automaticInTool(context, customerSubject) ?? fixedId(context, itemCount);
	if (refused !== undefined) return refused;
	const options = readRunOptions(context, runMappingOptions);
	if ('kind' in options) return options;
	const { attributeTypesJson, matchStandardAttributes, renameAttributes, ...reading } =
		options.values;
	const declaredTypes = readDeclaredTypes(context, attributeTypesJson);
	if ('kind' in declaredTypes) return declaredTypes;
	const isDefined = readMappingMode(context) === 'defineBelow';
	const settings: MappingSettings = {
		...reading,
		timezone,
		most: MOST_ATTRIBUTES,
		hasStandardAttributes: true,
		matchStandardAttributes: matchStandardAttributes && !isDefined,
		renames: renameAttributes,
		declaredTypes: isDefined ? new Map() : declaredTypes,
	};
	const read = customerReader(context, declaredTypes);
	const items = Array.from({ length: itemCount }, (_, itemIndex) => read(itemIndex));
	const { customers, mapped } = mapCustomers(items, settings);
	const refusal = refusedRun(mapped, settings);
	if (refusal !== undefined) return refusal;
	return {
		items: customers.map(toMappedItem),
		remarks: [...columnRemarks(mapped, settings), ...capitals(customers)],
		mapped,
		values: { timezone, dateNumbers: items[0]?.mapping.settings.dateNumbers ?? 'refuse' },
	};
}

function customerReader(
	context: IExecuteFunctions,
	declaredTypes: MappingSettings['declaredTypes'],
): (itemIndex: number) => ReadCustomer {
	const reading = createReading(context);
	const readId = reading.parameter('customerId', '');
	const readOptions = itemOptionsReader(context, reading, customerIdOptions);
	const readMapping = mappingItemReader(context, reading, 'customerId', declaredTypes);
	return (itemIndex) => {
		const mapping = readMapping(itemIndex);
		try {
			const options = readOptions(itemIndex);
			if ('problem' in options) {
				return { id: readId(itemIndex), mapping: { ...mapping, problems: [options.problem] } };
			}
			return { id: inCase(readId(itemIndex), options.values.customerIdCase), mapping };
		} catch (error) {
			const problem = { ...unreadable('the expression of Customer ID', error), ...ABOUT_ID };
			return { id: undefined, mapping: { ...mapping, problems: [problem] } };
		}
	};
}

function inCase(id: unknown, customerIdCase: 'keep' | 'lowerEmails'): unknown {
	const isEmail = typeof id === 'string' && id.includes('@');
	return isEmail && customerIdCase === 'lowerEmails' ? id.toLowerCase() : id;
}

/** One fixed ID would make one customer of all items. */
function fixedId(context: IExecuteFunctions, itemCount: number): InvalidSetup | undefined {
	const raw = context.getNode().parameters.customerId;
	if (typeof raw !== 'string' || raw.trim() === '' || holdsExpression(raw)) return undefined;
	const id = raw.trim();
	const [first] = context.getInputData();
	const isField = first !== undefined && Object.hasOwn(first.json, id);
	if (itemCount < 2 && !isField) return undefined;
	const what = isField
		? `${show(id)}, the name of a field and not its value`
		: `the fixed text ${show(id)}`;
	const consequence = itemCount < 2 ? '' : `: all ${itemCount} items would become one customer`;
	return {
		kind: 'setup',
		problem: `Customer ID is ${escapeHtml(what)}${consequence}`,
		fix: 'Drag the field into Customer ID that is different for every customer, so that it reads for example {{ $json.email }}.',
	};
}

/** Growlytics may take `Asha@example.com` and `asha@example.com` for two customers; nobody documents it. */
function capitals(customers: readonly MappedCustomer[]): RunRemark[] {
	const spelt = new Map<string, string>();
	let twins = 0;
	let example: [string, string] | undefined;
	for (const mapped of customers) {
		if (!('customer' in mapped)) continue;
		const { id } = mapped.customer;
		const key = id.toLowerCase();
		const known = spelt.get(key);
		if (known === undefined) spelt.set(key, id);
		else if (known !== id) {
			twins += 1;
			example ??= [known, id];
		}
	}
	if (example === undefined) return [];
	const [one, other] = example.map(show);
	const more = twins === 1 ? '' : `, and ${twins - 1} more`;
	return [
		{
			about: [],
			text: `Customer IDs differ only in capitals: ${one} and ${other}${more}. They may become two customers: choose Options > Customer ID Case.`,
			isNote: false,
		},
	];
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
