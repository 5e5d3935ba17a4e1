import type { Simulated, SimulatedService } from './simulation';
import { simulate } from './simulation';
import type { SettingName } from './simulationSettings';
import { SETTINGS } from './simulationSettings';

const SECONDS = 60;
const SETTLED_AFTER = 10;
const FIXED = [1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 80, 100];

/** Automatic beside every fixed number: answers a second after the first ten seconds. */
export interface Compared {
	automatic: Simulated;
	perSecond: number;
	best: { concurrency: number; perSecond: number; worstQueue: number };
	/** As a share of the best fixed number's. */
	share: number;
	/** As a share of what ten at once bring through. */
	toFixed10: number;
}

export function compare(name: SettingName, seed = 1): Compared {
	const service: SimulatedService = SETTINGS[name];
	const automatic = simulate(service, 0, SECONDS, { seed });
	const perSecond = settledRate(automatic);
	const fixed = FIXED.map((concurrency) => {
		const simulated = simulate(service, concurrency, SECONDS, { seed });
		const { worstQueue } = simulated;
		return { concurrency, perSecond: settledRate(simulated), worstQueue };
	});
	const best = fixed.reduce((one, other) =>
		other.perSecond > one.perSecond * 1.005 ? other : one,
	);
	const ten = fixed.find(({ concurrency }) => concurrency === 10) ?? best;
	return {
		automatic,
		perSecond,
		best,
		share: perSecond / best.perSecond,
		toFixed10: perSecond / ten.perSecond,
	};
}

function settledRate({ served }: Simulated): number {
	const settled = served.slice(SETTLED_AFTER);
	return settled.reduce((sum, count) => sum + count, 0) / settled.length;
}
