/* eslint-disable @n8n/community-nodes/no-restricted-globals -- command-line program, never shipped: prints, and ends with an exit code */
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { startTogether } from '../engine/together';
import { runChaos } from './chaos';

const optionsSchema = z.object({
	seeds: z.number(),
	first: z.number(),
	items: z.number(),
	customers: z.number(),
	concurrency: z.number(),
});

const command = new Command('npm run chaos --')
	.description('Sends items through the node while the server misbehaves, once for each seed.')
	.option('--seeds <count>', 'how many runs', wholeNumber, 100)
	.option('--first <seed>', 'the first seed', wholeNumber, 1)
	.option('--items <count>', 'items in a run', wholeNumber, 5000)
	.option('--customers <count>', 'customers that they are about', wholeNumber, 1500)
	.option('--concurrency <count>', 'requests at once, 0 for automatic', fromZero, 0);

function wholeNumber(text: string): number {
	return wholeFrom(1, text);
}

function fromZero(text: string): number {
	return wholeFrom(0, text);
}

function wholeFrom(least: number, text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < least)
		throw new InvalidArgumentError(`Not a whole number from ${least}.`);
	return number;
}

async function main(): Promise<void> {
	const { seeds, first, ...size } = optionsSchema.parse(command.parse().opts());
	const together = await startTogether();
	let failed = 0;
	for (let seed = first; seed < first + seeds; seed += 1) {
		const { violations, requests, refused, peakInFlight, seconds } = await runChaos(
			together,
			seed,
			size,
		);
		if (violations.length > 0) failed += 1;
		const result = violations.length === 0 ? 'ok' : `FAILED: ${violations.join('; ')}`;
		process.stdout.write(
			`seed ${seed}: ${requests} requests, ${refused} refused, ${peakInFlight} at once, ${seconds.toFixed(1)} s: ${result}\n`,
		);
	}
	await together.close();
	process.stdout.write(`${seeds - failed} of ${seeds} runs as they have to be\n`);
	process.exitCode = failed === 0 ? 0 : 1;
}

void main();
