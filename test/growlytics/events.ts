import type { AttributeType } from './customerSchema';
import type { TrackedEvent } from './eventSchema';

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
	private readonly types = new Map<string, AttributeType>();
	private readonly dropped: IgnoredEventAttribute[] = [];

	/** Counts an event: the same one twice is two. */
	store({ customerId, name: event, attributes }: TrackedEvent): void {
		const kept = attributes.filter(({ name, type }) => {
			const key = JSON.stringify([event, name]);
			const expected = this.types.get(key) ?? type;
			this.types.set(key, expected);
			if (expected !== type) this.dropped.push({ customerId, event, name, type, expected });
			return expected === type;
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

	/** Attributes dropped behind a success, in order. */
	ignored(): IgnoredEventAttribute[] {
		return this.dropped.map((attribute) => ({ ...attribute }));
	}
}
