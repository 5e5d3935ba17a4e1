import type { Problem } from '../../result/remark';
import type { Decimal } from '../../values/numberText';
import { MOST_CHARACTERS, STATUSES } from './limits';
import type { Read } from './productValues';
import {
	isWithoutValue,
	readAmount,
	readId,
	readText,
	readUrl,
	shownDecimal,
} from './productValues';

/** The body of /product, in the key order of its page (docs.growlytics.in, syncing products). */
export interface Product {
	id: string;
	name: string;
	image: string;
	url: string;
	price: number;
	status: string;
	description?: string;
	originalHigherPrice?: number;
	vendor?: string;
}

/** What the parameters say of one item, by Growlytics' names. */
export type Entered = Readonly<Record<string, unknown>>;

export type MappedProduct =
	| { id: string; product: object }
	| { id: string | undefined; problems: Problem[] };

interface Field {
	/** As the panel calls it. */
	label: string;
	isRequired: boolean;
	read: (value: unknown, decimal: Decimal | undefined) => Read<string | number>;
	mostCharacters?: number;
}

/** Every field that Growlytics has, in its order, by its name there. */
export const FIELDS: Readonly<Record<keyof Product, Field>> = {
	id: { label: 'Product ID', isRequired: true, read: readId, mostCharacters: MOST_CHARACTERS.id },
	name: {
		label: 'Product Name',
		isRequired: true,
		read: readText,
		mostCharacters: MOST_CHARACTERS.name,
	},
	image: {
		label: 'Image URL',
		isRequired: true,
		read: readUrl,
		mostCharacters: MOST_CHARACTERS.image,
	},
	url: {
		label: 'Product URL',
		isRequired: true,
		read: readUrl,
		mostCharacters: MOST_CHARACTERS.url,
	},
	price: { label: 'Price', isRequired: true, read: readAmount },
	status: { label: 'Status', isRequired: true, read: readStatus },
	description: {
		label: 'Description',
		isRequired: false,
		read: readText,
		mostCharacters: MOST_CHARACTERS.description,
	},
	originalHigherPrice: { label: 'Original Higher Price', isRequired: false, read: readAmount },
	vendor: {
		label: 'Vendor',
		isRequired: false,
		read: readText,
		mostCharacters: MOST_CHARACTERS.vendor,
	},
};

function readStatus(value: unknown): Read<string> {
	const read = readText(value);
	if (!('value' in read) || STATUSES.some((status) => status === read.value)) return read;
	return {
		message: `"${read.value.slice(0, 60)}" is none of ${STATUSES.join(', ')}`,
		fix: `Let the expression of Status give ${STATUSES.join(' or ')}.`,
	};
}

/**
 * Makes a product of what was entered, or says everything that is wrong with it. Pure.
 * @param entered the values by Growlytics' names; what holds nothing and is not required is not sent
 * @param decimal see readAmount
 * @returns the ID wherever it can be used
 */
export function toProduct(entered: Entered, decimal: Decimal | undefined): MappedProduct {
	const id = toProductId(entered.id);
	const product: Record<string, string | number> = {};
	const problems: Problem[] = typeof id === 'string' ? [] : [id];
	for (const [name, field] of Object.entries(FIELDS)) {
		const value = entered[name];
		if (isWithoutValue(value) && !field.isRequired) continue;
		const read = readField(field, value, decimal);
		if ('value' in read) product[name] = read.value;
		else if (name !== 'id') problems.push({ attribute: field.label, ...read });
	}
	if (typeof id !== 'string') return { id: undefined, problems };
	return problems.length > 0 ? { id, problems } : { id, product };
}

/**
 * What the amounts of a run show together.
 * @returns which sign begins the decimals, if one of them shows it and none shows the other
 */
export function provenDecimal(all: readonly Entered[]): Decimal | undefined {
	const amounts = all.flatMap(({ price, originalHigherPrice }) => [price, originalHigherPrice]);
	const proven = new Set(amounts.map(shownDecimal));
	proven.delete(undefined);
	const [one, other] = proven;
	return other === undefined ? one : undefined;
}

/** Makes an ID of what was entered, or says what is wrong with it. */
export function toProductId(value: unknown): string | Problem {
	const read = readField(FIELDS.id, value);
	if ('value' in read) return String(read.value);
	const message = read.message.replace(/^it /, `${FIELDS.id.label} `);
	return { attribute: 'id', isAboutId: true, message, fix: read.fix };
}

function readField(
	{ label, read, mostCharacters = Infinity }: Field,
	value: unknown,
	decimal?: Decimal,
): Read<string | number> {
	if (isWithoutValue(value)) {
		return {
			message: 'it is empty',
			fix: `Set ${label} to the field that holds it, and check that every item has it.`,
		};
	}
	const given = read(value, decimal);
	if (!('value' in given)) return given;
	const { length } = String(given.value);
	if (length <= mostCharacters) return given;
	return {
		message: `it has ${length} characters, and Growlytics takes at most ${mostCharacters}`,
		fix: `Enter at most ${mostCharacters} characters for ${label}.`,
	};
}
