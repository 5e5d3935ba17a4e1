import { readJsonAttributes } from '../../nodes/Growlytics/attributes/jsonAttributes';
import type { MappedColumns } from '../../nodes/Growlytics/attributes/mapAttributes';
import type {
	ItemSettings,
	MappingItem,
	MappingSettings,
	Rename,
	Source,
} from '../../nodes/Growlytics/attributes/mappingItem';
import type { RowEntry } from '../../nodes/Growlytics/attributes/rows';
import { rowsOfList, rowsOfPanel } from '../../nodes/Growlytics/attributes/rows';
import { readFieldName, readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';
import { mapCustomers } from '../../nodes/Growlytics/operations/customer/customers';
import type { MappedCustomer } from '../../nodes/Growlytics/operations/customer/customers';
import { MOST_ATTRIBUTES } from '../../nodes/Growlytics/operations/customer/limits';
import type { Problem } from '../../nodes/Growlytics/result/remark';
import type { AttributeType } from '../../nodes/Growlytics/values/attributeTypes';

/** The node's options as far as they decide about mapping; what is missing has the panel's default. */
export interface Options
	extends Partial<Omit<ItemSettings, 'fields' | 'idField'>>,
		Partial<Omit<MappingSettings, 'declaredTypes' | 'renames'>> {
	attributeTypes?: Record<string, AttributeType>;
	/** Names by the field that they replace. */
	renames?: Record<string, string>;
	/** As typed into Fields to Include or Fields to Exclude, or a list that an expression gave. */
	fields?: unknown;
	/** The field that was dragged into Customer ID. */
	idField?: string;
}

type Item = Record<string, unknown>;

export interface Mapped {
	customers: MappedCustomer[];
	mapped: MappedColumns;
}

const CUSTOMER_ID = 'c1';

const ITEM_DEFAULTS: ItemSettings = {
	include: 'all',
	fields: [],
	nestedValues: 'readable',
	idField: undefined,
	emptyValues: 'skip',
	invalidAttributes: 'failItem',
	dateNumbers: 'refuse',
};

const RUN_DEFAULTS: MappingSettings = {
	detectTypes: 'noDoubt',
	dateOrder: 'evidence',
	numberFormat: 'evidence',
	timezone: '',
	most: MOST_ATTRIBUTES,
	hasStandardAttributes: true,
	matchStandardAttributes: true,
	renames: [],
	declaredTypes: new Map(),
};

function itemSettings({ fields, idField, ...options }: Options): ItemSettings {
	const { include, nestedValues, emptyValues, invalidAttributes, dateNumbers } = {
		...ITEM_DEFAULTS,
		...options,
	};
	return {
		include,
		nestedValues,
		emptyValues,
		invalidAttributes,
		dateNumbers,
		fields: readFieldNames(fields),
		idField: readFieldName(idField),
	};
}

/** The settings of a run, as the node would read them from these options. */
export function mappingSettings({
	attributeTypes = {},
	renames = {},
	...options
}: Options = {}): MappingSettings {
	const { detectTypes, dateOrder, numberFormat, timezone, most } = { ...RUN_DEFAULTS, ...options };
	const { hasStandardAttributes, matchStandardAttributes } = { ...RUN_DEFAULTS, ...options };
	return {
		detectTypes,
		dateOrder,
		numberFormat,
		timezone,
		most,
		hasStandardAttributes,
		matchStandardAttributes,
		renames: Object.entries(renames).flatMap(([from, to]): Rename[] => {
			const field = readFieldName(from);
			return field === undefined ? [] : [{ from: field, to }];
		}),
		declaredTypes: new Map(Object.entries(attributeTypes)),
	};
}

function mapSources(
	sources: ReadonlyArray<Source | { problem: Problem }>,
	options: Options,
	idOf: (index: number) => unknown,
): Mapped {
	const settings = itemSettings(options);
	const items = sources.map((source, index) => {
		const mapping: MappingItem =
			'problem' in source
				? { problems: [source.problem], source: { rows: [], problems: [] }, settings }
				: { problems: [], source, settings };
		return { id: idOf(index), mapping };
	});
	return mapCustomers(items, mappingSettings(options));
}

/** Maps items as Map Automatically does. Customer ID is the same for all, or read from each item. */
export function mapAutomatically(
	items: readonly Item[],
	options: Options = {},
	id: string | ((item: Item) => unknown) = CUSTOMER_ID,
): Mapped {
	const sources = items.map((fields) => ({ fields }));
	return mapSources(sources, options, (index) =>
		typeof id === 'function' ? id(items[index] ?? {}) : id,
	);
}

/** Maps one item for each value of Attributes (JSON). */
export function mapJson(values: readonly unknown[], options: Options = {}): Mapped {
	const { declaredTypes } = mappingSettings(options);
	const sources = values.map((value) => {
		const read = readJsonAttributes(value);
		return 'entries' in read ? rowsOfList(read.entries, declaredTypes) : read;
	});
	return mapSources(sources, options, () => CUSTOMER_ID);
}

/** Maps one item as Map Each Field Below does, from standard attributes and rows of custom ones. */
export function mapFields(
	standard: unknown,
	rows: unknown,
	options: Options = {},
	entries: readonly RowEntry[] = [],
): Mapped {
	const source = rowsOfPanel(standard, rows, entries);
	return mapSources([source], { ...options, matchStandardAttributes: false }, () => CUSTOMER_ID);
}

/** What became of one item, in a form that tests can write down. */
export function outcomes({ customers }: Pick<Mapped, 'customers'>) {
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

/** What was said of the run's fields. */
export function remarks({ mapped }: Pick<Mapped, 'mapped'>) {
	return mapped.remarks.map(({ name, message, items }) => [name, message, items]);
}
