import type { Subject } from '../../result/subject';

export const eventSubject: Subject = {
	one: 'event',
	many: 'events',
	stored: 'tracked',
	counted: 'tracked',
	idKey: 'customerId',
	safeToRepeat: '',
	ifUnsure:
		'It may have been tracked all the same, and sending it again may count it twice: look for it in Growlytics first.',
	service: 'base',
	inOrder: 'Events of one customer',
	notFound: {
		cause: 'Growlytics does not know this customer, or takes no events at this address',
		fix: 'Send the customer first, with Customer > Create or Update. If it fails for every customer, open the Growlytics API credential and check the Base URL.',
	},
};
