import type { AttributeType } from '../values/attributeTypes';
import { show } from '../values/show';
import type { DateOrder } from '../values/dateText';
import type { NumbersAsDates } from '../values/growlyticsDate';
import type { Decimal } from '../values/numberText';
import type { DecidedBy, ColumnDecision } from './decide';
import { allAre, decideColumn } from './decide';
import type { Evidence, Tally } from './evidence';
import { noEvidence, weigh } from './evidence';
import { readHeader } from './header';
import type { ReadingOptions } from './options';

/** How a column's text is read; undefined where nothing proves it. */
export interface TextReading {
	dateOrder: DateOrder | undefined;
	decimal: Decimal | undefined;
	/** How its bare numbers count the time, if the header and their size leave no doubt. */
	numbersAsDates: NumbersAsDates;
	/** Whether `-` and `none` hold nothing under it although it is text: nobody's city is called so. */
	areWordsNothing: boolean;
	/** Whether its text is cleaned of characters that nobody sees: codes are compared, letter by letter. */
	isCode: boolean;
}

/** The type is sure, and what some of its values mean is not: they are left out, or refused if the type was declared. */
export interface Unproven {
	option: 'dateOrder' | 'numberFormat';
	/** How many values are open, and the first of them. */
	count: number;
	example: unknown;
	/** For the user: `"03/04/2026" can be 3 April or 4 March: choose under Options > Date Order`. */
	message: string;
}

/** What a run's items hold under one name, what it therefore means, and why. */
export interface Column {
	name: string;
	type: AttributeType;
	decidedBy: DecidedBy;
	/** For a marketer, a part of a sentence: `all 12 values are dates, day first because of "31/01/2026"`. */
	why: string;
	/** Whether values that came as text are sent as something else because of the decision; not if declared. */
	isFromText: boolean;
	/** Text that could be something else: the type, and words that say so. */
	offer: { type: AttributeType; message: string } | undefined;
	unproven: Unproven | undefined;
	/** Whether a person may have decided otherwise: with Detect Types on Ask such a column needs a type. */
	isInDoubt: boolean;
	/** Items with a value, and without: blanks and words for nothing. */
	filled: number;
	empty: number;
	/** The first values, long texts cut. */
	examples: readonly unknown[];
	/** Values that the type cannot hold. */
	doesNotFit: Tally;
	/** Words that stand for nothing here, as `#N/A` and `-`. */
	words: Tally;
	reading: TextReading;
	/** What the values say; standardColumns reads it. */
	evidence: Evidence;
}

/** The columns of a run: first every value is added, then they are decided. */
export interface Columns {
	/** Takes a value of an item that will be sent into account: anything, however large; it is never looked into. */
	add: (name: string, value: unknown) => void;
	/** One decision for each column that was added or declared, in the order in which they were met. */
	decide: (declared: ReadonlyMap<string, AttributeType>) => ReadonlyMap<string, Column>;
}

/**
 * Collects what a run's items hold by attribute name and decides one type and one reading for each column,
 * because Growlytics fixes a type at first sight and then silently ignores values of another. Memory does
 * not grow with the number of items.
 */
export function createColumns(options: ReadingOptions): Columns {
	const evidence = new Map<string, Evidence>();

	function of(name: string): Evidence {
		const known = evidence.get(name);
		if (known !== undefined) return known;
		const added = noEvidence(name, readHeader(name));
		evidence.set(name, added);
		return added;
	}

	return {
		add: (name, value) => weigh(of(name), value),
		decide: (declared) => {
			for (const name of declared.keys()) of(name);
			const decisions = [...evidence.values()].map(
				(one) => [one, decideColumn(one, declared.get(one.name), options)] as const,
			);
			const run = proofOfRun(decisions);
			return new Map(
				decisions.map(([one, decision]) => [one.name, describe(one, decision, run, options)]),
			);
		},
	};
}

interface Proof {
	dateOrder: Proven<DateOrder>;
	decimal: Proven<Decimal>;
}

/** Which of two readings is proven, and the value that proves it. */
interface Proven<T> {
	reading: T | undefined;
	example: unknown;
}

function proven<T>(a: T, forA: readonly Tally[], b: T, forB: readonly Tally[]): Proven<T> {
	const provesA = forA.find(({ count }) => count > 0);
	const provesB = forB.find(({ count }) => count > 0);
	if (provesA && !provesB) return { reading: a, example: provesA.first };
	if (provesB && !provesA) return { reading: b, example: provesB.first };
	return { reading: undefined, example: undefined };
}

function dateProof(all: readonly Evidence[]): Proven<DateOrder> {
	const dayFirst = all.map((one) => one.dayFirst);
	const monthFirst = all.map((one) => one.monthFirst);
	return proven<DateOrder>('dayFirst', dayFirst, 'monthFirst', monthFirst);
}

function decimalProof(all: readonly Evidence[]): Proven<Decimal> {
	const point = all.map((one) => one.point);
	const comma = all.map((one) => one.comma);
	return proven<Decimal>('point', point, 'comma', comma);
}

/** What the columns of a run prove together: one file is written in one way. */
function proofOfRun(decisions: ReadonlyArray<readonly [Evidence, ColumnDecision]>): Proof {
	const ofType = (type: AttributeType) =>
		decisions.filter(([, decision]) => decision.type === type).map(([evidence]) => evidence);
	return { dateOrder: dateProof(ofType('date')), decimal: decimalProof(ofType('number')) };
}

