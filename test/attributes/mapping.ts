import { fromItem } from '../../nodes/Growlytics/attributes/autoMap';
import type { AttributeType } from '../../nodes/Growlytics/attributes/attributeTypes';
import type { AttributeSettings } from '../../nodes/Growlytics/attributes/convertAttributes';
import type { FieldChoice } from '../../nodes/Growlytics/attributes/chosenFields';
import { fromFields } from '../../nodes/Growlytics/attributes/defineBelow';
import { parseFieldList } from '../../nodes/Growlytics/attributes/fieldList';
import type { Found } from '../../nodes/Growlytics/attributes/found';
import { fromJson } from '../../nodes/Growlytics/attributes/jsonAttributes';
import type { NestedValues } from '../../nodes/Growlytics/attributes/nestedValues';
import { mapCustomers } from '../../nodes/Growlytics/operations/customer/customers';

type MappedCustomers = ReturnType<typeof mapCustomers>;

/** The node's options as far as they decide about mapping; what is missing has the panel's default. */
export interface Options extends Partial<AttributeSettings> {
	nestedValues?: NestedValues;
	matchStandardAttributes?: boolean;
	attributeTypes?: Record<string, AttributeType>;
	detectDates?: boolean;
	include?: FieldChoice['include'];
	/** As typed into Fields to Include or Fields to Exclude, or a list that an expression gave. */
	fields?: unknown;
}

type Item = Record<string, unknown>;

const CUSTOMER_ID = 'c1';

function attributeSettings(options: Options): AttributeSettings {
	const { timezone = '', dateNumbers = 'refuse' } = options;
	const { emptyValues = 'skip', invalidAttributes = 'failItem' } = options;
	return { timezone, dateNumbers, emptyValues, invalidAttributes };
}

function mapFound(all: readonly Found[], options: Options, id: unknown): MappedCustomers {
	const settings = attributeSettings(options);
	const items = all.map((found) => ({ id, found, settings }));
	return mapCustomers(items, options.detectDates ?? true);
}

function autoMapSettings(options: Options) {
	const { include = 'all', nestedValues = 'error', matchStandardAttributes = true } = options;
	const declaredTypes = new Map(Object.entries(options.attributeTypes ?? {}));
	const fields = parseFieldList(options.fields);
	return { include, nestedValues, matchStandardAttributes, declaredTypes, fields };
}

/** Maps items as Map Automatically does. */
export function mapAutomatically(
	items: readonly Item[],
	options: Options = {},
	id: unknown = CUSTOMER_ID,
): MappedCustomers {
	const settings = autoMapSettings(options);
	return mapFound(
		items.map((item) => fromItem(item, settings)),
		options,
		id,
	);
}

/** Maps one item for each value of Attributes (JSON). */
export function mapJson(values: readonly unknown[], options: Options = {}): MappedCustomers {
	const settings = autoMapSettings(options);
	return mapFound(
		values.map((value) => fromJson(value, settings)),
		options,
		CUSTOMER_ID,
	);
}

/** Maps one item as Map Each Field Below does, from standard attributes and rows of custom ones. */
export function mapFields(
	standard: unknown,
	rows: unknown,
	options: Options = {},
): MappedCustomers {
	return mapFound([fromFields(standard, rows)], options, CUSTOMER_ID);
}

/** What became of one item, in a form that tests can write down. */
export function outcomes({ customers }: MappedCustomers) {
	return customers.map((mapped) => {
		if ('problems' in mapped) {
			return { problems: mapped.problems.map(({ attribute, message }) => [attribute, message]) };
		}
		const { customer, warnings } = mapped;
		return {
			sent: customer.attributes.map(({ name, type, value }) => [name, type, value]),
			...(warnings.length > 0 && {
				warnings: warnings.map(({ attribute, message }) => [attribute, message]),
			}),
		};
	});
}
