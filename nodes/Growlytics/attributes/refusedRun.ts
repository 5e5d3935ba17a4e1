import type { InvalidSetup } from '../result/failure';
import { escapeHtml } from '../result/html';
import type { MissedField } from '../fields/selection';
import { attributeTypes } from '../values/attributeTypes';
import { show } from '../values/show';
import type { MappedColumns } from './mapAttributes';
import type { MappingSettings } from './mappingItem';

/**
 * What keeps a whole run from being sent: a name that misses one that is there by capitals or spaces, which the user
 * would otherwise find in Growlytics, and what Detect Types > Ask asks for.
 */
export function refusedRun(
	mapped: MappedColumns,
	{ detectTypes }: MappingSettings,
): InvalidSetup | undefined {
	return slip(mapped) ?? (detectTypes === 'ask' ? question(mapped) : undefined);
}

function slip({
	missedFields,
	missedTypes,
	missedRenames,
}: MappedColumns): InvalidSetup | undefined {
	return (
		slipIn(missedFields, 'Fields to Include or Exclude') ??
		slipIn(missedTypes, 'Attribute Types') ??
		slipIn(missedRenames, 'Options > Rename Attributes')
	);
}

function slipIn(missed: readonly MissedField[], place: string): InvalidSetup | undefined {
	const near = missed.filter((one) => one.near !== undefined);
	if (near.length === 0) return undefined;
	const names = near.map(({ written, near: there }) => `${show(written)} is called ${show(there)}`);
	return {
		kind: 'setup',
		problem: `${place} names a field otherwise than it is written (${escapeHtml(names.join('; '))})`,
		fix: 'Write it as it is there, capitals and spaces included; or drag the field in.',
	};
}

function question({ columns }: MappedColumns): InvalidSetup | undefined {
	const open = columns.filter(({ isInDoubt }) => isInDoubt);
	if (open.length === 0) return undefined;
	const names = open.map(({ name, type, offer }) => {
		const could = attributeTypes[offer?.type ?? type].label;
		return `${show(name)} could be ${could}`;
	});
	return {
		kind: 'setup',
		problem: `Detect Types asks for the types of ${open.length} ${open.length === 1 ? 'attribute' : 'attributes'} (${escapeHtml(names.join('; '))})`,
		fix: 'Drag each of them into a list under Attribute Types.',
	};
}
