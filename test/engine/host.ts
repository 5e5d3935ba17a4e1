/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: sets n8n's environment variables and makes a temporary folder */
import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';

/**
 * n8n-core's own copies of the packages that hold its configuration and its logger. An `import` here could find
 * another version: a package installed twice has two configurations, and only one of them is n8n-core's.
 */
const requireFromCore = createRequire(require.resolve('n8n-core'));

type ServiceClass<T> = new (...dependencies: never[]) => T;

interface ServiceContainer {
	get<T>(service: ServiceClass<T>): T;
}

interface CoreServices {
	Container: ServiceContainer;
	SecurityConfig: ServiceClass<{ restrictFileAccessTo: string }>;
	Logger: ServiceClass<{ getInternalLogger(): NodeJS.ReadableStream }>;
}

/** What n8n reads from its environment at start-up. A value that is already set wins, the user folder excepted. */
const SETTINGS = {
	N8N_ENCRYPTION_KEY: 'an-engine-without-stored-credentials',
	N8N_DEFAULT_BINARY_DATA_MODE: 'default',
	N8N_LOG_LEVEL: 'debug',
	N8N_LOG_OUTPUT: 'memory',
} as const;

interface LogEntry {
	level: string;
	message: string;
}

/** Deep enough for an HTTP error's request headers, bounded because such errors hold sockets. */
const LOG_DEPTH = 8;

function toText({ level, message, ...metadata }: LogEntry): string {
	const named = Object.fromEntries(Object.entries(metadata));
	const details = inspect(named, {
		depth: LOG_DEPTH,
		maxStringLength: null,
		breakLength: Infinity,
	});
	return `${level} ${message} ${details}`;
}

export interface Host {
	/** A folder, removed with the last host, that n8n's file nodes may read and write. */
	readonly filesFolder: string;
	/** What n8n has logged since this host was opened, debug level included, one text an entry. */
	logs(): string[];
	close(): void;
}

class N8nProcess {
	private readonly userFolder = join(realpathSync(tmpdir()), `n8n-engine-${randomUUID()}`);
	private readonly entries: string[] = [];
	private readonly services: CoreServices;
	private openHosts = 0;

	readonly filesFolder = join(this.userFolder, 'files');

	constructor() {
		process.env.N8N_USER_FOLDER = this.userFolder;
		for (const [name, value] of Object.entries(SETTINGS)) process.env[name] ??= value;
		this.services = {
			...requireFromCore('@n8n/di'),
			...requireFromCore('@n8n/config'),
			...requireFromCore('@n8n/backend-common'),
		};
		this.captureLogs();
	}

	private captureLogs() {
		const { Container, Logger } = this.services;
		const { entries } = this;
		Container.get(Logger)
			.getInternalLogger()
			.pipe(
				new Writable({
					objectMode: true,
					write(entry: LogEntry, _encoding, done) {
						entries.push(toText(entry));
						done();
					},
				}),
			);
	}

	private allowFiles(folders: readonly string[]) {
		const { Container, SecurityConfig } = this.services;
		Container.get(SecurityConfig).restrictFileAccessTo = [this.filesFolder, ...folders].join(';');
	}

	/**
	 * @param folders absolute paths the file nodes may use, besides the host's own `filesFolder`; of several open
	 *   hosts, the latest decides
	 */
	open(folders: readonly string[]): Host {
		mkdirSync(this.filesFolder, { recursive: true });
		this.allowFiles(folders);
		this.openHosts += 1;
		const firstEntry = this.entries.length;
		let isOpen = true;
		return {
			filesFolder: this.filesFolder,
			logs: () => this.entries.slice(firstEntry),
			close: () => {
				if (!isOpen) return;
				isOpen = false;
				this.openHosts -= 1;
				if (this.openHosts === 0) rmSync(this.userFolder, { recursive: true, force: true });
			},
		};
	}
}

let n8nProcess: N8nProcess | undefined;

/**
 * Does what n8n does before it loads a package: environment, settings, logger. n8n keeps these once per process, so
 * all engines of a process share them. Makes nothing that would have to be closed: that begins with `open`.
 */
export function prepareHost(): N8nProcess {
	n8nProcess ??= new N8nProcess();
	return n8nProcess;
}
