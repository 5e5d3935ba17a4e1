import type { Operation } from '../run/operation';
import { upsertCustomer } from './customer/upsert';

/** Adding an operation is one entry here. The first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [upsertCustomer];
