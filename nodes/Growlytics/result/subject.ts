import type { Service } from '../service';

/** The word list of what an operation sends: every message speaks of it in these words. */
export interface Subject {
	/** @example 'event' */
	one: string;
	/** @example 'events' */
	many: string;
	/** What becomes of it in Growlytics, as a participle: "was not stored", "may have been stored". */
	stored: string;
	/** What a sum calls those that went through: "997 updated". */
	counted: string;
	/** The key under which output and error items name its ID; absent where they do not. */
	idKey?: string;
	/** What is true of sending the same again, as a whole sentence; '' where it is not safe. */
	safeToRepeat: string;
	/** Where it is not safe: what is true of one that may have been stored, as whole sentences. */
	ifUnsure?: string;
	/** Which requests keep their order, for a sentence that begins with it: `Events of one customer`. */
	inOrder?: string;
	/** Why a request can find nothing where others get through (404), without a full stop, and how to mend it. */
	notFound?: { cause: string; fix: string };
	/** Which address takes it. */
	service: Service;
}