function describe(
	evidence: Evidence,
	decision: ColumnDecision,
	run: Proof,
	options: ReadingOptions,
): Column {
	const { type } = decision;
	const dateOrder = settle(dateProof([evidence]), run.dateOrder, options.dateOrder);
	const decimal = settle(decimalProof([evidence]), run.decimal, options.numberFormat);
	const areWordsNothing =
		type !== 'string' || decision.decidedBy === 'standard' || evidence.header.says === 'place';
	const isFromText =
		type !== 'string' && decision.decidedBy !== 'declared' && evidence.texts.count > 0;
	const unproven = unprovenOf(evidence, type, dateOrder, decimal);
	const perhaps = areWordsNothing ? evidence.perhaps : NO_TALLY;
	return {
		name: evidence.name,
		type,
		decidedBy: decision.decidedBy,
		why: [decision.why, ...readingWhy(evidence, type, dateOrder, decimal)].join(', '),
		isFromText,
		offer: offerOf(evidence, decision.offer),
		unproven,
		isInDoubt:
			decision.decidedBy !== 'declared' && (unproven !== undefined || isOpen(evidence, decision)),
		filled: evidence.filled + (areWordsNothing ? 0 : evidence.perhaps.count),
		empty: evidence.blank + evidence.words.count + perhaps.count,
		examples: evidence.examples,
		doesNotFit: misfits(evidence, decision),
		words: together(evidence.words, perhaps),
		reading: {
			dateOrder: dateOrder.reading,
			decimal: decimal.reading,
			numbersAsDates: decision.numbersAsDates ?? 'refuse',
			areWordsNothing,
			isCode: evidence.header.says === 'code',
		},
		evidence,
	};
}

/** Whether the values speak for another type than the one that was decided, or some do not fit it. */
function isOpen(evidence: Evidence, decision: ColumnDecision): boolean {
	if (decision.offer !== undefined) return true;
	if (decision.type !== 'string') return misfits(evidence, decision).count > 0;
	const { readableNumbers, readableYesNo, readableDates } = evidence;
	const speakOtherwise = readableNumbers.count + readableYesNo.count + readableDates.count > 0;
	return decision.decidedBy === 'values' && speakOtherwise;
}

const NO_TALLY: Tally = { count: 0, first: undefined };

/** A reading, what proves it, and whether that stands in the same column. */
interface Settled<T> extends Proven<T> {
	isOwn: boolean;
}

/** The column's own proof, else the run's, else what the user chose. A column that contradicts itself leaves the run without proof as well. */
function settle<T extends string>(
	own: Proven<T>,
	run: Proven<T>,
	chosen: T | 'evidence',
): Settled<T> {
	if (own.reading !== undefined) return { ...own, isOwn: true };
	if (run.reading !== undefined) return { ...run, isOwn: false };
	return {
		reading: chosen === 'evidence' ? undefined : chosen,
		example: undefined,
		isOwn: false,
	};
}

const readingNames: Record<DateOrder | Decimal, string> = {
	dayFirst: 'day first',
	monthFirst: 'month first',
	point: 'with a decimal point',
	comma: 'with a decimal comma',
};

/** Said only where values of the column could be read otherwise. */
function readingWhy(
	evidence: Evidence,
	type: AttributeType,
	dateOrder: Settled<DateOrder>,
	decimal: Settled<Decimal>,
): string[] {
	if (type === 'date') {
		const isOpen = evidence.openDates.count > 0 || dateOrder.isOwn;
		return isOpen ? reasons(dateOrder) : [];
	}
	const isOpen = evidence.openNumbers.count > 0 || decimal.reading === 'comma';
	return type === 'number' && isOpen && evidence.texts.count > 0 ? reasons(decimal) : [];
}

function reasons({ reading, example, isOwn }: Settled<DateOrder | Decimal>): string[] {
	if (reading === undefined) return [];
	const name = readingNames[reading];
	if (example === undefined) return [`${name} as chosen under Options`];
	const where = isOwn ? '' : ' in another column';
	return [`${name} because of ${show(example)}${where}`];
}

const typeLabels: Record<AttributeType, string> = {
	string: 'Text',
	number: 'Number',
	boolean: 'Yes or No',
	date: 'Date and Time',
};

function offerOf(evidence: Evidence, type: AttributeType | undefined): Column['offer'] {
	if (type === undefined) return undefined;
	const what = allAre(evidence.filled, type);
	return {
		type,
		message: `is Text; ${what}: if that is meant, choose ${typeLabels[type]} under Attribute Types`,
	};
}

function unprovenOf(
	evidence: Evidence,
	type: AttributeType,
	dateOrder: Settled<DateOrder>,
	decimal: Settled<Decimal>,
): Unproven | undefined {
	if (type === 'date' && dateOrder.reading === undefined && evidence.openDates.count > 0) {
		const { count, first } = evidence.openDates;
		const message = `${show(first)} can be day first or month first: choose under Options > Date Order, or write the year first`;
		return { option: 'dateOrder', count, example: first, message };
	}
	if (type === 'number' && decimal.reading === undefined && evidence.openNumbers.count > 0) {
		const { count, first } = evidence.openNumbers;
		const message = `${show(first)} can hold thousands or decimals: choose under Options > Number Format`;
		return { option: 'numberFormat', count, example: first, message };
	}
	return undefined;
}

function misfits(evidence: Evidence, { type, numbersAsDates }: ColumnDecision): Tally {
	if (type === 'number') return evidence.noNumbers;
	if (type === 'boolean') return evidence.noYesNo;
	if (type === 'string') return evidence.others;
	return numbersAsDates === undefined ? evidence.noDates : NO_TALLY;
}

function together(a: Tally, b: Tally): Tally {
	return { count: a.count + b.count, first: a.count > 0 ? a.first : b.first };
}
