import { columnRemarks } from '../../attributes/columnRemarks';
import { mapAttributes } from '../../attributes/mapAttributes';
import type { MappedAttributes, MappingItem } from '../../attributes/mappingItem';
import { refusedRun } from '../../attributes/refusedRun';
import { automaticInTool } from '../../panel/mappingModes';
import { readMappingSettings } from '../../panel/mappingSettings';
import { createReading } from '../../reading/createReading';
import { unreadable } from '../../reading/unreadable';
import type { InvalidSetup } from '../../result/failure';
import type { Problem } from '../../result/remark';
import type { MappedItem, MappedRun, MappingInput } from '../../run/operation';
import { shorten } from '../../shorten';
import { toCustomerId } from '../customer/customerId';
import { customerReader, fixedId } from '../customer/readCustomers';
import { nameWarnings, toEventName } from './eventName';
import { eventSubject } from './eventSubject';
import { MOST_EVENT_ATTRIBUTES } from './limits';
import { eventRequest } from './request';

/** What the parameters say of one item. */
interface ReadEvent {
	customerId: string | Problem;
	name: string | Problem;
	mapping: MappingItem;
}

/** Reads the parameters of all items and makes an event of each, or says what is wrong with it. */
export function readEvents({
	context,
	itemCount,
	timezone,
}: MappingInput): MappedRun | InvalidSetup {
	const refused =
		automaticInTool(context, eventSubject) ??
		fixedId(context, itemCount, 'would be events of one customer');
	if (refused !== undefined) return refused;
	const most = MOST_EVENT_ATTRIBUTES;
	const forRun = readMappingSettings(context, { timezone, most, hasStandardAttributes: false });
	if ('kind' in forRun) return forRun;
	const { settings, declaredTypes } = forRun;
	const reading = createReading(context);
	const readCustomer = customerReader(context, reading, declaredTypes);
	const readName = reading.parameter('eventName', '');
	const events = Array.from({ length: itemCount }, (_, itemIndex): ReadEvent => {
		const { id, mapping } = readCustomer(itemIndex);
		return { customerId: toCustomerId(id), name: nameOf(readName, itemIndex), mapping };
	});
	const mapped = mapAttributes(events.map(withProblems), settings);
	const refusal = refusedRun(mapped, settings);
	if (refusal !== undefined) return refusal;
	return {
		items: events.map((event, index) => toMappedItem(event, mapped.items[index])),
		remarks: columnRemarks(mapped, settings),
	};
}

function nameOf(read: (itemIndex: number) => unknown, itemIndex: number): string | Problem {
	try {
		return toEventName(read(itemIndex));
	} catch (error) {
		return unreadable('the expression of Event Name', error);
	}
}

/** An ID whose expression failed has its problem already. */
function withProblems({ customerId, name, mapping }: ReadEvent): MappingItem {
	const known = mapping.problems;
	const isIdKnown = known.some(({ isAboutId }) => isAboutId);
	const ofId = typeof customerId === 'string' || isIdKnown ? [] : [customerId];
	const ofName = typeof name === 'string' ? [] : [name];
	return { ...mapping, problems: [...ofId, ...ofName, ...known] };
}

function toMappedItem({ customerId, name }: ReadEvent, mapped?: MappedAttributes): MappedItem {
	const id = typeof customerId === 'string' ? customerId : undefined;
	const what = typeof name === 'string' ? name : undefined;
	const title = titleOf(what, id);
	if (mapped !== undefined && 'problems' in mapped) {
		return { id, problems: mapped.problems, ...(title === undefined ? {} : { title }) };
	}
	if (mapped === undefined || id === undefined || what === undefined || title === undefined) {
		throw new RangeError('An event without a customer or a name has no problem');
	}
	const { attributes, warnings } = mapped;
	return {
		id,
		title,
		key: id.toLowerCase(),
		request: eventRequest({ customerId: id, name: what, attributes }),
		output: { event: what, attributesSent: attributes.length },
		warnings: [...nameWarnings(what), ...warnings],
	};
}

function titleOf(name: string | undefined, customerId: string | undefined): string | undefined {
	if (name === undefined && customerId === undefined) return undefined;
	const quoted = name === undefined ? [] : [`"${shorten(name)}"`];
	const ofCustomer = customerId === undefined ? [] : [`of customer "${shorten(customerId)}"`];
	return [...quoted, ...ofCustomer].join(' ');
}
