/* eslint-disable @n8n/community-nodes/no-restricted-imports -- measuring program, never shipped: describes the machine */
import { arch, availableParallelism, cpus, totalmem, type } from 'node:os';
import { version } from '../../package.json';
import { CURRENT } from '../e2e/versions';
import type { Circumstances } from './report';

/** @param startedAt of performance.now() */
export function circumstances(startedAt: number): Circumstances {
	return {
		date: new Date().toISOString().slice(0, 10),
		version,
		n8n: CURRENT.n8n,
		node: CURRENT.node,
		cores: availableParallelism(),
		processor: cpus()[0]?.model.trim() ?? 'unknown',
		gigabytes: Math.round(totalmem() / 2 ** 30),
		system: `${type()} ${arch()}`,
		minutes: Math.round((performance.now() - startedAt) / 60_000),
	};
}
