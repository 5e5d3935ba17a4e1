/** One step into an item, as n8n writes it when a field is dragged: `.city`, `['first name']`, `[0]`. */
const STEP =
	/^(?:\.(?<plain>[A-Za-z_$][\w$]*)|\[\s*(?:'(?<single>[^'\\]*)'|"(?<double>[^"\\]*)"|(?<index>\d+))\s*\])/;

/** What does not change which field is meant. */
const SPELLING = /^\.(?:toLowerCase|toUpperCase|toString|trim)\(\)/;

/**
 * The field that was dragged into a parameter.
 * @param raw the parameter as it is saved
 * @returns the keys that lead to it in an item; undefined if the parameter is anything else than one field
 * @example draggedPath("={{ $json.billing['first name'] }}") // ['billing', 'first name']
 * @example draggedPath('={{ $json.email.toLowerCase() }}') // ['email']
 */
export function draggedPath(raw: unknown): string[] | undefined {
	const inside = typeof raw === 'string' ? behindJson(raw) : undefined;
	if (inside === undefined) return undefined;
	const path: string[] = [];
	let rest = inside;
	while (rest !== '') {
		const spelling = path.length > 0 ? SPELLING.exec(rest) : null;
		const step = spelling === null ? STEP.exec(rest) : null;
		const { plain, single, double, index } = step?.groups ?? {};
		const key = plain ?? single ?? double ?? index;
		if (key !== undefined) path.push(key);
		else if (spelling === null) return undefined;
		rest = rest.slice((spelling ?? step)?.[0].length);
	}
	return path.length === 0 ? undefined : path;
}

/** What stands behind `$json` in a parameter that is one expression. A pattern would try each of many spaces anew. */
function behindJson(raw: string): string | undefined {
	if (!raw.startsWith('={{') || !raw.endsWith('}}')) return undefined;
	const expression = raw.slice(3, -2).trim();
	return expression.startsWith('$json') ? expression.slice('$json'.length) : undefined;
}
