import { Command, Option } from 'commander';
import type { Fault } from './faultSchema';
import { parseFault } from './faultText';
import type { GrowlyticsSettings } from './settings';
import { readSettings, settingsSchema } from './settings';

export const CLI_PORT = 8765;

const EXAMPLES = `
Faults: KIND[=VALUE][,condition=value...], or one as JSON.
  status=STATUS [body contentType retryAfter store=true], latency=MIN-MAX (ms), resetBefore,
  resetAfter (stored, then cut), hang, halfBody, redirect=LOCATION
  Conditions, all of which must hold: share=0..1, attempts=N (first N attempts of the same body),
  requests=3|7-9 (order of arrival), customers=a|b, products=a|b,
  tokens=a|b (of messages)

Examples:
  npm run growlytics -- --port 8765 --key my-key
  npm run growlytics -- --unauthorized-status 403 --rate-limit 5 --rate-limit-retry-after 1
  npm run growlytics -- --fault status=429,share=0.08,retryAfter=0 --fault latency=20-80
  npm run growlytics -- --fault resetAfter,attempts=1,share=0.02 --seed 7 --no-record-bodies
  npm run growlytics -- --fault '{"kind":"status","status":502,"body":"<h1>Bad, bad gateway</h1>"}'

Look at it while it runs:
  GET  /  a page for people
  GET  /inspect/health  /inspect/customers  /inspect/events  /inspect/products
       /inspect/reports  /inspect/requests  /inspect/ignored
  POST /inspect/reset   /inspect/configure (JSON, the settings' names as in settings.ts)
`;

const LONG_NAMES: Partial<Record<string, string>> = { apiKey: 'key', faults: 'fault' };

type Name = keyof GrowlyticsSettings;

/**
 * The command line, one flag for every setting.
 *
 * @param run gets the settings asked for and whether to keep quiet
 * @returns a command whose parseAsync rejects when a value makes no sense
 */
export function growlyticsCommand(
	run: (settings: GrowlyticsSettings, quiet: boolean) => Promise<void>,
): Command {
	const defaults = readSettings({ port: CLI_PORT });
	const flags = settingsSchema
		.keyof()
		.options.map((name) => ({ name, option: optionFor(name, defaults[name]) }));
	const command = new Command('growlytics')
		.description('A local Growlytics: documented rules enforced, faults on demand')
		.option('--quiet', 'do not print a line per request')
		.addHelpText('after', EXAMPLES);
	flags.forEach(({ option }) => command.addOption(option));
	return command.action(async (given: Record<string, unknown>) => {
		const settings = flags.map(({ name, option }) => [name, given[option.attributeName()]]);
		await run(readSettings(Object.fromEntries(settings)), given.quiet === true);
	});
}

function optionFor(name: Name, value: GrowlyticsSettings[Name]): Option {
	const flag = LONG_NAMES[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	const description = settingsSchema.shape[name].description;
	if (value === true) return new Option(`--no-${flag}`, `do not ${description}`);
	if (name === 'faults') {
		return new Option(`--${flag} <fault>`, description)
			.default([], 'none')
			.argParser((text, earlier: Fault[]) => [...earlier, parseFault(text)]);
	}
	return new Option(`--${flag} <value>`, description)
		.default(value)
		.argParser((text) => readFlag(name, text));
}

/** Text becomes a number where the setting does not take it as it is. */
function readFlag(name: Name, text: string): GrowlyticsSettings[Name] {
	const isText = settingsSchema.shape[name].safeParse(text).success || text.trim() === '';
	const value = isText || Number.isNaN(Number(text)) ? text : Number(text);
	return readSettings({ [name]: value })[name];
}
