/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: finds programs on this machine */
import { UserError } from 'n8n-workflow';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian and Ubuntu keep PostgreSQL's own programs off the PATH, in a folder for each version. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

const HOW_TO_INSTALL =
	'The queue tests need Redis and PostgreSQL. On Debian and Ubuntu: apt-get install redis-server postgresql. On macOS: brew install redis postgresql.';

function folders(): string[] {
	const onPath = (process.env.PATH ?? '').split(delimiter);
	if (!existsSync(POSTGRES_VERSIONS)) return onPath;
	const versions = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
	return [...onPath, ...versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'))];
}

/**
 * Finds a program of Redis or PostgreSQL.
 *
 * @returns its path
 * @throws UserError that says what to install when it is missing
 */
export function findProgram(name: 'redis-server' | 'initdb' | 'postgres'): string {
	const path = folders()
		.map((folder) => join(folder, name))
		.find((each) => existsSync(each));
	if (path === undefined) throw new UserError(`No ${name} here. ${HOW_TO_INSTALL}`);
	return path;
}
