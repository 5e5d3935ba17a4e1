import type { RunTypes } from '../../attributes/runTypes';
import type { Outcome } from '../../result/items';

/** What a whole run came to. */
export interface RunResult {
	/** One for each input item, in their order. */
	outcomes: Outcome[];
	types: RunTypes;
	/** How many requests were sent again. */
	retried: number;
	wasCancelled: boolean;
	/** The item whose failure ended the run, if one did. */
	endedByItem: number | undefined;
}
