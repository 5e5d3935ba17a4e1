import type { Operation } from '../run/operation';
import type { CredentialProbe } from '../transport/testCredential';
import { customerProbe } from './customer/credentialProbe';
import { upsertCustomer } from './customer/upsert';

/** Adding an operation is one entry here. The first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [upsertCustomer];

/** What the credential's test sends, one for an address; the first is sent always. */
export const credentialProbes: readonly [CredentialProbe, ...CredentialProbe[]] = [customerProbe];
