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
	/** The key under which output and error items name its ID. */
	idKey: string;
	/** What is true of sending the same again, as a whole sentence; '' where it is not safe. */
	safeToRepeat: string;
	/** Where it is not safe: what sending the same again can cost, and what to do instead, as whole sentences. */
	ifRepeated?: string;
	/** Which address takes it. */
	service: Service;
}
