import type { SimulatedService } from './simulation';

const second = 1000;
const outage = { fromMs: 20 * second, toMs: 35 * second };

/** By what the table of `npm run simulate` calls them. */
export const SETTINGS = {
	'1 a second, near': { networkMs: 5, workMs: 1000, workers: 1 },
	'5 a second, near': { networkMs: 5, workMs: 200, workers: 1 },
	'5 a second, far, jitter': { networkMs: 600, workMs: 200, workers: 1, jitter: 0.8 },
	'20 a second, 4 at once': { networkMs: 80, workMs: 200, workers: 4, jitter: 0.5 },
	'50 a second, 1 at once': { networkMs: 80, workMs: 20, workers: 1 },
	'200 a second, 20 at once': { networkMs: 80, workMs: 100, workers: 20 },
	'200 a second, 20 at once, jitter': { networkMs: 80, workMs: 100, workers: 20, jitter: 0.9 },
	'500 a second, near': { networkMs: 5, workMs: 20, workers: 10 },
	'500 a second, 80 ms away': { networkMs: 80, workMs: 2, workers: 1 },
	'500 a second, jitter': { networkMs: 80, workMs: 40, workers: 20, jitter: 0.9 },
	'no queue, 5 ms': { networkMs: 5, workMs: 0, workers: Infinity },
	'no queue, 100 ms': { networkMs: 80, workMs: 20, workers: Infinity },
	'no queue, 600 ms, jitter': { networkMs: 500, workMs: 100, workers: Infinity, jitter: 0.9 },
	'no queue, 600 ms, much jitter': { networkMs: 20, workMs: 580, workers: Infinity, jitter: 0.95 },
	'no queue, 2,000 ms': { networkMs: 500, workMs: 1500, workers: Infinity },
	'no queue, 2,000 ms, jitter': { networkMs: 500, workMs: 1500, workers: Infinity, jitter: 0.9 },
	'no queue, unsteady': { networkMs: 60, workMs: 60, workers: Infinity, jitter: 0.3, unsteady: 3 },
	'20 at once, unsteady': { networkMs: 60, workMs: 60, workers: 20, jitter: 0.3, unsteady: 3 },
	'refuses beyond 5': { networkMs: 20, workMs: 100, workers: Infinity, hardLimit: 5 },
	'refuses beyond 20': { networkMs: 20, workMs: 100, workers: Infinity, hardLimit: 20 },
	'refuses beyond 60, far': { networkMs: 400, workMs: 200, workers: Infinity, hardLimit: 60 },
	'429 beyond 50 a second': { networkMs: 80, workMs: 30, workers: Infinity, perSecond: 50 },
	'429 beyond 50 a second, far': { networkMs: 600, workMs: 30, workers: Infinity, perSecond: 50 },
	'429 beyond 5 a second': { networkMs: 80, workMs: 30, workers: Infinity, perSecond: 5 },
	'collapses beyond 8': { networkMs: 20, workMs: 100, workers: Infinity, collapsesBeyond: 8 },
	'collapses beyond 15': { networkMs: 20, workMs: 100, workers: Infinity, collapsesBeyond: 15 },
	'collapses beyond 40, jitter': {
		networkMs: 80,
		workMs: 100,
		workers: Infinity,
		collapsesBeyond: 40,
		jitter: 0.5,
	},
	'slow for 8 s, no queue': {
		networkMs: 80,
		workMs: 100,
		workers: Infinity,
		slowUntilMs: 8 * second,
	},
	'slow for 8 s, 20 at once': { networkMs: 80, workMs: 100, workers: 20, slowUntilMs: 8 * second },
	'four times slower from 25 s, no queue': {
		networkMs: 80,
		workMs: 100,
		workers: Infinity,
		slowFromMs: 25 * second,
	},
	'four times slower from 25 s, 20 at once': {
		networkMs: 80,
		workMs: 100,
		workers: 20,
		slowFromMs: 25 * second,
	},
	'outage of 15 s, no queue': { networkMs: 80, workMs: 100, workers: Infinity, outage },
	'outage of 15 s, 20 at once': { networkMs: 80, workMs: 100, workers: 20, outage, jitter: 0.5 },
	'n8n manages 250 a second': { networkMs: 80, workMs: 30, workers: Infinity, processorMs: 4 },
	'n8n manages 250 a second, near': { networkMs: 2, workMs: 2, workers: Infinity, processorMs: 4 },
	'n8n busy from 20 to 30 s': {
		networkMs: 80,
		workMs: 100,
		workers: 60,
		processorMs: 2,
		busy: { fromMs: 20 * second, toMs: 30 * second },
	},
} as const satisfies Record<string, SimulatedService>;

export type SettingName = keyof typeof SETTINGS;

function isName(name: string): name is SettingName {
	return Object.hasOwn(SETTINGS, name);
}

export const NAMES = Object.keys(SETTINGS).filter(isName);
