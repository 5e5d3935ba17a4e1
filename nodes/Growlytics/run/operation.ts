import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { InvalidSetup } from '../result/failure';
import type { Problem, Remark, RunRemark } from '../result/remark';
import type { Subject } from '../result/subject';
import type { ApiRequest } from '../transport/send';

/** One operation of the node: what the user sees of it, and how an item becomes its request. */
export interface Operation {
	resource: INodePropertyOptions;
	/** Name, value, `action` (found by the node panel's search) and description of the choice. */
	choice: INodePropertyOptions;
	/** Its parameters; that they show for this operation alone is added to them. */
	parameters: INodeProperties[];
	subject: Subject;
	/** Whether a request that may have been stored can be sent again without harm. */
	isRepeatable: boolean;
	/**
	 * Reads the parameters of all items and makes a request of each, or says what is wrong with it. Sends nothing.
	 * @returns InvalidSetup if no item at all can be sent
	 */
	mapItems: (input: MappingInput) => Promise<MappedRun | InvalidSetup>;
}

export interface MappingInput {
	context: IExecuteFunctions;
	itemCount: number;
	/** IANA name of the account's time zone, or ''. */
	timezone: string;
}

export interface MappedRun {
	/** One for each input item, in their order. */
	items: readonly MappedItem[];
	/** What is worth telling about the run as a whole, the worst first. */
	remarks?: readonly RunRemark[];
	/**
	 * An operation that sends nothing gives what is put out instead: the requests, one for each item, or the rows of a
	 * table.
	 */
	instead?: 'requests' | readonly IDataObject[];
}

/** What a mapping made of one item. */
export type MappedItem = ReadyItem | InvalidItem;

export interface ReadyItem {
	/** Shown in messages, and output under the subject's `idKey` if it has one. */
	id: string;
	/** What messages call it behind its noun, where its ID is not enough: `"Purchased" of customer "7"`. */
	title?: string;
	/** Requests of one key are sent in input order. */
	key: string;
	request: ApiRequest;
	/** What the output item of a success has beside success and the ID. */
	output: IDataObject;
	warnings: readonly Remark[];
}

export interface InvalidItem {
	/** Undefined if it has none that can be used. */
	id: string | undefined;
	title?: string;
	problems: readonly Problem[];
}
