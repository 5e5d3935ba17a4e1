import { DateTime } from 'luxon';
import { ignoredWords, targetWords } from './describe';
import type { RecordedRequest } from './journal';
import { startGrowlytics } from './server';
import type { GrowlyticsSettings } from './settings';

/** What the command line needs of the process it runs in. */
export interface Terminal {
	print(line: string): void;
	/** Calls back at the first signal to end; the second one must end the process by itself. */
	onInterrupt(stop: (signal: string) => Promise<void>): void;
}

/**
 * Runs the server until interrupted, printing where it is and a line per request.
 *
 * @returns once it listens
 * @throws Error as startGrowlytics, in words when the port is taken
 */
export async function serve(
	settings: GrowlyticsSettings,
	quiet: boolean,
	{ print, onInterrupt }: Terminal,
): Promise<void> {
	const printRequest = (request: RecordedRequest) => print(describeRequest(request));
	const growlytics = await startGrowlytics(settings, quiet ? undefined : printRequest).catch(
		(error: unknown) => {
			throw explain(error, settings);
		},
	);
	const { url } = growlytics;
	print(`Growlytics on ${url}`);
	print(`x-growlytics-key: ${settings.apiKey}`);
	print(`Look at ${url} in a browser, or at ${url}/inspect/customers and the like as JSON`);
	print('Ctrl+C ends it');

	onInterrupt(async (signal) => {
		await growlytics.close();
		print(`${signal}: closed; customers: ${growlytics.customers().length}`);
	});
}

/** One line for the terminal. */
export function describeRequest(request: RecordedRequest): string {
	const { attributeCount = '-', status = 'cut', fault, ignored = [] } = request;
	const time = DateTime.now().toFormat('HH:mm:ss.SSS');
	const target = targetWords(request);
	const note = fault ? `  (${fault})` : '';
	const dropped = ignored.length === 0 ? '' : `  ignored: ${ignoredWords(ignored)}`;
	return `${time}  ${target}  attributes: ${attributeCount}  ${status}${note}${dropped}`;
}

function explain(error: unknown, { host, port }: GrowlyticsSettings): unknown {
	const code = typeof error === 'object' && error && 'code' in error ? error.code : undefined;
	if (code !== 'EADDRINUSE') return error;
	return new Error(
		`Port ${port} of ${host} is taken: choose another with --port, or --port 0 for any free one`,
		{ cause: error },
	);
}
