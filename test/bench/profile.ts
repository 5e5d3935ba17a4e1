/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measuring program, never shipped: reads what Node has written of another process */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CandidateName } from './candidates';
import type { Host } from './host';
import { markdownTable } from './markdownTable';
import { type Place, withoutWaits } from './places';
import { type Period, type Shares, profileSchema, sharesOf } from './profileShares';

const SHOWN_FUNCTIONS = 30;

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}

/** Node stamps samples with the system's monotonic clock, n8n its runs with the time of day. */
function toProfileClock(sinceEpochMs: number): number {
	const monotonicNow = Number(process.hrtime.bigint() / 1000n);
	return monotonicNow + (sinceEpochMs - Date.now()) * 1000;
}

/** n8n's helper processes write profiles too. */
function profileFile(folder: string, pid: number): string {
	const name = readdirSync(folder).find((file) => file.includes(`.${pid}.0.`));
	if (name === undefined) throw new Error(`n8n has written no profile to ${folder}`);
	return join(folder, name);
}

/** A profile of one candidate, of the time in which its node ran. */
export interface CandidateProfile extends Shares {
	candidate: CandidateName;
	items: number;
	/** For Chrome's DevTools. */
	file: string;
}

/** What the command line prints of a profile. */
export function drawProfile({ groups, functions, busyMs, items, file }: CandidateProfile): string {
	const right = { align: 'right' } as const;
	const groupTable = markdownTable(
		[{ title: 'files' }, { title: 'self', ...right }, { title: 'with what they call', ...right }],
		groups.map(({ group, self, withCalled }) => [group, percent(self), percent(withCalled)]),
	);
	const functionTable = markdownTable(
		[{ title: 'function' }, { title: 'self', ...right }, { title: 'files' }, { title: 'place' }],
		functions
			.slice(0, SHOWN_FUNCTIONS)
			.map(({ name, share, group, file }) => [name, percent(share), group, file]),
	);
	const ours = markdownTable(
		[{ title: 'function of this node' }, { title: 'self', ...right }, { title: 'place' }],
		functions
			.filter(({ group }) => group === 'this node')
			.slice(0, SHOWN_FUNCTIONS)
			.map(({ name, share, file }) => [name, percent(share), file]),
	);
	const total = `${busyMs.toFixed(0)} ms at work while the node ran, ${(busyMs / items).toFixed(2)} ms an item.`;
	return [total, groupTable, functionTable, ours, `For Chrome's DevTools: ${file}`].join('\n\n');
}

/**
 * Runs a candidate in an n8n that profiles itself.
 *
 * @param folder an empty one, for what n8n writes when it ends
 * @param start starts an n8n with more environment variables
 */
export async function profileCandidate(
	candidate: CandidateName,
	items: number,
	place: Place,
	folder: string,
	start: (settings: Record<string, string>) => Promise<Host>,
): Promise<CandidateProfile> {
	const host = await start({ NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` });
	await host.measure({ candidate, items: 1000, place: withoutWaits(place) });
	const { nodeStartedAt, nodeMs } = await host.measure({ candidate, items, place });
	const from = toProfileClock(nodeStartedAt);
	const period: Period = [from, from + nodeMs * 1000];
	await host.stop();

	const file = profileFile(folder, host.pid);
	const profile = profileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
	return { candidate, items, file, ...sharesOf(profile, period) };
}
