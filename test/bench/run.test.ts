import type { Case, Host } from './host';
import { loopback, networks } from './places';
import type { Step } from './plan';
import { countOf, measureAll } from './run';

const { near } = networks;

/** Hosts that measure nothing, and fail in the named place. */
function hosts(failingPlace?: string) {
	const log: string[] = [];
	let started = 0;
	const start = async (): Promise<Host> => {
		started += 1;
		const name = `n8n ${started}`;
		log.push(`${name} starts`);
		return {
			pid: 1,
			measure: async (one: Case) => {
				log.push(`${one.candidate} ${one.items} ${one.place.name}`);
				if (one.place.name === failingPlace) throw new Error('It ended');
				const server = { requests: 1, accepted: 1, tooMany: 0, inFlight: 1, waiting: 0 };
				const times = { nodeStartedAt: 0, nodeMs: 1, executionMs: 1 };
				return { ...one, ...times, beforeMegabytes: 1, peakMegabytes: 1, server };
			},
			stop: async () => void log.push(`${name} stops`),
		};
	};
	return { log, start };
}

function step(cases: readonly Case[], changes: Partial<Step> = {}): Step {
	return { cases, repeats: 1, ownN8n: false, ...changes };
}

const AUTO: Case = { candidate: 'auto', items: 7, place: loopback() };
const HTTP: Case = { candidate: 'http', items: 7, place: loopback() };

test('every other round goes backwards, after a warm-up over the same kind of connection', async () => {
	const { log, start } = hosts();
	const steps = [step([AUTO, { ...HTTP, place: near }], { repeats: 2 })];
	const results = await measureAll(steps, start);
	expect(log).toEqual([
		'n8n 1 starts',
		'auto 1000 loopback 0',
		'auto 7 loopback 0',
		'http 300 tls',
		'http 7 near',
		'http 7 near',
		'auto 7 loopback 0',
		'n8n 1 stops',
	]);
	expect(results).toHaveLength(countOf(steps));
});

test('where memory counts, each execution has a new n8n', async () => {
	const { log, start } = hosts();
	const results = await measureAll([step([AUTO, HTTP], { ownN8n: true })], start);
	expect(log.filter((line) => line.startsWith('n8n'))).toEqual([
		'n8n 1 starts',
		'n8n 1 stops',
		'n8n 2 starts',
		'n8n 2 stops',
	]);
	expect(results.map(({ ownN8n }) => ownN8n)).toEqual([true, true]);
});

test('what fails is left out, and the rest goes on in a new n8n', async () => {
	const { log, start } = hosts('near');
	const steps = [step([{ ...AUTO, place: near }, HTTP])];
	const results = await measureAll(steps, start);
	expect(results.map(({ candidate }) => candidate)).toEqual(['http']);
	expect(log).toEqual([
		'n8n 1 starts',
		'auto 300 tls',
		'auto 7 near',
		'n8n 1 stops',
		'n8n 2 starts',
		'http 1000 loopback 0',
		'http 7 loopback 0',
		'n8n 2 stops',
	]);
});
