/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the cases; tests never ship */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An attribute as it is sent. */
export interface SentAttribute {
	name: string;
	type: 'boolean' | 'date' | 'number' | 'string';
	value: boolean | number | string;
}

/** What is sent for an item; null: the item is refused. */
export type Sent = { id: string; attributes: SentAttribute[] } | null;

/** Data that people really put behind the node, and what a careful person would send for it. */
export interface FieldCase {
	/** The file's name without its ending. */
	name: string;
	source: string;
	mode: 'autoMapInputData' | 'json';
	/** `timezone` is the credential's; the rest are node options. */
	options: { timezone: string; nestedValues?: 'flatten' };
	/** A field's name, or a path with dots. */
	idExpression: string;
	items: Array<Record<string, unknown>>;
	ideal: Sent[];
	/** Attributes that do no harm and no good, with `*` for any text: neither wanted nor useless. */
	indifferent?: string[];
	note: string;
}

/** All cases beside this file, in the order of their names. */
export function readCases(): FieldCase[] {
	const folder = join(__dirname, 'cases');
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	return files.sort().map((file) => {
		const read: FieldCase = JSON.parse(readFileSync(join(folder, file), 'utf8'));
		return { ...read, name: file.replace(/\.json$/, '') };
	});
}

/** The value at a case's idExpression, as n8n's expression would give it. */
export function idValue(item: Record<string, unknown>, idExpression: string): unknown {
	if (Object.hasOwn(item, idExpression)) return item[idExpression];
	let value: unknown = item;
	for (const key of idExpression.split('.')) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = Reflect.get(value, key);
	}
	return value;
}
