/** Where a value of an item does not arrive as it stood there. */
export interface Change {
	kind: ChangeKind;
	/** The field's name as an attribute would have it, or its path in the item. */
	name: string;
	/** What differs from field to field, e.g. the class of an instance. */
	detail?: string;
	/** Whether the user selected this very field by name: then it cannot be left out without a word. */
	isSelected?: true;
}

/**
 * What can become of a field, each with its words. `isLoss`: the value is not sent. `isFault`: the user has
 * chosen Refuse for nested values.
 */
const KINDS = {
	unwrapped: { isLoss: false, say: () => 'The fields inside it are sent under their own names.' },
	envelope: {
		isLoss: true,
		say: () => 'Left out: it stands around the record and is no part of it.',
	},
	machinery: { isLoss: true, say: (detail: string) => `Left out: ${detail}.` },
	firstOfSeveral: {
		isLoss: true,
		say: (detail: string) => `The first is sent; ${detail} more left out.`,
	},
	answers: { isLoss: false, say: () => 'Each answer is sent under the name of its question.' },
	repeats: {
		isLoss: true,
		say: () => 'Left out: each choice once more as yes or no; the choices are sent as one text.',
	},
	records: {
		isLoss: true,
		say: () => 'Left out: it is a list of records, which no single value can hold.',
	},
	skipped: { isLoss: true, say: () => 'Left out: it is nested, and Nested Values is Leave Out.' },
	refused: { isLoss: true, say: (detail: string) => `It is ${detail}, not a single value.` },
	instance: {
		isLoss: true,
		say: (detail: string) =>
			`Left out: it is a ${detail}, which is no text, number, date, yes or no.`,
	},
	endless: { isLoss: true, say: () => 'Left out: it contains itself.' },
	deep: {
		isLoss: true,
		say: () => 'Left out: it is nested so deep that its name would be too long.',
	},
	unwritable: { isLoss: true, say: () => 'Left out: it cannot be written as JSON.' },
	unreadable: { isLoss: true, say: () => 'Left out: it cannot be read.' },
	tooMany: { isLoss: true, say: () => 'Left out: the item holds too many values.' },
	secret: { isLoss: true, say: () => 'Left out: it lets somebody in, and is never sent.' },
} as const satisfies Record<string, { isLoss: boolean; say: (detail: string) => string }>;

export type ChangeKind = keyof typeof KINDS;

/** What became of a field, as a sentence that stands behind its name. */
export function sayChange({ kind, detail = '' }: Change): string {
	return KINDS[kind].say(detail);
}

/** @returns whether something of the item is not sent */
export function isLoss({ kind }: Change): boolean {
	return KINDS[kind].isLoss;
}

const USUAL: ReadonlySet<ChangeKind> = new Set(['envelope', 'machinery', 'repeats']);

/** @returns whether nobody would miss what is left out: it came from a tool */
export function isUsual({ kind }: Change): boolean {
	return USUAL.has(kind);
}
