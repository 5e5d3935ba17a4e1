import { refusedForSecret, weaknessOf } from '../../nodes/Growlytics/trigger/secret';

const RIGHT = 'p3kV9xQ2mW8rT5zL';

it.each([RIGHT, ` ${RIGHT}\n`])('the secret %j lets in who gives it', (wanted) => {
	expect(refusedForSecret(RIGHT, wanted)).toBeUndefined();
});

it.each<[string, unknown]>([
	['another one', 'p3kV9xQ2mW8rT5zM'],
	['a shorter one', RIGHT.slice(0, -1)],
	['a longer one', `${RIGHT}a`],
	['one in capitals', RIGHT.toUpperCase()],
	['space around it', ` ${RIGHT}`],
	['a megabyte', 'a'.repeat(1_000_000)],
	['two', [RIGHT, RIGHT]],
	['an object', { [RIGHT]: RIGHT }],
	['null', null],
	['true', true],
])('%s is refused with 403', (_case, given) => {
	expect(refusedForSecret(given, RIGHT)).toEqual({
		status: 403,
		message: 'The secret in the address is not the one of this workflow.',
	});
});

it.each([undefined, ''])('%j is refused with 401', (given) => {
	expect(refusedForSecret(given, RIGHT)).toEqual({
		status: 401,
		message: 'The secret is missing: the address has to end with ?secret= and the secret.',
	});
});

it.each([undefined, null, '', '  ', 7, {}, []])(
	'where the credential holds %j nobody is let in, whatever they give',
	(wanted) => {
		for (const given of [undefined, '', '  ', 'undefined', 'null', '7', RIGHT]) {
			expect(refusedForSecret(given, wanted)).toEqual({
				status: 403,
				message: 'This workflow asks for a secret, and its credential has none.',
			});
		}
	},
);

it('names the secret in no refusal', () => {
	const said = [undefined, 'wrong', [RIGHT]].map((given) => refusedForSecret(given, RIGHT));
	expect(JSON.stringify(said)).not.toContain(RIGHT);
});

it.each<[unknown, string | undefined]>([
	[RIGHT, undefined],
	[`${RIGHT}-._~`, undefined],
	[` ${RIGHT}\n`, undefined],
	['', 'Enter a secret. Without one every call is refused.'],
	[undefined, 'Enter a secret. Without one every call is refused.'],
	['p3kV9xQ2mW8rT5z', 'Use at least 16 characters, so that nobody can guess it.'],
	...['&', '#', '+', '%', ' ', '?', 'ü', '/'].map((sign): [string, string] => [
		`${RIGHT}${sign}a`,
		'Use letters, digits and - . _ ~ only: other characters do not survive in an address.',
	]),
])('the form says of %j: %s', (secret, expected) => {
	expect(weaknessOf(secret)).toBe(expected);
});
