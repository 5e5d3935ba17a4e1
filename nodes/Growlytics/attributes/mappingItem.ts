import type { ReadingOptions } from '../columns/options';
import type { FieldName } from '../fields/fieldNames';
import type { FieldSettings } from '../fields/fieldReader';
import type { Problem, Remark } from '../result/remark';
import type { AttributeType } from '../values/attributeTypes';
import type { NumbersAsDates } from '../values/growlyticsDate';
import type { Attribute } from './attribute';
import type { Most } from './checks';
import type { Rows } from './rows';

/** What can differ from item to item. Items that share the very same object are read with one preparation. */
export interface ItemSettings extends FieldSettings {
	/** The field that was dragged into the item's ID: it is not sent again, unless it fills a standard attribute. */
	idField: FieldName | undefined;
	emptyValues: 'skip' | 'sendEmptyString';
	invalidAttributes: 'failItem' | 'skip';
	/** What a bare number means where a date was declared. */
	dateNumbers: NumbersAsDates;
}

/** Another name for a field. */
export interface Rename {
	from: FieldName;
	to: string;
}

/** What holds for the whole run. */
export interface MappingSettings extends ReadingOptions {
	/** IANA name of the Growlytics account's zone, or '' to send every time as it is written. */
	timezone: string;
	/** How many custom attributes are taken. */
	most: Most;
	/** Whether what is sent has name, email and mobile as attributes of their own: an event has none. */
	hasStandardAttributes: boolean;
	/** Whether fields such as Email fill the standard attributes. */
	matchStandardAttributes: boolean;
	/** Other names for fields: the user's, so they hold for what was merely met too. */
	renames: readonly Rename[];
	/** By the name that is sent. */
	declaredTypes: ReadonlyMap<string, AttributeType>;
}

/** Where the attributes of an item come from. It is not changed. */
export type Source =
	/** The item's fields, or those of an object in JSON: what they become is decided by the run. */
	| { fields: Record<string, unknown> }
	/** Names and types that the user gave. */
	| Rows;

/** One item of a run, as the parameters describe it. */
export interface MappingItem {
	/** What keeps it from being sent already, as an ID that names nobody: such an item has no say in the types of the run. */
	problems: readonly Problem[];
	source: Source;
	settings: ItemSettings;
}

export type MappedAttributes =
	/** `warnings`: what of this item alone is not sent as it came. What holds for a column is in the run's report. */
	{ attributes: Attribute[]; warnings: Remark[] } | { problems: Problem[] };
