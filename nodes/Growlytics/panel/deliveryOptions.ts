import type { Subject } from '../result/subject';
import type { OptionValues } from './option';
import { numberOption } from './option';

export type DeliveryOptions = OptionValues<ReturnType<typeof deliveryOptionsOf>>;

/**
 * The options of a run that sends: they hold for all of its items.
 * @param subject what is sent, as the panel calls it
 */
export function deliveryOptionsOf({ one, many }: Subject) {
	return {
		concurrency: numberOption(
			{
				displayName: 'Concurrency',
				description: `How many ${many} to send at once. Updates of one ${one} are always sent in their order, one after another.`,
				hint: '0 means automatic: as many at once as the network and Growlytics take, never more than 100',
			},
			{ least: 0, most: 100, initial: 0, isWhole: true },
		),
		maxRequestsPerSecond: numberOption(
			{
				displayName: 'Max Requests per Second',
				description: `How many ${many} to send in a second at most. When Growlytics asks to slow down, the node does so by itself.`,
				hint: '0 means no limit',
			},
			{ least: 0, most: 1000, initial: 0, isWhole: false },
		),
		maxRetries: numberOption(
			{
				displayName: 'Max Retries',
				description: `How often to send a ${one} again if Growlytics cannot be reached or cannot handle the request. Pauses that Growlytics asks for do not count.`,
			},
			{ least: 0, most: 10, initial: 3, isWhole: true },
		),
		timeout: numberOption(
			{
				displayName: 'Timeout',
				description: 'How long to wait for an answer from Growlytics',
				hint: 'In milliseconds',
			},
			{ least: 1, most: 300_000, initial: 30_000, isWhole: true },
		),
	};
}
