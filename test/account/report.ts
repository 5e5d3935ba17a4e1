import { shorten } from '../../nodes/Growlytics/shorten';
import { markdownTable } from '../bench/markdownTable';
import { drawTable, wrap } from '../demo/table';
import type { Agreement, Findings, Row } from './check';
import type { Names } from './names';
import { LONG_ID_CHARACTERS } from './names';
import type { Leavings, Probe } from './probe';
import { leftBy } from './probe';
import type { NotAsked, Question } from './questions';

const WIDTH = 110;
const INDENT = 14;
/** Of an answer, in the table for the terminal; the page has more of it. */
const MAX_CHARACTERS = 120;

const AGREES = {
	yes: 'yes',
	no: 'NO',
	look: 'look',
	'-': '-',
} as const;

/** What a check that is about to start sends, and what it leaves. */
export function describePlan(
	questions: readonly Question[],
	names: Names,
	{ address, pauseMs }: { address: string; pauseMs: number },
): string[] {
	const planned = questions.flatMap((question) => {
		const probe = question.probe?.(names);
		return probe === undefined ? [] : [{ probe, isToBeTaken: question.expects.includes('taken') }];
	});
	const probesOf = (isToBeTaken: boolean): Probe[] =>
		planned.filter((one) => one.isToBeTaken === isToBeTaken).map(({ probe }) => probe);
	const surely = leftBy(probesOf(true));
	const perhaps = without(leftBy(probesOf(false)), surely);
	const wrong = planned.filter(({ probe }) => probe.key === 'wrong').length;
	return [
		`This sends ${planned.length} requests to ${address} one after another, with ${pauseMs / 1000} s between them;`,
		`${wrong} of them with a key that was made up. This is what they leave in the account:`,
		'',
		...describeLeavings(surely, names),
		'',
		'And this, if Growlytics takes what the node assumes it refuses:',
		'',
		...describeLeavings(perhaps, names),
		'',
		...wrap(
			'No customer gets an e-mail address or a mobile number, so no campaign can reach one. A campaign or journey that begins with any customer or any event can begin with these. The names of the attributes, and their types, stay in the account: every check sends the same.',
			WIDTH,
		),
	];
}

/** The table for the terminal, what to look at, what was left, and why it ended. */
export function describeFindings(
	findings: Findings,
	names: Names,
	open: readonly NotAsked[],
): string[] {
	const { rows, sent, left, mayBeLeft, end } = findings;
	const looks = looksOf(rows);
	return [
		...(rows.length === 0 ? [] : [...drawFindings(rows), '']),
		...(looks.length === 0
			? []
			: [
					'Look in the dashboard of Growlytics:',
					...looks.flatMap(({ number, lookAt }) => listed(String(number), lookAt)),
					'',
				]),
		...(end === undefined ? [] : [`The check ended early: ${end.why}`]),
		countAgreements(rows),
		`Requests sent: ${sent}.`,
		...(isNothing(left)
			? ['Nothing of them is known to be left.']
			: ['Left in the account:', ...describeLeavings(left, names)]),
		...(isNothing(mayBeLeft)
			? []
			: ['The last request may have left:', ...describeLeavings(mayBeLeft, names)]),
		...(end === undefined
			? [
					'',
					'Not asked:',
					...open.flatMap(({ assumption, why }) => wrap(`${assumption}: ${why}.`, WIDTH)),
				]
			: []),
	];
}

