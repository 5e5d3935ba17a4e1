import type { IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { AnyFailure, Detail } from './failure';
import { describe } from './wording';

/** The customer, as far as an output item repeats it. */
interface SentCustomer {
	id: string;
	attributes: ReadonlyArray<{ name: string }>;
}

/** A warning, or a note that is merely good to know. */
export interface Remark extends Detail {
	isNote?: boolean;
}

export interface Failed {
	itemIndex: number;
	customerId: string | undefined;
	failure: AnyFailure;
	/** Whether Growlytics may have stored the customer all the same, at this attempt or at an earlier one. */
	mayBeStored: boolean;
	/** Whether it was to be tried again, and the run ended before that. */
	isGivenUp: boolean;
}
interface Stored {
	itemIndex: number;
	customer: SentCustomer;
	/** Growlytics' answer. */
	stored: Record<string, unknown>;
	warnings: readonly Remark[];
}
interface DryRun {
	itemIndex: number;
	dryRun: SentCustomer;
	warnings: readonly Remark[];
}

/** What became of one input item. */
export type Outcome = Failed | Stored | DryRun;

export function isFailed(outcome: object): outcome is Failed {
	return 'failure' in outcome;
}

/**
 * The output item for an outcome. n8n sends an item to the error output only if `error` is its one key,
 * and takes any top-level `error` for a failure: so a success never repeats Growlytics' answer on that level.
 * @param binary the input item's files, which a failure keeps
 */
export function toOutputItem(
	outcome: Outcome,
	binary: IBinaryKeyData | undefined,
): INodeExecutionData {
	const pairedItem = { item: outcome.itemIndex };
	if (!isFailed(outcome)) return { json: successJson(outcome), pairedItem };
	return {
		json: { error: failureJson(outcome) },
		pairedItem,
		...(binary === undefined ? {} : { binary }),
	};
}

function successJson(outcome: Stored | DryRun): IDataObject {
	const warnings = outcome.warnings.length === 0 ? {} : { warnings: copyOf(outcome.warnings) };
	if ('dryRun' in outcome) {
		const { id, attributes } = outcome.dryRun;
		return {
			dryRun: true,
			customerId: id,
			request: { id, attributes: [...attributes] },
			...warnings,
		};
	}
	const { customer, stored } = outcome;
	return {
		success: true,
		customerId: customer.id,
		attributesSent: customer.attributes.length,
		...warnings,
		...(Object.keys(stored).length > 1 ? { response: stored } : {}),
	};
}

function failureJson({ failure, customerId, mayBeStored }: Failed): IDataObject {
	const { message, description, details } = describe(failure, customerId, mayBeStored);
	return {
		message,
		description,
		reason: failure.reason,
		...(failure.status === undefined ? {} : { httpCode: String(failure.status) }),
		...(customerId === undefined ? {} : { customerId }),
		details: copyOf(details),
	};
}

function copyOf(details: readonly Detail[]): IDataObject[] {
	return details.map(({ attribute, message }) => ({ attribute, message }));
}
