import type { Subject } from '../../result/subject';

export const customerSubject: Subject = {
	one: 'customer',
	many: 'customers',
	stored: 'stored',
	counted: 'updated',
	idKey: 'customerId',
	safeToRepeat:
		'Running the workflow again is safe: a customer with the same ID is updated, not created twice.',
	service: 'base',
};
