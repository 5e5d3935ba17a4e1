import { isPlainRecord } from './kinds';
import type { FieldName } from './fieldNames';

type Path = readonly string[];

interface Node {
	children: Map<string, Node>;
	/** The fields that were named by the path that ends here. */
	fields: FieldName[];
}

/** A field that the user named and that no item read so far has. */
export interface MissedField {
	written: string;
	/** The field that is there and differs by capitals or spaces alone. */
	near: string | undefined;
}

/**
 * The fields that a user named, arranged once so that an item's own keys find them: what an item costs depends on
 * the item, not on the length of the list. It remembers which fields were found in any item.
 */
export class Selection {
	private readonly byName = new Map<string, FieldName[]>();
	private readonly root: Node = { children: new Map(), fields: [] };
	private readonly found = new Set<FieldName>();
	private readonly near = new Map<FieldName, string>();

	constructor(private readonly fields: readonly FieldName[]) {
		for (const field of fields) {
			for (const name of new Set([field.written, field.name].map(alike))) {
				this.byName.set(name, [...(this.byName.get(name) ?? []), field]);
			}
			let node = this.root;
			for (const key of field.path) {
				const next = node.children.get(alike(key)) ?? { children: new Map(), fields: [] };
				node.children.set(alike(key), next);
				node = next;
			}
			node.fields.push(field);
		}
	}

	/** @returns the paths in a record that the user named, each once, in the order of the record */
	pathsIn(record: Record<string, unknown>): Path[] {
		const paths: Path[] = [];
		if (this.fields.length === 0) return paths;
		for (const key of Object.keys(record)) {
			if (this.isNamed(key)) paths.push([key]);
			else
				this.collect(
					Reflect.get(record, key),
					this.root.children.get(alike(key)),
					[key],
					record,
					paths,
				);
		}
		return paths;
	}

	/** @returns whether the user named a field of that very name */
	isNamed(name: string): boolean {
		let isNamed = false;
		for (const field of this.byName.get(alike(name)) ?? []) {
			if (name === field.written || name === field.name) {
				this.found.add(field);
				isNamed = true;
			} else if (isSlip(name, field)) {
				this.near.set(field, name);
			}
		}
		return isNamed;
	}

	/** @returns the fields that no item had, in the order in which the user named them */
	missed(): MissedField[] {
		return this.fields
			.filter((field) => !this.found.has(field))
			.map((field) => ({ written: field.written.trim(), near: this.near.get(field) }));
	}

	private collect(
		value: unknown,
		node: Node | undefined,
		path: Path,
		root: Record<string, unknown>,
		paths: Path[],
	): void {
		if (node === undefined) return;
		if (path.length > 1) {
			for (const field of node.fields) {
				// The item's own field of that very name is what is meant, not what is at the path.
				if (Object.hasOwn(root, field.written) || Object.hasOwn(root, field.name)) continue;
				if (field.path.every((key, index) => key === path[index])) {
					this.found.add(field);
					paths.push(path);
					return;
				}
				this.near.set(field, path.join('.'));
			}
		}
		if (node.children.size === 0 || !(Array.isArray(value) || isPlainRecord(value))) return;
		for (const [key, inner] of Object.entries(value)) {
			this.collect(inner, node.children.get(alike(key)), [...path, key], root, paths);
		}
	}
}

/** One spelling for names that a person would take for the same. */
function alike(name: string): string {
	return name
		.normalize('NFC')
		.replace(/[\s_\u200B-\u200D\uFEFF]+/g, '')
		.toLowerCase();
}

/** Not `first_name` for `firstname`: both can be fields. Capitals and spaces are slips. */
function isSlip(name: string, field: FieldName): boolean {
	const plain = (text: string) =>
		text
			.normalize('NFC')
			.replace(/[\s\u200B-\u200D\uFEFF]+/g, '')
			.toLowerCase();
	return plain(name) === plain(field.written) || plain(name) === plain(field.name);
}
