import { toggleOption } from './option';

/** The option of what has no key against doubles: a request that may have been stored is not sent again, unless told to. */
export const unsureOptions = {
	retryUnsure: toggleOption(
		{
			displayName: 'Send Again When Unsure',
			description:
				'Whether to send again what may have got through, e.g. after a time-out. If off, such an item fails, and its error says so. If on, nothing is lost, but some may be counted twice and start a campaign twice.',
		},
		false,
	),
};
