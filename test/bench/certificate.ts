import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const DAY_MS = 86_400_000;
const VALID_DAYS = 30;

/** Object identifiers as DER holds them. */
const ECDSA_WITH_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
const SUBJECT_ALTERNATIVE_NAME = Buffer.from('551d11', 'hex');

const TAGS = {
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	objectIdentifier: 0x06,
	utf8String: 0x0c,
	utcTime: 0x17,
	sequence: 0x30,
	set: 0x31,
	dnsName: 0x82,
	ipAddress: 0x87,
	version: 0xa0,
	extensions: 0xa3,
} as const;

/** Tag, length and content: the length in one byte, or in as many as the first byte says. */
function der(tag: keyof typeof TAGS, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const digits = content.length.toString(16);
	const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
	const length = content.length < 0x80 ? bytes : Buffer.from([0x80 | bytes.length, ...bytes]);
	return Buffer.concat([Buffer.from([TAGS[tag]]), length, content]);
}

/** UTCTime: YYMMDDHHMMSSZ. */
function time(date: Date): Buffer {
	const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
	return der('utcTime', Buffer.from(`${digits}Z`));
}

function pem(label: string, content: Buffer): string {
	const lines = content.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
	return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

/** A key and its certificate, both PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/**
 * Makes a certificate for 127.0.0.1 and localhost that has signed itself, with nothing but Node: RFC 5280, section
 * 4.1, with the curve that most certificates on the web have (P-256). To be trusted, it has to be named to Node in
 * NODE_EXTRA_CA_CERTS.
 */
export function makeCertificate(now = new Date()): Certificate {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const algorithm = der('sequence', der('objectIdentifier', ECDSA_WITH_SHA256));
	const commonName = der(
		'sequence',
		der('objectIdentifier', COMMON_NAME),
		der('utf8String', Buffer.from('Bench')),
	);
	const name = der('sequence', der('set', commonName));
	const alternatives = der(
		'sequence',
		der('dnsName', Buffer.from('localhost')),
		der('ipAddress', Buffer.from([127, 0, 0, 1])),
	);
	const toBeSigned = der(
		'sequence',
		der('version', der('integer', Buffer.from([2]))),
		der('integer', Buffer.from([1]), randomBytes(8)),
		algorithm,
		name,
		der(
			'sequence',
			time(new Date(now.getTime() - DAY_MS)),
			time(new Date(now.getTime() + VALID_DAYS * DAY_MS)),
		),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(
			'extensions',
			der(
				'sequence',
				der(
					'sequence',
					der('objectIdentifier', SUBJECT_ALTERNATIVE_NAME),
					der('octetString', alternatives),
				),
			),
		),
	);
	const signature = der(
		'bitString',
		Buffer.from([0]),
		sign('sha256', toBeSigned, { key: privateKey, dsaEncoding: 'der' }),
	);
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: pem('CERTIFICATE', der('sequence', toBeSigned, algorithm, signature)),
	};
}
