import type { AnyFailure } from '../../nodes/Growlytics/result/failure';
import type { Failed } from '../../nodes/Growlytics/result/items';

/** An item that failed at its first attempt. */
export function failedItem(failure: AnyFailure, customerId: string | undefined = '7'): Failed {
	return {
		itemIndex: 0,
		customerId,
		failure,
		mayBeStored: failure.mayBeStored,
		isGivenUp: false,
	};
}
