import type { Leaf } from '../fields/fieldReading';
import type { MissedField } from '../fields/selection';
import { cleanText } from '../values/characters';
import type { Rename } from './mappingItem';

/** One spelling for names that differ by capitals and spaces alone. */
export function alikeName(name: string): string {
	return cleanText(name).toLowerCase().replace(/\s+/g, '');
}

/** The names that fields are sent under, unless a standard attribute takes them. Each is worked out once. */
export class SentNames {
	private readonly known = new Map<string, string>();
	private readonly byField = new Map<string, Rename>();
	private readonly used = new Set<Rename>();
	private readonly near = new Map<string, string>();

	constructor(private readonly renames: readonly Rename[]) {
		for (const rename of renames) {
			this.byField.set(rename.from.name, rename);
			this.byField.set(rename.from.written, rename);
		}
	}

	of({ name, path }: Leaf): string {
		if (this.renames.length > 0) {
			const rename = this.byField.get(name) ?? this.byField.get(path);
			if (rename !== undefined) {
				this.used.add(rename);
				return cleanText(rename.to);
			}
		}
		const known = this.known.get(name);
		if (known !== undefined) return known;
		const clean = cleanText(name);
		// A form can have other names in every item; they are not kept for ever.
		if (this.known.size < MAX_KNOWN_NAMES) {
			this.known.set(name, clean);
			if (this.renames.length > 0) this.near.set(alikeName(name), name);
		}
		return clean;
	}

	missed(): MissedField[] {
		return this.renames
			.filter((rename) => !this.used.has(rename))
			.map(({ from }) => ({
				written: from.written.trim(),
				near: this.near.get(alikeName(from.name)),
			}));
	}
}

const MAX_KNOWN_NAMES = 10_000;
