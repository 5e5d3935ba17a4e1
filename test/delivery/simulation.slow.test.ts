import { compare } from './simulationCompare';
import type { SettingName } from './simulationSettings';
import { NAMES } from './simulationSettings';

const LEAST_SHARE = 0.85;
/** Where ten are the best that is possible, finding out costs a little. */
const NO_WORSE = 0.97;

const isTrouble = (name: SettingName) => /collapses|outage/.test(name);

const cases = NAMES.flatMap((name) => [1, 2].map((seed) => ({ name, seed })));

it.each(cases)('$name, seed $seed', ({ name, seed }) => {
	const { share, toFixed10, automatic } = compare(name, seed);
	expect(share).toBeGreaterThan(LEAST_SHARE);
	if (isTrouble(name)) expect(toFixed10).toBeGreaterThan(NO_WORSE);
	expect(automatic.worstInFlight).toBeLessThanOrEqual(100);
});
