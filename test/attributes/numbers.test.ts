import { parsePlainNumber, plainDigits } from '../../nodes/Growlytics/attributes/numbers';

it.each<[number, string]>([
	[0, '0'],
	[-0, '0'],
	[-12.5, '-12.5'],
	[1e-7, '0.0000001'],
	[-1.25e-9, '-0.00000000125'],
	[1e21, '1000000000000000000000'],
	[-1.5e22, '-15000000000000000000000'],
	[9198765432, '9198765432'],
])('%p is written in digits: %s', (number, digits) => {
	expect(plainDigits(number)).toBe(digits);
});

const ZEROS = '0'.repeat(400_000);
const SOON_MS = 20_000;

it.each<[string, string, number | undefined]>([
	['zeros in the middle', `0.${ZEROS}1`, undefined],
	['zeros before the point', `1${ZEROS}.5`, undefined],
	['zeros at the end', `1.5${ZEROS}`, 1.5],
	['nothing but zeros behind the point', `12.${ZEROS}`, 12],
])('text of hundreds of thousands of digits does not keep n8n busy: %s', (_case, text, number) => {
	const startedAt = Date.now();
	expect(parsePlainNumber(text)).toBe(number);
	expect(Date.now() - startedAt).toBeLessThan(SOON_MS);
});
