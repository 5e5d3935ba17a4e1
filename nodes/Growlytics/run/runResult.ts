import type { IDataObject } from 'n8n-workflow';

import type { ItemOutcome } from '../result/itemOutcome';
import type { RunRemark } from '../result/remark';

/** What became of a run's items. */
export interface DeliveryResult {
	/** One for each input item, in their order. */
	outcomes: ItemOutcome[];
	/** How many requests were sent again. */
	retried: number;
	wasCancelled: boolean;
	/** The item whose failure ended the run, if one did. */
	endedByItem: number | undefined;
}

/** What a whole run came to. */
export interface RunResult extends DeliveryResult {
	/** What is worth telling about the run as a whole, the worst first. */
	remarks: readonly RunRemark[];
	/** Whether nothing was to be sent: then no failure ends the execution. */
	isPreview: boolean;
	/** What is put out in place of the items. */
	table: readonly IDataObject[] | undefined;
}
