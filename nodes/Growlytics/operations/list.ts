import type { Operation } from '../run/operation';
import { previewCustomers } from './customer/preview';
import { upsertCustomer } from './customer/upsert';

/** Adding an operation is one entry here. The first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [upsertCustomer, previewCustomers];
