import type { IExecuteFunctions } from 'n8n-workflow';

import { readFieldNames } from '../fields/fieldNames';
import type { InvalidSetup } from '../result/failure';
import { escapeHtml } from '../result/html';
import { shorten } from '../shorten';
import type { AttributeType } from '../values/attributeTypes';
import { attributeTypes } from '../values/attributeTypes';
import { cleanText } from '../values/characters';
import { isRecord } from '../values/record';
import { show } from '../values/show';
import { typeLists } from './mapping';

/**
 * The types that the user chose, by attribute: those of the lists under Attribute Types, and of the JSON in the options
 * where no list names the attribute. They hold for the whole run, so they are read once.
 * @returns InvalidSetup if an attribute is in two lists, or an expression cannot be evaluated
 */
export function readDeclaredTypes(
	context: IExecuteFunctions,
	ofJson: ReadonlyMap<string, AttributeType>,
): ReadonlyMap<string, AttributeType> | InvalidSetup {
	let entered: unknown;
	try {
		entered = context.getNodeParameter('attributeTypes', 0, {});
	} catch (error) {
		return unusable(error instanceof Error ? shorten(error.message) : 'unknown cause');
	}
	const types = new Map<string, AttributeType>();
	for (const { type, name } of typeLists) {
		const list = isRecord(entered) ? entered[name] : undefined;
		for (const field of readFieldNames(list)) {
			const attribute = cleanText(field.name);
			const known = types.get(attribute);
			if (known !== undefined && known !== type) {
				const labels = `${attributeTypes[known].label} and ${attributeTypes[type].label}`;
				return unusable(`${show(attribute)} is both ${labels}`);
			}
			types.set(attribute, type);
		}
	}
	for (const [name, type] of ofJson) {
		const attribute = cleanText(name);
		if (!types.has(attribute)) types.set(attribute, type);
	}
	return types;
}

function unusable(said: string): InvalidSetup {
	return {
		kind: 'setup',
		problem: `Attribute Types cannot be used (${escapeHtml(said)})`,
		fix: 'Open the node and correct what is entered under Attribute Types.',
	};
}
