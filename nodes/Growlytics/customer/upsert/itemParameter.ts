import type { IExecuteFunctions } from 'n8n-workflow';

import { withDraggedFields } from './draggedFields';

/**
 * A parameter's value by item. One that holds no expression is the same for every item and is read once:
 * every read by n8n walks and copies it.
 *
 * @param entered what of the parameter may differ between items, as it is saved
 */
export function itemParameter(
	context: IExecuteFunctions,
	name: string,
	fallback: object | string,
	entered: unknown = context.getNode().parameters[name],
): (itemIndex: number) => unknown {
	const evaluate = (itemIndex: number): unknown =>
		context.getNodeParameter(name, itemIndex, fallback);
	if (holdsExpression(entered)) return withDraggedFields(context, name, evaluate);
	const value = evaluate(0);
	return () => value;
}

/** n8n marks an expression by a leading `=`. */
export function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (typeof raw !== 'object' || raw === null) return false;
	return Object.values(raw).some(holdsExpression);
}
