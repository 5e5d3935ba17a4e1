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
};
