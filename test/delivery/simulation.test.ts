import { simulate } from './simulation';
import { compare } from './simulationCompare';
import { SETTINGS } from './simulationSettings';

describe('the simulation itself', () => {
	const perSecond = ({ served }: { served: number[] }) =>
		served.slice(1).reduce((sum, count) => sum + count, 0) / (served.length - 1);

	it.each([
		['as many places as the latency needs', 'no queue, 100 ms', 10, 100],
		['a service with one worker', '50 a second, 1 at once', 10, 50],
		['too few places for a service with twenty workers', '200 a second, 20 at once', 18, 100],
		['enough of them', '200 a second, 20 at once', 50, 200],
		['the processor of n8n', 'n8n manages 250 a second', 100, 250],
		['a service that is overloaded', 'collapses beyond 15', 100, 0],
	] as const)('is limited by %s', (_, name, concurrency, expected) => {
		expect(perSecond(simulate(SETTINGS[name], concurrency, 21))).toBeCloseTo(expected, -1);
	});

	it('counts what waits at a service', () => {
		const { worstQueue, worstInFlight } = simulate(SETTINGS['200 a second, 20 at once'], 60, 5);
		expect(worstInFlight).toBe(60);
		expect(worstQueue).toBeGreaterThan(20);
		expect(worstQueue).toBeLessThanOrEqual(40);
	});
});

it('finds what a service with twenty workers takes, and lets few wait there', () => {
	const { share, automatic } = compare('200 a second, 20 at once');
	expect(share).toBeGreaterThan(0.9);
	expect(automatic.worstQueue).toBeLessThanOrEqual(40);
});

it('finds the rate of a service that answers 429', () => {
	const { share, automatic } = compare('429 beyond 50 a second');
	expect(share).toBeGreaterThan(0.9);
	expect(automatic.refused / automatic.requests).toBeLessThan(0.05);
});

it.each(['5 a second, far, jitter', '50 a second, 1 at once', '20 a second, 4 at once'] as const)(
	'does not take the queue that it made itself for the pace of a service: %s',
	(name) => {
		expect(simulate(SETTINGS[name], 0, 60).worstInFlight).toBeLessThan(45);
	},
);

it('learns that a service has become slower for good', () => {
	expect(compare('four times slower from 25 s, 20 at once').share).toBeGreaterThan(0.85);
});

it('does no worse than ten at once when a service collapses', () => {
	expect(compare('collapses beyond 8').toFixed10).toBeGreaterThan(0.97);
	expect(compare('collapses beyond 15').toFixed10).toBeGreaterThan(1);
});
