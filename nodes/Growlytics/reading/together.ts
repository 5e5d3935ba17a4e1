import type { IExecuteFunctions } from 'n8n-workflow';

import { codeToJoin } from './codeToJoin';
import type { ByItem } from './parts';

/**
 * Evaluates expressions of an item in one evaluation by n8n, which costs as much as one of them.
 *
 * @returns a function that takes an expression in, as it is saved, with the way to read it alone, and gives its value by
 * item. An expression that fails, or gives what does not come out of a list as it is, is read alone; so is what cannot be
 * joined, and all of them once their evaluation failed as a whole.
 */
export function createTogether(context: IExecuteFunctions): (raw: string, alone: ByItem) => ByItem {
	const codes: string[] = [];
	let expression = '';
	let isUsable = true;
	let last: { itemIndex: number; values: unknown[] } | undefined;

	const valuesOf = (itemIndex: number): unknown[] => {
		if (last?.itemIndex === itemIndex) return last.values;
		if (expression === '') expression = `{{ [${codes.map(guarded).join(', ')}] }}`;
		const values = evaluate(context, expression, itemIndex);
		isUsable = values?.length === codes.length;
		last = { itemIndex, values: values ?? [] };
		return last.values;
	};

	return (raw, alone) => {
		const code = codeToJoin(raw);
		if (code === undefined) return alone;
		const place = codes.push(code) - 1;
		expression = '';
		last = undefined;
		return (itemIndex) => {
			if (codes.length < 2 || !isUsable) return alone(itemIndex);
			const outcome = valuesOf(itemIndex)[place];
			return isGiven(outcome) ? outcome[0] : alone(itemIndex);
		};
	};
}

/** A list with the value, or 0 where the expression failed: one that fails does not spoil the others. */
function guarded(code: string): string {
	return `(() => { try { return [(${code})] } catch { return 0 } })()`;
}

function evaluate(
	context: IExecuteFunctions,
	expression: string,
	itemIndex: number,
): unknown[] | undefined {
	try {
		const values: unknown = context.evaluateExpression(expression, itemIndex);
		return Array.isArray(values) ? values : undefined;
	} catch {
		return undefined;
	}
}

/** n8n refuses a function, and an object that looks like its own record of an error, only where they stand alone. */
function isGiven(outcome: unknown): outcome is [unknown] {
	if (!Array.isArray(outcome) || outcome.length !== 1) return false;
	const value: unknown = outcome[0];
	if (typeof value === 'object' && value !== null) return !('__isError' in value);
	return typeof value !== 'function' && typeof value !== 'symbol';
}
