/* eslint-disable @n8n/community-nodes/no-restricted-globals -- command-line program, never shipped: prints */
import { markdownTable } from '../bench/markdownTable';
import { compare } from './simulationCompare';
import type { SettingName } from './simulationSettings';
import { NAMES } from './simulationSettings';

const COLUMNS = [
	'Best fixed number',
	'Its requests a second',
	'Most waiting there',
	'Automatic: requests a second',
	'Share of the best',
	'Of what 10 do',
	'Most waiting there',
	'Most in flight',
	'Failed',
	'429',
];

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}

function row(name: SettingName): string[] {
	const { automatic, perSecond, best, share, toFixed10 } = compare(name);
	return [
		name,
		`${best.concurrency}`,
		best.perSecond.toFixed(1),
		`${best.worstQueue}`,
		perSecond.toFixed(1),
		percent(share),
		percent(toFixed10),
		`${automatic.worstQueue}`,
		`${automatic.worstInFlight}`,
		percent(automatic.failed / automatic.requests),
		percent(automatic.refused / automatic.requests),
	];
}

const columns = COLUMNS.map((title) => ({ title, align: 'right' as const }));
process.stdout.write(
	`${markdownTable([{ title: 'Server' }, ...columns], NAMES.map(row))}

One minute each, without end of items; requests a second after the first ten seconds.
Without a queue of its own, "waiting there" is all that the server works on.
`,
);
