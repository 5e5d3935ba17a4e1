const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** HTML that was written here: whatever came from outside is escaped in it. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[];

function written(part: Part): string {
	if (part instanceof Html) return part.text;
	if (typeof part === 'object') return part.map(({ text }) => text).join('');
	return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A template for HTML: text and numbers in it are escaped, between tags and in quoted values of attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return new Html(strings.map((string, index) => string + written(parts[index] ?? '')).join(''));
}
