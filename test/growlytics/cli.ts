/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command line for tests, never shipped: needs process */
import { growlyticsCommand } from './flags';
import { serve } from './serve';

const terminal = {
	print: (line: string) => {
		process.stdout.write(`${line}\n`);
	},
	onInterrupt: (stop: (signal: string) => Promise<void>) => {
		process.once('SIGINT', stop).once('SIGTERM', stop);
	},
};

growlyticsCommand(async (settings, quiet) => await serve(settings, quiet, terminal))
	.parseAsync()
	.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	});
