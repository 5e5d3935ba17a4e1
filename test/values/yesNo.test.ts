import { readYesNo } from '../../nodes/Growlytics/values/yesNo';

it.each<[string, boolean | undefined]>([
	...['true', 'TRUE', 'True', 'yes', 'YES', 'y', 'Y', 'on', 'On', 't', 'T', '1'].map(
		(word): [string, boolean] => [word, true],
	),
	...['false', 'FALSE', 'no', 'No', 'n', 'N', 'off', 'OFF', 'f', 'F', '0'].map(
		(word): [string, boolean] => [word, false],
	),
	...['', 'ha', 'nahi', 'oui', 'ja', 'x', '✓', 'yes!', 'yes, please', 'nope', '2', '01', '-1'].map(
		(word): [string, undefined] => [word, undefined],
	),
])('%p is %p', (word, meaning) => {
	expect(readYesNo(word)?.value).toBe(meaning);
});
