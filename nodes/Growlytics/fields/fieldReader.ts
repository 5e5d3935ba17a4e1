import type { Change } from './change';
import type { FieldName } from './fieldNames';
import { isPlainRecord } from './kinds';
import { valueAt, without } from './paths';
import type { Leaf, Nesting } from './fieldReading';
import { FieldReading } from './fieldReading';
import type { MissedField } from './selection';
import { Selection } from './selection';
import type { Unwrapped } from './wrappers';
import { unwrap } from './wrappers';

export interface FieldSettings {
	include: 'all' | 'selected' | 'except';
	/** What is included or excluded. */
	fields: readonly FieldName[];
	nestedValues: Nesting;
}

/** What an item holds, and what of it was left out or does not arrive as it stood there. */
export interface ItemFields {
	leaves: Leaf[];
	changes: Change[];
}

/**
 * Reads the fields of a run's items, one by one, in one way for all of them. Pure but for what it remembers of the
 * names that the user gave: see `missed`.
 */
export class FieldReader {
	private readonly selection: Selection;

	constructor(private readonly settings: FieldSettings) {
		this.selection = new Selection(settings.fields);
	}

	/** The values of one item. The item is not changed; whatever it holds, this ends and does not throw. */
	read(item: Record<string, unknown>): ItemFields {
		const reading = new FieldReading(this.settings.nestedValues);
		try {
			this.readInto(reading, item);
		} catch {
			reading.change('unreadable', '');
		}
		return { leaves: reading.leaves, changes: reading.changes };
	}

	/** The included or excluded fields that no item had. */
	missed(): MissedField[] {
		return this.settings.include === 'all' ? [] : this.selection.missed();
	}

	private readInto(reading: FieldReading, item: Record<string, unknown>): void {
		// Wrappers are looked for in the whole item: excluding a field must not make its headers look like fields.
		const found = unwrap(item);
		if (this.settings.include === 'selected') this.readSelected(reading, item, found);
		else this.readAllBut(reading, item, found);
	}

	private readSelected(
		reading: FieldReading,
		item: Record<string, unknown>,
		found: Unwrapped | undefined,
	): void {
		const base = found?.path ?? [];
		const taken = new Set<string>();
		for (const path of this.named(item, found)) {
			const isInside = base.every((key, at) => key === path[at]);
			const name = (isInside ? path.slice(base.length) : path).join('.');
			if (!taken.has(name)) reading.selected(name, item, path);
			taken.add(name);
		}
		if (found?.keep === undefined) return;
		// A form's answers have names that no key of the item has.
		const form = new FieldReading(this.settings.nestedValues);
		form.form(found.record, found.keep);
		reading.take(form, ({ name }) => !taken.has(name) && this.selection.isNamed(name), true);
	}

	private readAllBut(
		reading: FieldReading,
		item: Record<string, unknown>,
		found: Unwrapped | undefined,
	): void {
		const isAll = this.settings.include === 'all';
		const rest = isAll ? item : without(item, this.named(item, found));
		const all = isAll ? reading : new FieldReading(this.settings.nestedValues);
		const record = found === undefined ? rest : valueAt(rest, found.path);
		if (found !== undefined) all.envelope(found);
		if (!isPlainRecord(record)) return;
		if (found?.keep === undefined) {
			const path = found?.path ?? [];
			all.record(record, '', path.join('.'), path.length);
		} else {
			all.form(record, found.keep);
		}
		if (!isAll) reading.take(all, ({ name }) => !this.selection.isNamed(name), false);
	}

	/** The paths that the user named, in the item itself and in the record that it wraps. */
	private named(item: Record<string, unknown>, found: Unwrapped | undefined): string[][] {
		const outer = this.selection.pathsIn(item).map((path) => [...path]);
		if (found === undefined || found.path.length === 0) return outer;
		const inner = this.selection.pathsIn(found.record);
		return [...outer, ...inner.map((path) => [...found.path, ...path])];
	}
}
