import { cleanText, trimUnseen } from '../../nodes/Growlytics/values/characters';

it.each([
	['Asha Rao', 'Asha Rao'],
	[' Asha\u00a0Rao ', 'Asha Rao'],
	['Asha  Rao', 'Asha  Rao'],
	['\ufeffasha@example.com\u200b', 'asha@example.com'],
	['\u202a+91 90000 10001\u202c', '+91 90000 10001'],
	["'9000010001", '9000010001'],
	['’+919000010001', '+919000010001'],
	["'s-Gravenhage", "'s-Gravenhage"],
	["O'Neil", "O'Neil"],
	['Jose\u0301', 'Jos\u00e9'],
	// Joiners inside words change what is read: a family of emoji, a Persian plural.
	['👩\u200d👧', '👩\u200d👧'],
	['می\u200cخواهم', 'می\u200cخواهم'],
	['two\nlines', 'two\nlines'],
	['', ''],
	['\u200b', ''],
])('%j is cleaned to %j', (text, clean) => {
	expect(cleanText(text)).toBe(clean);
	expect(cleanText(clean)).toBe(clean);
});

it('trims megabytes of spaces once', () => {
	const spaces = ' '.repeat(1_000_000);
	expect(trimUnseen(`${spaces}a${spaces}b${spaces}`)).toBe(`a${spaces}b`);
});
