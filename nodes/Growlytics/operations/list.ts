import type { Operation } from '../run/operation';
import type { CredentialProbe } from '../transport/testCredential';
import { reportMessage } from './connectorMessage/report';
import { customerProbe } from './customer/credentialProbe';
import { previewCustomers } from './customer/preview';
import { upsertCustomer } from './customer/upsert';
import { trackEvent } from './event/track';
import { productProbe } from './product/credentialProbe';
import { deleteProduct } from './product/delete';
import { upsertProduct } from './product/upsert';

/** Adding an operation is one entry here. The first is the default. */
export const operations: readonly [Operation, ...Operation[]] = [
	upsertCustomer,
	previewCustomers,
	trackEvent,
	upsertProduct,
	deleteProduct,
	reportMessage,
];

/** What the credential's test sends, one for an address; the first is sent always. */
export const credentialProbes: readonly [CredentialProbe, ...CredentialProbe[]] = [
	customerProbe,
	productProbe,
];
