/** What to do in the credential, said to two people. */
export interface Remedy {
	/** For somebody who reads it at the node. */
	fix: string;
	/** For somebody who is in the credential's form, where it is open already. */
	fixInForm: string;
}

/** @param what a sentence of our own, beginning with a verb in lower case */
export function inCredential(what: string): Remedy {
	return {
		fix: `Open the Growlytics API credential and ${what}`,
		fixInForm: `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
	};
}
