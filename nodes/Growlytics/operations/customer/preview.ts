import type { INodeProperties } from 'n8n-workflow';

import { optionsOf } from '../../panel/option';
import type { MappedRun, MappingInput, Operation } from '../../run/operation';
import type { InvalidSetup } from '../../result/failure';
import { customerMappingOptions, customerParameters, customerResource } from './customerParameters';
import { customerSubject } from './customerSubject';

const show: INodeProperties = {
	displayName: 'Show',
	name: 'show',
	type: 'options',
	noDataExpression: true,
	default: 'attributes',
	description: 'What to put out. Nothing is sent to Growlytics.',
	options: [
		{
			name: 'Attributes',
			value: 'attributes',
			description: 'One row for each attribute: its type, why, examples, and what does not fit',
		},
		{
			name: 'Requests',
			value: 'requests',
			description: 'One item for each customer: what would be sent',
		},
	],
};

export const previewCustomers: Operation = {
	resource: customerResource,
	choice: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview customers',
		description: 'See types and values before anything is sent to Growlytics',
	},
	subject: customerSubject,
	isRepeatable: true,
	parameters: [show, ...customerParameters, optionsOf(customerMappingOptions)],
	mapItems: preview,
};

async function preview(input: MappingInput): Promise<MappedRun | InvalidSetup> {
	const { readCustomers } = await import('./readCustomers');
	const read = readCustomers(input);
	if ('kind' in read) return read;
	if (input.context.getNodeParameter('show', 0, 'attributes') === 'requests') {
		return { ...read, instead: 'requests' };
	}
	const { previewTable, typesJson } = await import('../../attributes/previewTable');
	const types = typesJson(read.mapped);
	const paste = {
		about: [],
		text: `Types, ready to paste into Options > Attribute Types (JSON): ${types}`,
		isNote: false,
	};
	return {
		...read,
		remarks: [...(types === '{}' ? [] : [paste]), ...(read.remarks ?? [])],
		instead: previewTable(read.mapped, read.values),
	};
}
