/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: installs n8n into a cache folder */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from './cache';
import { runCommand } from './command';
import { npmEnvironment } from './environment';
import { withLock } from './lock';
import { print, withProgress } from './progress';
import type { N8nVersion } from './versions';

/** An n8n that is ready to start. */
export interface InstalledN8n {
	version: N8nVersion;
	/** The Node to start it with. */
	node: string;
	/** n8n's command line, to be given to that Node. */
	script: string;
}

const COMPLETE = 'complete.json';

/** Said by npm at its log level http. Left alone, it would try each of a thousand other packages for a minute too. */
const UNREACHABLE = /GET \S+ attempt 3 failed with \S+/;
const isWindows = process.platform === 'win32';

/** The npm package that holds Node for this machine, its headers included: what the `node` package would fetch. */
function nodePackage(): string {
	return `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
}

function manifest({ n8n, node, overrides }: N8nVersion): string {
	const dependencies = { n8n, [nodePackage()]: node };
	return JSON.stringify({ private: true, dependencies, overrides }, null, '\t');
}

function isComplete(folder: string, wanted: string): boolean {
	const marker = join(folder, COMPLETE);
	return existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
}

async function build(version: N8nVersion, folder: string, wanted: string): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), wanted);

	const nodeFolder = join(folder, 'node_modules', nodePackage());
	const env = npmEnvironment();
	const npm = async (args: readonly string[], more: Record<string, string> = {}) =>
		await runCommand(isWindows ? 'npm.cmd' : 'npm', args, {
			cwd: folder,
			env: { ...env, ...more },
			hopeless: UNREACHABLE,
		});

	// Install scripts are kept out: one of n8n's own fetches sources that many networks do not let through.
	print(`n8n ${version.n8n} is installed once, into ${folder}: about 3 GB, 5 to 15 minutes.`);
	await withProgress(`Installing n8n ${version.n8n} (3 to 8 minutes)`, async () =>
		npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http']),
	);
	await withProgress('Building the database driver of n8n (2 to 5 minutes)', async () =>
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'], {
			PATH: `${join(nodeFolder, 'bin')}${delimiter}${env.PATH ?? ''}`,
			npm_config_nodedir: nodeFolder,
		}),
	);
	writeFileSync(join(folder, COMPLETE), wanted);
}

/**
 * Installs n8n and the Node it needs from the npm registry into the cache folder, unless they are there already.
 * What an interrupted installation left is removed first. Two runs at once install one after the other.
 *
 * @throws UserError with the end of npm's output when npm fails or cannot reach the registry
 */
export async function installN8n(version: N8nVersion): Promise<InstalledN8n> {
	const folder = join(cacheFolder(), `n8n-${version.n8n}`);
	const wanted = manifest(version);
	if (!isComplete(folder, wanted)) {
		const sayWait = (pid: number) =>
			print(`Waiting for process ${pid}, which is installing n8n ${version.n8n}`);
		await withLock(`${folder}.lock`, sayWait, async () => {
			if (!isComplete(folder, wanted)) await build(version, folder, wanted);
		});
	}
	const bin = join(folder, 'node_modules', nodePackage(), 'bin');
	return {
		version,
		node: join(bin, isWindows ? 'node.exe' : 'node'),
		script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}
