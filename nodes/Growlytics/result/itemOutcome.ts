import type { IDataObject } from 'n8n-workflow';

import type { Remark } from './remark';
import type { FailedSubject } from './wording';

interface ItemPlace {
	/** Of the input item. */
	itemIndex: number;
}

export interface FailedItem extends ItemPlace, FailedSubject {
	/** Whether it was to be tried again, and the run ended before that. */
	isGivenUp: boolean;
}

/** An item that Growlytics took. */
export interface StoredItem extends ItemPlace {
	id: string;
	/** What its output item has beside success and the ID. */
	output: IDataObject;
	/** Growlytics' answer. */
	answer: Record<string, unknown>;
	warnings: readonly Remark[];
}

/** An item of a preview: what would have been sent. */
export interface CheckedItem extends ItemPlace {
	id: string;
	checked: object;
	warnings: readonly Remark[];
}

/** What became of one input item. */
export type ItemOutcome = FailedItem | StoredItem | CheckedItem;

export function isFailed(outcome: ItemOutcome): outcome is FailedItem {
	return 'failure' in outcome;
}

export function isChecked(outcome: ItemOutcome): outcome is CheckedItem {
	return 'checked' in outcome;
}
