import type { ApiRequest } from '../../transport/send';

/** What can be reported of a message (docs.growlytics.in, connector webhooks). */
export const ACTIONS = ['open', 'click'] as const;

/** The body of /custom-connector/production/:key, in its key order (the same page). */
export interface MessageReport {
	token: string;
	action: (typeof ACTIONS)[number];
}

/** The request that reports an open or a click. The page says neither that the body is JSON nor what is answered. */
export function reportRequest({ token, action }: MessageReport): ApiRequest {
	return {
		service: 'connector',
		method: 'POST',
		path: '/custom-connector/production',
		isKeyInPath: true,
		body: { token, action },
		attributeNames: [],
		isAnswerUndocumented: true,
		ifNotFound: 'refused',
	};
}
