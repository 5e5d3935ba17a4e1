import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation } from './operation';

/** The node's parameters: Resource, Operation, and those of every operation. The first is the default. */
export function toProperties(operations: readonly [Operation, ...Operation[]]): INodeProperties[] {
	const resources = new Map(operations.map(({ resource }) => [resource.value, resource]));
	const defaultResource = operations[0].resource.value;
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: [...resources.values()],
			default: defaultResource,
		},
		...[...resources.keys()].map((resource) =>
			operationChooser(
				resource,
				operations.filter((operation) => operation.resource.value === resource),
			),
		),
		...operations.flatMap((operation) =>
			operation.parameters.map((parameter) => shownFor(operation, parameter)),
		),
	];
}

/** An expression for what the canvas shows under the node's name: `Create or update customer`. */
export function toSubtitle(operations: readonly Operation[]): string {
	const titles = operations.map(({ resource, choice }) => [
		`${resource.value} ${choice.value}`,
		choice.action?.replace(/ an? /, ' '),
	]);
	const table = JSON.stringify(Object.fromEntries(titles));
	return `={{ (${table})[$parameter["resource"] + " " + $parameter["operation"]] }}`;
}

function operationChooser(
	resource: INodePropertyOptions['value'],
	operations: readonly Operation[],
): INodeProperties {
	const choices = operations.map(({ choice }) => choice);
	const defaultChoice = choices[0]?.value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: choices,
		default: defaultChoice,
	};
}

function shownFor({ resource, choice }: Operation, parameter: INodeProperties): INodeProperties {
	return {
		...parameter,
		displayOptions: {
			...parameter.displayOptions,
			show: {
				resource: [resource.value],
				operation: [choice.value],
				...parameter.displayOptions?.show,
			},
		},
	};
}
