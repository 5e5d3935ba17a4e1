import type { ItemOutcome } from '../result/itemOutcome';
import type { MappedRun } from './operation';

/** What a whole run came to. */
export interface RunResult extends Pick<MappedRun, 'remarks' | 'aboutDryRun'> {
	/** One for each input item, in their order. */
	outcomes: ItemOutcome[];
	/** How many requests were sent again. */
	retried: number;
	wasCancelled: boolean;
	/** The item whose failure ended the run, if one did. */
	endedByItem: number | undefined;
}
