import { OWNER } from './rest';

/** Where the parts of the try-out are. */
export interface TryOut {
	/** Of n8n. */
	n8nUrl: string;
	/** Of the local Growlytics. */
	growlyticsUrl: string;
	apiKey: string;
	credentialName: string;
	/** A workflow to begin with. */
	exampleName: string;
	logFile: string;
}

/** What to open, to enter and to press, for whoever tries the node for the first time. */
export function welcome(tryOut: TryOut): string {
	const { n8nUrl, growlyticsUrl, apiKey, credentialName, exampleName, logFile } = tryOut;
	return `
1  Open this page      ${n8nUrl}/home/workflows
2  Sign in             ${OWNER.email}
   with the password   ${OWNER.password}
3  Open a workflow     "${exampleName}", and press Execute workflow: it ends with
                       an error that names a row, since one of its rows is wrong on purpose
4  See what arrived    ${growlyticsUrl}

Press Ctrl+C here to stop: this n8n is removed with all that is in it.

The workflows use the credential "${credentialName}". For a workflow of your own choose it too, or make
one with the key ${apiKey}, Use Other Addresses on, and ${growlyticsUrl} as each address.
Nothing is sent to the real Growlytics. After a change of the node, stop this and start it again.
n8n's log is in ${logFile}

Requests to the local Growlytics:
`;
}
