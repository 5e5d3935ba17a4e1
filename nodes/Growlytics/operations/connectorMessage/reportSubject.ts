import type { Subject } from '../../result/subject';

/** Nothing is documented of a report that comes twice: as with an event, none is sent again that may have been recorded. */
export const reportSubject: Subject = {
	one: 'report',
	many: 'reports',
	stored: 'recorded',
	counted: 'recorded',
	safeToRepeat: '',
	ifUnsure:
		'It may have been recorded all the same, and sending it again may count it twice: look at the campaign in Growlytics first.',
	service: 'connector',
	inOrder: 'Reports of one message',
	notFound: {
		cause:
			'Growlytics does not know this token or this API key, or takes no reports at this address',
		fix: 'Check that Message Token is the token that came with the message. If it fails for every message, open the Growlytics API credential and check the API Key and the Connector URL.',
	},
};
