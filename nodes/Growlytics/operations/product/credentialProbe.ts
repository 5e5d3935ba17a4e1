import type { CredentialProbe } from '../../transport/testCredential';
import { productSubject } from './productSubject';
import { EMPTY_PRODUCT_REQUEST } from './request';

/** What the credential's test sends to the Catalog URL. */
export const productProbe: CredentialProbe = {
	request: EMPTY_PRODUCT_REQUEST,
	subject: productSubject,
};
