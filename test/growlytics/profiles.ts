import type { Attribute, AttributeType, Customer } from './customerSchema';
import { RESERVED_NAMES } from './customerSchema';
import type { GrowlyticsSettings } from './settings';

export interface StoredCustomer {
	id: string;
	/** In order of first arrival. */
	attributes: Attribute[];
	/** Requests stored for this customer, the one that created it included. */
	updates: number;
}

/** An attribute that was answered with success and yet dropped. */
export interface IgnoredAttribute {
	customerId: string;
	name: string;
	type: AttributeType;
	/** The type the name is bound to; undefined when the profile had no room for the attribute. */
	expected: AttributeType | undefined;
}

/** A value that was dropped, and why. */
export interface DroppedValue {
	name: string;
	type: AttributeType;
	/** The type the name is bound to; undefined when the profile had no room for the attribute. */
	expected: AttributeType | undefined;
	/** When that type came, as ISO 8601; undefined for a standard attribute that nobody has sent. */
	since: string | undefined;
}

/** What the account knows of an attribute's name. */
export interface KnownAttribute {
	name: string;
	/** The type that came first: values of any other are ignored, for ever. */
	type: AttributeType;
	/** When it came, as ISO 8601; undefined for the standard attributes that nobody has sent. */
	since: string | undefined;
	/** What was dropped because it had another type. */
	ignored: { count: number; types: AttributeType[]; customers: string[] };
}

const MAX_CUSTOMERS_SHOWN = 10;

/** An attribute of a type that its name is not bound to. */
export interface OtherType {
	name: string;
	/** Its place among those of the request. */
	index: number;
	/** The type the name is bound to. */
	expected: AttributeType;
}

export type StoreOutcome =
	| { stored: true }
	| { stored: false; otherTypes: OtherType[] }
	| { stored: false; customAttributes: number };

/** What decides how customers are kept. */
export type StoreSettings = Pick<
	GrowlyticsSettings,
	'update' | 'extraAttributes' | 'standardAttributes' | 'otherType' | 'customerIdCase'
>;

interface Profile {
	/** As it was first written. */
	id: string;
	attributes: Map<string, Attribute>;
	updates: number;
}

export const MAX_CUSTOM_ATTRIBUTES = 100;

/** The account: its customers, and the type each attribute name is bound to. */
export class Profiles {
	private readonly profiles = new Map<string, Profile>();
	private readonly types = new Map<string, AttributeType>(
		RESERVED_NAMES.map((name) => [name, 'string']),
	);
	private readonly firstSeen = new Map<string, string>();
	private readonly dropped: IgnoredAttribute[] = [];

	/** @param now milliseconds since 1970 */
	constructor(private readonly now: () => number = Date.now) {}

	/**
	 * Creates or updates a customer, all of it or nothing.
	 *
	 * @returns not stored, with the number of custom attributes the profile would have had,
	 * when that is too many and such requests are refused; or with the attributes of another type,
	 * when those are
	 */
	store({ id, attributes }: Customer, settings: StoreSettings): StoreOutcome {
		const { update, extraAttributes, standardAttributes, otherType } = settings;
		const key = keyOf(id, settings);
		const profile = this.profiles.get(key);
		if (otherType === 'refuse') {
			const otherTypes = attributes.flatMap(({ name, type }, index) => {
				const expected = this.boundType(name, type);
				return expected === type ? [] : [{ name, index, expected }];
			});
			if (otherTypes.length > 0) return { stored: false, otherTypes };
		}

		const counts = (name: string) => standardAttributes === 'counted' || isCustom(name);
		const known = update === 'merge' ? profile?.attributes : undefined;
		const fitting = attributes.filter(({ name, type }) => this.boundType(name, type) === type);
		const added = fitting.filter(({ name }) => counts(name) && !known?.has(name));
		const room = MAX_CUSTOM_ATTRIBUTES - [...(known?.keys() ?? [])].filter(counts).length;
		if (added.length > room && extraAttributes === 'refuse') {
			return { stored: false, customAttributes: MAX_CUSTOM_ATTRIBUTES - room + added.length };
		}

		const extra = new Set(added.slice(room));
		for (const attribute of attributes) {
			const { name, type } = attribute;
			const expected = this.boundType(name, type);
			if (expected === type && !extra.has(attribute)) continue;
			this.dropped.push({
				customerId: id,
				name,
				type,
				expected: extra.has(attribute) ? undefined : expected,
			});
		}
		const kept = fitting.filter((attribute) => !extra.has(attribute));
		for (const { name, type } of kept) {
			this.types.set(name, type);
			if (!this.firstSeen.has(name)) {
				this.firstSeen.set(name, new Date(this.now()).toISOString());
			}
		}
		this.profiles.set(key, {
			id: profile?.id ?? id,
			attributes: new Map([
				...(known ?? []),
				...kept.map((attribute) => [attribute.name, attribute] as const),
			]),
			updates: (profile?.updates ?? 0) + 1,
		});
		return { stored: true };
	}

	/** Whether there is a customer of this id. */
	has(id: string, settings: StoreSettings): boolean {
		return this.profiles.has(keyOf(id, settings));
	}

	/** Customers in order of creation: all, or the first ones. */
	customers(limit = Infinity): StoredCustomer[] {
		return [...this.profiles.values()].slice(0, limit).map(({ id, attributes, updates }) => ({
			id,
			attributes: [...attributes.values()].map((attribute) => ({ ...attribute })),
			updates,
		}));
	}

	/** Number of customers. */
	get size(): number {
		return this.profiles.size;
	}

	/** How many attributes were dropped so far. */
	get ignoredCount(): number {
		return this.dropped.length;
	}

	/** Attributes dropped behind a 200, in order, from one of them on. */
	ignored(from = 0): IgnoredAttribute[] {
		return this.dropped.slice(from).map((attribute) => ({ ...attribute }));
	}

	/** The same with the time at which the type came first. */
	droppedValues(from: number): DroppedValue[] {
		return this.dropped.slice(from).map(({ name, type, expected }) => {
			return { name, type, expected, since: this.firstSeen.get(name) };
		});
	}

	/** Every attribute's name in the order of its type, and what was ignored because of that. */
	attributes(): KnownAttribute[] {
		return [...this.types].map(([name, type]) => {
			const dropped = this.dropped.filter((one) => one.name === name && one.expected === type);
			const customers = [...new Set(dropped.map(({ customerId }) => customerId))];
			return {
				name,
				type,
				since: this.firstSeen.get(name),
				ignored: {
					count: dropped.length,
					types: [...new Set(dropped.map((one) => one.type))],
					customers: customers.slice(0, MAX_CUSTOMERS_SHOWN),
				},
			};
		});
	}

	private boundType(name: string, type: AttributeType): AttributeType {
		return this.types.get(name) ?? type;
	}
}

function keyOf(id: string, { customerIdCase }: StoreSettings): string {
	return customerIdCase === 'ignored' ? id.toLowerCase() : id;
}

function isCustom(name: string): boolean {
	return !RESERVED_NAMES.includes(name);
}
