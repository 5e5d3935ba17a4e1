import { show } from '../values/show';
import type { StandardAttribute } from '../values/standardAttributes';
import { cleanText } from '../values/characters';
import type { Column } from './columns';
import { readNamePart, readStandardHeader } from './standardHeader';

/** Which columns fill the standard attributes. */
export interface StandardColumns {
	/**
	 * The columns that fill each, the best first; several only if they differ in capitals and spaces alone
	 * (`Mobile`, `MOBILE`). In an item the first one with a value serves; the others are not sent again.
	 */
	sources: Readonly<Record<StandardAttribute, readonly string[]>>;
	/** Columns that make a name together, where none holds it: they are sent under their own names too. */
	nameParts: { first: string; last: string | undefined } | undefined;
	remarks: readonly StandardRemark[];
}

/** Something that the user should know about a standard attribute. */
export interface StandardRemark {
	attribute: StandardAttribute;
	/** `ambiguous`: several columns could be meant, so none serves; `unused`: none serves although a column's values look it. */
	kind: 'ambiguous' | 'unused';
	columns: readonly string[];
	message: string;
}

interface Candidate {
	column: Column;
	place: number;
	/** The header without capitals, spaces and signs: columns of one spelling are one column. */
	spelling: string;
}

/**
 * Finds the columns that fill name, email and mobile, by their headers and values together. The exact name
 * comes first, then the plainest header. Of two that are equally plain neither can be preferred.
 * @param columns the run's columns, before any of them is renamed
 */
export function findStandardColumns(columns: ReadonlyMap<string, Column>): StandardColumns {
	const remarks: StandardRemark[] = [];
	const all = [...columns.values()].filter(({ filled }) => filled > 0);
	const find = (attribute: StandardAttribute) => {
		const best = bestOf(candidatesFor(attribute, all));
		const spellings = new Map(best.map((one) => [one.spelling, one.column.name]));
		if (spellings.size > 1) {
			remarks.push(ambiguous(attribute, [...spellings.values()]));
			return [];
		}
		const unused = best.length === 0 ? looking(attribute, all) : [];
		if (unused.length > 0) remarks.push(notUsed(attribute, unused));
		return best.map(({ column }) => column.name);
	};
	const sources = { name: find('name'), email: find('email'), mobile: find('mobile') };
	const nameParts = sources.name.length === 0 ? partsOfName(all) : undefined;
	return { sources, nameParts, remarks };
}

function candidatesFor(attribute: StandardAttribute, all: readonly Column[]): Candidate[] {
	return all.flatMap((column) => {
		const spelling = spellingOf(column.name);
		if (column.name === attribute) return [{ column, spelling, place: -2 }];
		if (spelling === attribute) return [{ column, spelling, place: -1 }];
		const meant = readStandardHeader(column.evidence.header);
		if (meant?.attribute !== attribute || !holds(attribute, column, meant.isPlain)) return [];
		return [{ column, spelling, place: meant.place }];
	});
}

/** Most values look it. Under a plain header a single one is believed: the next run may hold better ones. */
function holds(attribute: StandardAttribute, column: Column, isPlain: boolean): boolean {
	const { filled, looks } = column.evidence;
	return 2 * looks[attribute] >= filled || (isPlain && filled === 1);
}

/** A column of nothing but `-` serves where there is no other: it is not sent as text then. */
function withValues(candidates: readonly Candidate[]): readonly Candidate[] {
	const filled = candidates.filter(({ column }) => column.evidence.filled > 0);
	return filled.length > 0 ? filled : candidates;
}

/** Those in the best place, and their other spellings: the exact name and `MOBILE` are one column. */
function bestOf(candidates: readonly Candidate[]): Candidate[] {
	const sorted = [...withValues(candidates)].sort((a, b) => a.place - b.place);
	const [first] = sorted;
	if (first === undefined) return [];
	return sorted.filter(({ place, spelling }) => {
		return place === first.place || spelling === first.spelling;
	});
}

function spellingOf(name: string): string {
	return cleanText(name)
		.toLowerCase()
		.replace(/[\s_-]+/g, '');
}

function partsOfName(all: readonly Column[]): StandardColumns['nameParts'] {
	const part = (which: 'first' | 'last') =>
		all.filter(({ evidence }) => readNamePart(evidence.header) === which).map(({ name }) => name);
	const [first, ...moreFirst] = part('first');
	const [last, ...moreLast] = part('last');
	if (first === undefined || moreFirst.length + moreLast.length > 0) return undefined;
	return { first, last };
}

/** Names look like any text: only addresses and numbers show what they are. */
function looking(attribute: StandardAttribute, all: readonly Column[]): string[] {
	if (attribute !== 'email') return [];
	return all
		.filter(({ evidence }) => 2 * evidence.looks.email >= evidence.filled)
		.map(({ name }) => name);
}

function ambiguous(attribute: StandardAttribute, columns: readonly string[]): StandardRemark {
	const named = columns.map(show).join(' and ');
	return {
		attribute,
		kind: 'ambiguous',
		columns,
		message: `${attribute} is not filled: ${named} could both be meant. Give the right one the name ${attribute} under Options > Rename Attributes.`,
	};
}

function notUsed(attribute: StandardAttribute, columns: readonly string[]): StandardRemark {
	const [first] = columns;
	return {
		attribute,
		kind: 'unused',
		columns,
		message: `${attribute} is not filled, although ${show(first)} looks like it. If it is meant, give it the name ${attribute} under Options > Rename Attributes.`,
	};
}
