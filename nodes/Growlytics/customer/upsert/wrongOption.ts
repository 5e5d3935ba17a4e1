import type { INodeProperties } from 'n8n-workflow';

import { options } from './options';

/** What the field of an option takes, by the type of the field. Other fields say more than one thing. */
const takes: Readonly<Record<string, (field: INodeProperties) => string>> = {
	boolean: () => 'true or false',
	number: ({ typeOptions: { minValue, maxValue, numberPrecision } = {} }) => {
		const kind = numberPrecision === 0 ? 'a whole number' : 'a number';
		return `${kind} from ${minValue}${maxValue === undefined ? '' : ` to ${maxValue}`}`;
	},
	options: ({ options: choices = [] }) => {
		const values = choices.flatMap((choice) => ('value' in choice ? choice.value : []));
		return `one of ${values.join(', ')}`;
	},
};

const fields = options.options?.filter((one) => 'type' in one) ?? [];

/**
 * Why the value of an option cannot be used, in the words of the panel.
 * @param name the option's internal name
 * @param said what is wrong, for an option that takes more than a single value
 * @example wrongOption('maxRetries', '') // 'Max Retries has to be a whole number from 0 to 10'
 */
export function wrongOption(name: unknown, said: string): string {
	const field = fields.find((one) => one.name === name);
	if (field === undefined) return said;
	const taken = takes[field.type]?.(field);
	if (taken === undefined) return `${field.displayName}: ${said}`;
	return `${field.displayName} has to be ${taken}`;
}
