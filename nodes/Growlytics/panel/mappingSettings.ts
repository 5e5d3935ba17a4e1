import type { IExecuteFunctions } from 'n8n-workflow';

import type { MappingSettings } from '../attributes/mappingItem';
import type { InvalidSetup } from '../result/failure';
import { readDeclaredTypes } from './declaredTypes';
import { readMappingMode } from './mappingModes';
import { runMappingOptions } from './mappingOptions';
import { readRunOptions } from './readOptions';

/**
 * Reads what holds for the attributes of a whole run.
 * @param given what the operation itself says
 * @returns the types that the user declared apart: those of a list in JSON stand in for its own in every mode
 */
export function readMappingSettings(
	context: IExecuteFunctions,
	given: Pick<MappingSettings, 'hasStandardAttributes' | 'most' | 'timezone'>,
): { settings: MappingSettings; declaredTypes: MappingSettings['declaredTypes'] } | InvalidSetup {
	const options = readRunOptions(context, runMappingOptions);
	if ('kind' in options) return options;
	const { attributeTypesJson, matchStandardAttributes, renameAttributes, ...reading } =
		options.values;
	const declaredTypes = readDeclaredTypes(context, attributeTypesJson);
	if ('kind' in declaredTypes) return declaredTypes;
	const isDefined = readMappingMode(context) === 'defineBelow';
	const settings: MappingSettings = {
		...reading,
		...given,
		matchStandardAttributes: matchStandardAttributes && !isDefined,
		renames: renameAttributes,
		declaredTypes: isDefined ? new Map() : declaredTypes,
	};
	return { settings, declaredTypes };
}