/** The same as a page, ready for an issue. */
export function toMarkdown(
	findings: Findings,
	names: Names,
	open: readonly NotAsked[],
	{ address, now }: { address: string; now: Date },
): string {
	const { rows, sent, left, mayBeLeft, end } = findings;
	const looks = looksOf(rows);
	const table = markdownTable(
		[
			{ title: '', align: 'right' },
			...['Question', 'Growlytics answered', 'The node assumes', 'Agrees'].map((title) => ({
				title,
			})),
		],
		rows.map(({ question, answered, agrees }, index) => [
			String(index + 1),
			question.asks,
			asCode(answered),
			question.assumes,
			AGREES[agrees],
		]),
	);
	return [
		'# What a Growlytics account answered',
		'',
		`\`npm run check-account\` of n8n-nodes-growlytics, ${now.toISOString().slice(0, 10)}, ${asCode(address)}: requests sent: ${sent}.`,
		'',
		...(end === undefined ? [] : [`The check ended early: ${end.why}`]),
		countAgreements(rows),
		'',
		...(rows.length === 0 ? [] : [table, '']),
		...(looks.length === 0
			? []
			: [
					'To look at in the dashboard of Growlytics:',
					'',
					...looks.map(({ number, lookAt }) => `- ${number}: ${lookAt}`),
					'',
				]),
		...section('Left in the account:', left, names),
		...section('The last request may have left:', mayBeLeft, names),
		'Not asked:',
		'',
		...open.map(({ assumption, why }) => `- ${assumption}: ${why}.`),
		'',
	].join('\n');
}

function countAgreements(rows: readonly Row[]): string {
	const count = (agreement: Agreement) => rows.filter(({ agrees }) => agrees === agreement).length;
	return `Answers that agree with what the node assumes: ${count('yes')}. That do not: ${count('no')}. To look at: ${count('look')}.`;
}

function looksOf(rows: readonly Row[]): Array<{ number: number; lookAt: string }> {
	return rows.flatMap(({ lookAt }, index) =>
		lookAt === undefined ? [] : [{ number: index + 1, lookAt }],
	);
}

function drawFindings(rows: readonly Row[]): string[] {
	return drawTable(
		[
			{ title: '', width: 2, align: 'right' },
			{ title: 'Question', width: 32 },
			{ title: 'Growlytics answered', width: 36 },
			{ title: 'The node assumes', width: 25 },
			{ title: 'Agrees', width: 6 },
		],
		rows.map(({ question, answered, agrees }, index) => [
			String(index + 1),
			question.asks,
			shorten(answered, MAX_CHARACTERS),
			question.assumes,
			AGREES[agrees],
		]),
	);
}

function section(title: string, leavings: Leavings, names: Names): string[] {
	if (isNothing(leavings)) return [];
	return [title, '', ...linesOf(leavings, names).map(([kind, text]) => `- ${kind}: ${text}`), ''];
}

function describeLeavings(leavings: Leavings, names: Names): string[] {
	return linesOf(leavings, names).flatMap(([kind, text]) => listed(kind, text));
}

function listed(first: string, text: string): string[] {
	return wrap(text, WIDTH - INDENT).map(
		(line, index) => `  ${(index === 0 ? first : '').padEnd(INDENT - 2)}${line}`,
	);
}

function linesOf(
	{ customers, attributes, events }: Leavings,
	names: Names,
): Array<readonly [string, string]> {
	const ids = customers.map((id) =>
		id === names.long ? `${names.customer}-xxx… (${LONG_ID_CHARACTERS} characters)` : id,
	);
	const explained = (event: string) =>
		event.endsWith(names.unknown) ? `${event} (no customer, unless the event makes it one)` : event;
	return [
		['customers', ids.join(', ')] as const,
		['attributes', briefly(attributes).join(', ')] as const,
		['events', events.map(explained).join(', ')] as const,
	].filter(([, text]) => text !== '');
}

/** A hundred numbered names are said as one. */
function briefly(attributes: readonly string[]): string[] {
	const last = new Map<string, string>();
	for (const name of attributes) last.set(name.replace(/\d+$/, ''), name);
	return [...last].map(([stem, name]) => {
		const alike = attributes.filter((one) => one.replace(/\d+$/, '') === stem);
		return alike.length > 1 ? `"${alike[0]}" to "${name}"` : `"${name}"`;
	});
}

function without(leavings: Leavings, others: Leavings): Leavings {
	const rest = (kind: keyof Leavings) =>
		leavings[kind].filter((one) => !others[kind].includes(one));
	return { customers: rest('customers'), attributes: rest('attributes'), events: rest('events') };
}

function isNothing({ customers, attributes, events }: Leavings): boolean {
	return customers.length + attributes.length + events.length === 0;
}

/** Text of a server as Markdown shows it, whatever is in it. */
function asCode(text: string): string {
	return `\`${text.replaceAll('`', "'")}\``;
}
