import type { AttributeType } from './customerSchema';
import type { TrackedEvent } from './eventSchema';
import type { DroppedValue } from './profiles';

/** An attribute of an event that was answered with success and yet dropped. */
export interface IgnoredEventAttribute {
	customerId: string;
	event: string;
	name: string;
	type: AttributeType;
	/** The type the name is bound to. */
	expected: AttributeType;
}

/** Every event in order of arrival, and the type that each attribute of an event's name is bound to. */
export class Events {
	private readonly tracked: TrackedEvent[] = [];
	private readonly types = new Map<string, { type: AttributeType; since: string }>();
	private readonly dropped: IgnoredEventAttribute[] = [];

	/** @param now milliseconds since 1970 */
	constructor(private readonly now: () => number = Date.now) {}

	/** Counts an event: the same one twice is two. */
	store({ customerId, name: event, attributes }: TrackedEvent): void {
		const kept = attributes.filter(({ name, type }) => {
			const key = keyOf(event, name);
			const known = this.types.get(key);
			if (known === undefined) {
				this.types.set(key, { type, since: new Date(this.now()).toISOString() });
				return true;
			}
			if (known.type === type) return true;
			this.dropped.push({ customerId, event, name, type, expected: known.type });
			return false;
		});
		this.tracked.push({ customerId, name: event, attributes: kept });
	}

	/** All events in order of arrival. */
	all(): TrackedEvent[] {
		return this.tracked.map(({ attributes, ...event }) => ({
			...event,
			attributes: attributes.map((attribute) => ({ ...attribute })),
		}));
	}

	get size(): number {
		return this.tracked.length;
	}

	/** How many attributes were dropped so far. */
	get ignoredCount(): number {
		return this.dropped.length;
	}

	/** What was dropped, from one of them on, with the time at which the attribute's type came first. */
	droppedValues(from: number): DroppedValue[] {
		return this.dropped.slice(from).map(({ event, name, type, expected }) => {
			return { name, type, expected, since: this.types.get(keyOf(event, name))?.since };
		});
	}

	/** Attributes dropped behind a success, in order. */
	ignored(): IgnoredEventAttribute[] {
		return this.dropped.map((attribute) => ({ ...attribute }));
	}
}

function keyOf(event: string, name: string): string {
	return JSON.stringify([event, name]);
}
