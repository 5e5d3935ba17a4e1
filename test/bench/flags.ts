import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { type CandidateName, candidates } from './candidates';
import { type NetworkName, networks } from './places';

const NAMES = Object.keys(candidates);
const NETWORKS = Object.keys(networks);

const HELP = `
What can be measured:
${Object.entries(candidates)
	.map(([name, { title }]) => `  ${name.padEnd(17)}${title}`)
	.join('\n')}

Networks:
${Object.values(networks)
	.map(({ name, title }) => `  ${name.padEnd(17)}${title}`)
	.join('\n')}

Examples:
  npm run bench -- --short
  npm run bench -- --only auto http floor --items 10000 --repeats 5
  npm run bench -- --networks near far --only auto http --items 100 1000
  npm run bench -- --only auto one-by-one --items 10000 --latencies 50
  npm run bench -- --profile auto
  npm run bench -- --profile auto --networks near --items 1000
`;

const networkSchema = z.custom<NetworkName>((name) => NETWORKS.includes(String(name)));
const nameSchema = z.custom<CandidateName>((name) => NAMES.includes(String(name)));

const flagsSchema = z.object({
	short: z.boolean().default(false),
	items: z.array(z.number()).optional(),
	latencies: z.array(z.number()).optional(),
	networks: z.array(networkSchema).optional(),
	only: z.array(nameSchema).optional(),
	repeats: z.number().optional(),
	output: z.string().optional(),
	profile: nameSchema.optional(),
	heap: nameSchema.optional(),
});

export type Flags = z.output<typeof flagsSchema>;

function wholeNumber(least: number): (text: string) => number {
	return (text) => {
		const number = Number(text);
		if (Number.isInteger(number) && number >= least) return number;
		throw new InvalidArgumentError(`Not a whole number from ${least}.`);
	};
}

function each(read: (text: string) => number) {
	return (text: string, earlier: number[] = []) => [...earlier, read(text)];
}

/** Reads the command line; a wrong one, and --help, end the program. */
export function readFlags(args: readonly string[]): Flags {
	const command = new Command('npm run bench --')
		.description(
			"Measures this node in the whole n8n against n8n's HTTP Request node and against n8n's request helper alone.",
		)
		.option('--short', 'up to 1,000 items, over networks and on loopback: less than three minutes')
		.option('--items <count...>', 'how many items an execution has', each(wholeNumber(1)))
		.option(
			'--latencies <ms...>',
			'measure on loopback, where the server waits so long with an answer',
			each(wholeNumber(0)),
		)
		.addOption(
			new Option(
				'--networks <name...>',
				'measure over these networks, of the names below, instead of loopback',
			).choices(NETWORKS),
		)
		.addOption(new Option('--only <name...>', 'what to measure, of the names below').choices(NAMES))
		.option('--repeats <count>', 'executions of each kind', wholeNumber(1))
		.option(
			'--output <file>',
			'where to write the page: without it, docs/performance.md is written by a run with no other flag',
		)
		.addOption(
			new Option(
				'--profile <name>',
				'no measurement: which functions one of the names below spends its time in (10,000 items on loopback, if nothing else is asked for)',
			).choices(NAMES),
		)
		.addOption(
			new Option(
				'--heap <name>',
				'no measurement: the smallest heap with which n8n gets one of the names below done (10,000 items)',
			).choices(NAMES),
		)
		.addHelpText('after', HELP);
	return flagsSchema.parse(command.parse(args, { from: 'user' }).opts());
}
