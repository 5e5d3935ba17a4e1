import type { Subject } from '../../result/subject';

const PRODUCT = {
	one: 'product',
	many: 'products',
	idKey: 'productId',
	service: 'catalog',
} as const;

export const productSubject: Subject = {
	...PRODUCT,
	stored: 'stored',
	counted: 'updated',
	safeToRepeat:
		'Running the workflow again is safe: a product with the same ID is updated, not created twice.',
};

export const deletedProductSubject: Subject = {
	...PRODUCT,
	stored: 'deleted',
	counted: 'deleted',
	safeToRepeat: 'Running the workflow again is safe: what is deleted stays deleted.',
	notFound: {
		cause: 'Growlytics has no product with this ID',
		fix: 'Check the ID. If it does not matter, choose Count as Deleted under Options > Already Gone.',
	},
};
