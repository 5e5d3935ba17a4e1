/** A single pair of braces with nothing around. */
const SINGLE = /^=\{\{(?<code>[^]*[^}])\}\}$/;

/**
 * n8n looks for these anywhere, or they depend on where the expression stands: the ends of an expression, the attack that
 * n8n refuses, the field's neighbours, a tool's values, another expression in a text.
 */
const TREATED_SPECIALLY = /\}\}|constructor|parameter|fromai|evaluateexpression/i;

/**
 * Statements, and what is another thing inside of a function; what changes a value that another expression reads as well.
 */
const FORBIDDEN_WORDS: ReadonlySet<string> = new Set(
	[
		'arguments async await case catch class const continue debugger default delete do else eval export finally for',
		'function global globalThis if import let return super switch this throw try var void while window with yield',
		'assign copyWithin fill freeze pop preventExtensions push reverse seal shift sort splice unshift',
	].flatMap((words) => words.split(' ')),
);

/** A setter; those of Luxon's dates give another date. */
const SETTER = /^set(?!Zone$|Locale$)[A-Z]/;

/** What ends a value: a slash behind it divides, a slash elsewhere begins a regular expression. */
const ENDS_VALUE = /[\p{ID_Continue}$'"`)\]]$/u;
/** Names or more than that: what a slash behind them does is not known here. */
const UNCLEAR = /^(?:in|instanceof|new|of|typeof|\})$/;

/**
 * The parts of an expression that are known to mean the same among others. Not there: comments, semicolons, assignments,
 * `++`, shifts, `?.` (which n8n rewrites if a function of its own is called anywhere beside it), escapes in names.
 */
const TOKEN =
	/(?<space>\s+)|(?<word>[\p{ID_Start}$_][\p{ID_Continue}$]*)|(?<number>\d+(?:\.\d+)?)|(?<text>'(?:[^'\\\r\n]|\\[^])*'|"(?:[^"\\\r\n]|\\[^])*")|(?<operator>===|!==|=>|==|!=|<=|>=|&&|\|\||\?\?|\.\.\.|\+(?!\+)|-(?!-)|>(?!>)|<(?!<)|\?(?!\.)|\.(?!\s)|[*%!:,&|^~])|(?<open>[([{])|(?<close>[)\]}])/uy;
const REGULAR_EXPRESSION = /\/(?![*/])(?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\/[a-z]*/uy;
const DIVISION = /\/(?![*/=])/y;
/** From the backtick, or from the brace that ends a value in it, to the next value or the end. */
const TEMPLATE = /[`}](?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{)/y;

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * @param raw an expression as it is saved
 * @returns the code between its braces, if its value is the same where it stands in brackets among others; undefined if
 * that is not known for sure
 */
export function codeToJoin(raw: string): string | undefined {
	const code = SINGLE.exec(raw)?.groups?.code;
	if (code === undefined || code.trim() === '' || TREATED_SPECIALLY.test(code)) return undefined;
	const firstText = scan(code);
	// Before n8n looks for functions of its own, it takes out what is between the first two quotes: of a text, no code.
	return firstText === undefined || firstText !== code.search(/['"]/) ? undefined : code;
}

/** @returns where the first text begins, -1 if there is none; undefined for what is not known to be safe */
function scan(code: string): number | undefined {
	const open: string[] = [];
	let firstText = -1;
	let before = '';
	let place = 0;
	while (place < code.length) {
		const read = next(code, place, before, open.at(-1));
		if (read === undefined) return undefined;
		const [token, kind] = read;
		if (!isAllowed(token, kind, before)) return undefined;
		if (kind === 'text' && firstText < 0) firstText = place;
		place += token.length;
		if (kind === 'space') continue;
		if (kind === 'close' && open.pop() !== CLOSES[token]) return undefined;
		if (kind === 'template' && token.startsWith('}')) open.pop();
		if (kind === 'open') open.push(token);
		if (kind === 'template' && token.endsWith('${')) open.push('${');
		before = token;
	}
	return open.length === 0 ? firstText : undefined;
}

type Kind = 'space' | 'word' | 'number' | 'text' | 'operator' | 'open' | 'close' | 'template';

function next(
	code: string,
	place: number,
	before: string,
	open: string | undefined,
): readonly [string, Kind] | undefined {
	const at = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = place;
		return pattern.exec(code);
	};
	const first = code[place];
	if (first === '`' || (first === '}' && open === '${')) {
		const template = at(TEMPLATE)?.[0];
		return template === undefined ? undefined : [template, 'template'];
	}
	if (first === '/') {
		if (UNCLEAR.test(before)) return undefined;
		const isDivision = ENDS_VALUE.test(before);
		const slash = at(isDivision ? DIVISION : REGULAR_EXPRESSION)?.[0];
		return slash === undefined ? undefined : [slash, isDivision ? 'operator' : 'word'];
	}
	const token = at(TOKEN);
	for (const kind of ['space', 'word', 'number', 'text', 'operator', 'open', 'close'] as const) {
		const found = token?.groups?.[kind];
		if (found !== undefined) return [found, kind];
	}
	return undefined;
}

function isAllowed(token: string, kind: Kind, before: string): boolean {
	if (kind === 'word') {
		return !FORBIDDEN_WORDS.has(token) && !SETTER.test(token) && !token.startsWith('__');
	}
	// A method by a computed name can be any method; a template behind a value is a call.
	if (token === '(') return before !== ']';
	return !(token.startsWith('`') && ENDS_VALUE.test(before));
}
