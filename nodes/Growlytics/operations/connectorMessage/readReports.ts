import { createReading } from '../../reading/createReading';
import { mapEach } from '../../run/mapEach';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { shorten } from '../../shorten';
import { reportRequest } from './request';
import { toReport } from './reports';

/** Reads the parameters of all items and makes a report of each, or says what is wrong with it. */
export function readReports({ context, itemCount }: MappingInput): MappedRun {
	const reading = createReading(context);
	const readToken = reading.parameter('messageToken', '');
	const readAction = reading.parameter('action', 'open');
	return {
		items: mapEach(itemCount, (itemIndex) =>
			toMappedItem(toReport(readToken(itemIndex), readAction(itemIndex))),
		),
	};
}

function toMappedItem(read: ReturnType<typeof toReport>): MappedItem {
	if ('problems' in read) {
		const { token, problems } = read;
		return {
			id: token,
			problems,
			...(token === undefined ? {} : { title: `for message "${shorten(token)}"` }),
		};
	}
	const { report } = read;
	return {
		id: report.token,
		title: `of "${report.action}" for message "${shorten(report.token)}"`,
		key: report.token,
		request: reportRequest(report),
		output: {},
		warnings: [],
	};
}
