import { X509Certificate, createPrivateKey } from 'node:crypto';
import { makeCertificate } from './certificate';

const NOW = new Date('2026-11-25T12:34:56Z');

test('OpenSSL reads the certificate: for this machine, signed by its own key, valid now', () => {
	const { key, cert } = makeCertificate(NOW);
	const read = new X509Certificate(cert);
	expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
	expect(read.verify(read.publicKey)).toBe(true);
	expect(read.checkIssued(read)).toBe(true);
	expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
	expect(read.checkHost('localhost')).toBe('localhost');
	expect(read.checkHost('example.com')).toBeUndefined();
	expect(new Date(read.validFrom)).toEqual(new Date('2026-11-24T12:34:56Z'));
	expect(new Date(read.validTo)).toEqual(new Date('2026-12-25T12:34:56Z'));
});

test('each has a key and a number of its own', () => {
	const [one, other] = [makeCertificate(NOW), makeCertificate(NOW)];
	expect(one.key).not.toBe(other.key);
	expect(new X509Certificate(one.cert).serialNumber).not.toBe(
		new X509Certificate(other.cert).serialNumber,
	);
});
