import { UserError } from 'n8n-workflow';
import { z } from 'zod';

/** Who owns the n8n that is started: what to sign in with. */
export const OWNER = { email: 'owner@example.com', password: 'Growlytics1' } as const;

/** n8n closes idle connections, which a request after a pause would still try to use. */
export const OWN_CONNECTION = { connection: 'close' } as const;

const answerSchema = z.object({ data: z.unknown() });

/** n8n's own REST API, the one its editor uses, as the signed-in owner. */
export class Rest {
	/**
	 * @param session of an owner who is signed in already: n8n takes five sign-ins a minute and no more
	 */
	constructor(
		readonly url: string,
		private cookie = '',
	) {}

	/** The owner's cookies, as a browser sends them. */
	get session(): string {
		return this.cookie;
	}

	/** Makes the first user of a new n8n and signs in. */
	async setUpOwner(): Promise<void> {
		const owner = { ...OWNER, firstName: 'Asha', lastName: 'Rao' };
		await this.call('POST', '/owner/setup', z.unknown(), owner);
	}

	/**
	 * @param path what follows `/rest`
	 * @param schema of the answer's `data`
	 * @throws UserError with n8n's answer when the status is not 2xx; ZodError when the answer is of another shape
	 */
	async call<Schema extends z.ZodTypeAny>(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		schema: Schema,
		body?: object,
	): Promise<z.output<Schema>> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie, ...OWN_CONNECTION },
			...(body && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new UserError(`${method} ${path}: ${response.status} ${text}`);
		this.keepCookies(response.headers.getSetCookie());
		return schema.parse(answerSchema.parse(JSON.parse(text)).data);
	}

	private keepCookies(cookies: readonly string[]) {
		if (cookies.length === 0) return;
		this.cookie = cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
	}
}
