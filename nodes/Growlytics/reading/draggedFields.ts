import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isSafeObjectProperty } from 'n8n-workflow';

import { isRecord } from '../values/record';

/** A parameter's value, or a part of it, for an item. */
type ByItem = (itemIndex: number) => unknown;

/** What n8n writes when a field is dragged into a parameter: one property, nothing around the braces. */
const DRAGGED =
	/^=\{\{ *\$json(?:\.(?<afterDot>[A-Za-z_]\w*)|\[(?<quote>['"])(?<quoted>[^'"\\{}\r\n\u2028\u2029]+)\k<quote>\]) *\}\}$/;

/** `$parameter["&name"]` reads the field's neighbours, which a field that is read alone does not have. */
const NEIGHBOURS = /parameter/i;

const PLAIN_KEY = /^\w+$/;

/**
 * An expression costs n8n 0.3 to 1 ms, reading a field from its item next to nothing, and most expressions are a
 * field that was dragged into the parameter. Those are read from the item, all others by n8n; the value is the
 * same either way.
 *
 * @param parameter its path, as n8n's getNodeParameter takes it
 * @param raw the parameter as it is saved
 * @param evaluate reads the whole parameter by n8n
 */
export function withDraggedFields(
	context: IExecuteFunctions,
	parameter: string,
	raw: unknown,
	evaluate: ByItem,
): ByItem {
	const items = context.getInputData();
	if (!isTheItem(context, 0) || !isTheItem(context, items.length - 1)) return evaluate;

	const orEvaluate = (raw: string, byN8n: ByItem): ByItem => {
		const field = draggedField(raw);
		if (field === undefined) return byN8n;
		return (itemIndex) => {
			const value = plainValue(items[itemIndex]?.json ?? {}, field);
			return value === undefined ? byN8n(itemIndex) : value;
		};
	};
	if (typeof raw === 'string') return orEvaluate(raw, evaluate);

	// n8n turns some objects into text, but only inside a collection: those are not read apart.
	let isApart = isReadableApart(raw);
	const readApart = byPart(raw, parameter, (text, path) =>
		orEvaluate(text, (itemIndex) => {
			const value = context.getNodeParameter(path, itemIndex);
			if (typeof value === 'object' && value !== null) isApart = false;
			return value;
		}),
	);
	return (itemIndex) => {
		const value = isApart ? readApart(itemIndex) : undefined;
		return isApart ? value : evaluate(itemIndex);
	};
}

/** In an agent's tool, `$json` of an expression need not be the item that the node gets. */
function isTheItem(context: IExecuteFunctions, itemIndex: number): boolean {
	return context.getWorkflowDataProxy(itemIndex).$json === context.getInputData()[itemIndex]?.json;
}

/** @returns the name of the field, unless n8n's expressions treat that name specially */
function draggedField(raw: string): string | undefined {
	const { afterDot, quoted } = DRAGGED.exec(raw)?.groups ?? {};
	const name = afterDot ?? quoted;
	if (name === undefined || name in Object.prototype || name.includes('constructor')) return;
	return isSafeObjectProperty(name) ? name : undefined;
}

/** @returns undefined for what n8n has to see itself: a missing field, a date, an object, a list, NaN */
function plainValue(
	json: IDataObject,
	field: string,
): string | number | boolean | null | undefined {
	if (!Object.hasOwn(json, field)) return undefined;
	const value = json[field];
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether n8n can read each expression in it by its path, and it is then worth the same. */
function isReadableApart(raw: unknown): boolean {
	if (typeof raw === 'string') return !raw.startsWith('=') || !NEIGHBOURS.test(raw);
	if (Array.isArray(raw)) return raw.every(isReadableApart);
	if (!isRecord(raw)) return true;
	return Object.entries(raw).every(([key, part]) => PLAIN_KEY.test(key) && isReadableApart(part));
}

/**
 * @param path of `raw`, as n8n's getNodeParameter takes it
 * @param readExpression reads an expression, given as it is saved and by its path
 */
function byPart(
	raw: unknown,
	path: string,
	readExpression: (raw: string, path: string) => ByItem,
): ByItem {
	if (typeof raw === 'string' && raw.startsWith('=')) return readExpression(raw, path);
	if (Array.isArray(raw)) {
		const parts = raw.map((part, index) => byPart(part, `${path}[${index}]`, readExpression));
		return (itemIndex) => parts.map((read) => read(itemIndex));
	}
	if (!isRecord(raw)) return () => raw;
	const entries = Object.entries(raw).map(
		([key, part]) => [key, byPart(part, `${path}.${key}`, readExpression)] as const,
	);
	return (itemIndex) =>
		Object.fromEntries(entries.map(([key, read]) => [key, read(itemIndex)] as const));
}
