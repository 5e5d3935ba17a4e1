import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { isRecord } from '../values/record';
import { cleanup } from './cleanup';
import { holdsExpression, isExpression } from './expression';
import { itemValue } from './itemValue';
import type { ByItem } from './parts';
import { byPart, isReadableApart } from './parts';
import { createTogether } from './together';

/** Reads the parameters of a node by item; made once a run, so that it knows which belong together. */
export interface Reading {
	/**
	 * To be asked for before the first item is read. Reading a parameter throws what n8n throws for an expression that
	 * cannot be evaluated.
	 *
	 * @param path its name, or the path of an option such as `options.emptyValues`
	 * @returns its value by item, as n8n's getNodeParameter gives it; cheap if items are read one after the other
	 */
	parameter: (path: string, fallback: object | string) => ByItem;
}

/**
 * n8n takes 0.3 to 1 ms for a parameter with an expression, whatever that computes, and a walk and a copy for one
 * without. So what holds no expression is read once; a path into the item is read from the item; the other expressions
 * of an item are evaluated together, and only what is left is read by n8n one by one. The value is the same either way.
 */
export function createReading(context: IExecuteFunctions): Reading {
	const node = context.getNode();
	const items = context.getInputData();
	const isItem = isTheItem(context, 0) && isTheItem(context, items.length - 1);
	// Apart from the others, because an item that holds all of the paths needs no evaluation of them.
	const paths = createTogether(context);
	const others = createTogether(context);

	const readExpression = (raw: string, byN8n: ByItem): ByItem => {
		const read = isItem ? itemValue(raw) : undefined;
		if (read === undefined) return others(raw, byN8n);
		const orEvaluate = paths(raw, byN8n);
		return (itemIndex) => {
			const value = read(items[itemIndex]?.json);
			return value === undefined ? orEvaluate(itemIndex) : value;
		};
	};

	return {
		parameter: (path, fallback) => {
			const saved = savedAt(node, path);
			const byN8n: ByItem = (itemIndex) => context.getNodeParameter(path, itemIndex, fallback);
			if (!holdsExpression(saved)) {
				const value = byN8n(0);
				return () => value;
			}
			if (!isReadableApart(saved)) return byN8n;
			const read = isExpression(saved)
				? readExpression(saved, byN8n)
				: byPart(saved, path, (raw, place) =>
						readExpression(raw, (itemIndex) => context.getNodeParameter(place, itemIndex)),
					);
			return (itemIndex) => {
				const value = read(itemIndex);
				cleanup(value);
				return value;
			};
		},
	};
}

/** In an agent's tool, `$json` of an expression need not be the item that the node gets. */
function isTheItem(context: IExecuteFunctions, itemIndex: number): boolean {
	return context.getWorkflowDataProxy(itemIndex).$json === context.getInputData()[itemIndex]?.json;
}

function savedAt({ parameters }: INode, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), parameters);
}
