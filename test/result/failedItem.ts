import type { Failure } from '../../nodes/Growlytics/result/failure';
import { mayBeStored } from '../../nodes/Growlytics/result/failure';
import type { FailedItem } from '../../nodes/Growlytics/result/itemOutcome';

/** An item that failed at its first attempt. */
export function failedItem(failure: Failure, id: string | undefined = '7'): FailedItem {
	return { itemIndex: 0, id, failure, mayBeStored: mayBeStored(failure), isGivenUp: false };
}
