import type { IExecuteFunctions } from 'n8n-workflow';

import { withDraggedFields } from './draggedFields';

/**
 * A parameter's value by item. One that holds no expression is the same for every item and is read once:
 * every read by n8n walks and copies it.
 *
 * @param path its name, or the path of an option such as `options.emptyValues`
 * @param entered the parameter as it is saved
 */
export function itemParameter(
	context: IExecuteFunctions,
	path: string,
	fallback: object | string,
	entered: unknown = context.getNode().parameters[path],
): (itemIndex: number) => unknown {
	const evaluate = (itemIndex: number): unknown =>
		context.getNodeParameter(path, itemIndex, fallback);
	if (holdsExpression(entered)) return withDraggedFields(context, path, entered, evaluate);
	const value = evaluate(0);
	return () => value;
}

/** n8n marks an expression by a leading `=`. */
export function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	if (typeof raw !== 'object' || raw === null) return false;
	return Object.values(raw).some(holdsExpression);
}
