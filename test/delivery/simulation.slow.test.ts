import { compare } from './simulationCompare';
import type { SettingName } from './simulationSettings';
import { NAMES } from './simulationSettings';

const LEAST_SHARE = 0.85;
/** A queue, and answers that triple for half a second now and then by themselves: the two look alike. */
const LEAST_SHARE_IF_UNSTEADY = 0.8;
/** Where ten are the best that is possible, finding out costs a little. */
const NO_WORSE = 0.97;

const isTrouble = (name: SettingName) => /collapses|outage/.test(name);

const cases = NAMES.flatMap((name) => [1, 2].map((seed) => ({ name, seed })));

it.each(cases)('$name, seed $seed', ({ name, seed }) => {
	const { share, toFixed10, automatic } = compare(name, seed);
	const least = name === '20 at once, unsteady' ? LEAST_SHARE_IF_UNSTEADY : LEAST_SHARE;
	expect(share).toBeGreaterThan(least);
	if (isTrouble(name)) expect(toFixed10).toBeGreaterThan(NO_WORSE);
	expect(automatic.worstInFlight).toBeLessThanOrEqual(100);
});
