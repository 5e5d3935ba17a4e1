import { readRunOptions } from '../../panel/readOptions';
import { createReading } from '../../reading/createReading';
import type { InvalidSetup } from '../../result/failure';
import { mapEach } from '../../run/mapEach';
import type { MappedRun, MappingInput } from '../../run/operation';
import { deletionOptions } from './deletionOptions';
import { toProductId } from './products';
import { deletionRequest } from './request';

/** Reads the parameters of all items and makes a deletion of each, or says what is wrong with it. */
export function readDeletions({ context, itemCount }: MappingInput): MappedRun | InvalidSetup {
	const options = readRunOptions(context, deletionOptions);
	if ('kind' in options) return options;
	const ifNotFound = options.values.alreadyGone === 'success' ? 'taken' : 'refused';
	const readId = createReading(context).parameter('productId', '');
	return {
		items: mapEach(itemCount, (itemIndex) => {
			const id = toProductId(readId(itemIndex));
			if (typeof id !== 'string') return { id: undefined, problems: [id] };
			return {
				id,
				key: id,
				request: deletionRequest(id, ifNotFound),
				output: {},
				warnings: [],
			};
		}),
	};
}
