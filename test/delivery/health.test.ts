import type { Health, ObservedFailure } from '../../nodes/Growlytics/delivery/health';
import { WELL, afterFailure, opensAt, stageOf } from '../../nodes/Growlytics/delivery/health';

/** The health after such failures; by default each of another task. */
function failed(...failures: Array<Partial<ObservedFailure>>): Health {
	return failures.reduce<Health>(
		(health, failure, index) =>
			afterFailure(health, {
				taskIndex: index,
				at: 0,
				askedToPause: false,
				wasProbe: false,
				...failure,
			}),
		WELL,
	);
}

const times = (count: number, failure: Partial<ObservedFailure> = {}) =>
	Array.from({ length: count }, () => failure);
const probes = (count: number) => times(count, { wasProbe: true, at: 130_000 });

it.each([
	['is well at the start', WELL, 999_999, 'well'],
	['is well after a few failures', failed(...times(9)), 0, 'well'],
	['is held back after ten failures', failed(...times(10)), 0, 'holdingBack'],
	['is well when one task alone fails', failed(...times(50, { taskIndex: 7 })), 999_999, 'well'],
	['is well just under two minutes', failed(...times(2)), 119_999, 'well'],
	['is probed after two minutes', failed(...times(2)), 120_000, 'probing'],
	['is probed when one task is asked to pause', failed({ askedToPause: true }), 120_000, 'probing'],
	['is probed after two failed probes', failed({}, ...probes(2)), 130_000, 'probing'],
	['is down after three failed probes', failed({}, ...probes(3)), 130_000, 'down'],
])('%s', (_, health, now, stage) => {
	expect(stageOf(health, now)).toBe(stage);
});

it('forgets the suspect when another task fails, even if the first fails again', () => {
	const health = failed({ taskIndex: 7 }, { taskIndex: 8 }, { taskIndex: 7 }, { taskIndex: 7 });
	expect(stageOf(health, 120_000)).toBe('probing');
});

describe('lets start', () => {
	const heldBack = failed(...times(10, { at: 5000 }));

	it('anything while the service is well', () => {
		expect(opensAt(failed({}), 0, 9)).toEqual({ retries: 0, fresh: 0 });
	});

	it('retries, and a fresh task after a gap, while tasks are held back', () => {
		expect(opensAt(heldBack, 5000, 0)).toEqual({ retries: 0, fresh: 6000 });
	});

	it('no fresh task beside another request while tasks are held back', () => {
		expect(opensAt(heldBack, 5000, 1)).toEqual({ retries: 0, fresh: Infinity });
	});

	it('a probe after a gap', () => {
		const health = failed(...times(10), { at: 120_000 });
		expect(opensAt(health, 120_000, 0)).toEqual({ retries: 130_000, fresh: 130_000 });
	});

	it('no probe beside another request', () => {
		expect(opensAt(failed({}, {}), 120_000, 1)).toEqual({ retries: Infinity, fresh: Infinity });
	});

	it('less often, the longer the service fails', () => {
		const gaps = [1000, 6000, 15_000, 60_000].map((at) => {
			const health = failed(...times(10), { at });
			return opensAt(health, at, 0).fresh - at;
		});
		expect(gaps).toEqual([1000, 3000, 7500, 10_000]);
	});
});
