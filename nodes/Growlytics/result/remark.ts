/** Something said about an attribute. */
export interface Remark {
	/** The attribute's name; '' where it is about the item as a whole. */
	attribute: string;
	/** What is the matter, naming the value. A problem's is a sentence without its subject: `"12px" is not a number`. */
	message: string;
	/** Whether it is about the item's ID: an attribute can be called `id` too. */
	isAboutId?: boolean | undefined;
	/** Whether it is merely good to know: nothing was lost, and nothing needs to be done. */
	isNote?: boolean | undefined;
}

/** A remark about what keeps an item from being sent: with the remedy. */
export interface Problem extends Remark {
	/** How to mend it, as a sentence of our own: n8n shows it as HTML, so no user's text belongs here. */
	fix: string;
	/** Another way, which is open for many a problem: it is said once, after what helps against each. */
	otherwise?: string;
}

/** @returns whether a remark is about the item rather than one of its attributes */
export function isAboutWhole({ attribute, isAboutId }: Remark): boolean {
	return attribute === '' || isAboutId === true;
}

/** Something said once for a whole run. */
export interface RunRemark {
	/** The attributes that it is about: what is said of them in single items is not said again. */
	about: readonly string[];
	/** A whole sentence of plain text. */
	text: string;
	/** Whether it is merely good to know. */
	isNote: boolean;
}
