import type { CredentialProbe } from '../../transport/testCredential';
import { EMPTY_CUSTOMER_REQUEST } from './request';
import { customerSubject } from './customerSubject';

/** What the credential's test sends to the Base URL. */
export const customerProbe: CredentialProbe = {
	request: EMPTY_CUSTOMER_REQUEST,
	subject: customerSubject,
};
