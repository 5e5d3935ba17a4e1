/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- demo, never shipped: colours its output where the terminal has colours */
import { styleText } from 'node:util';
import type { StoredCustomer } from '../growlytics/profiles';
import type { Counts, RowResult } from './results';
import type { Column } from './table';
import { drawTable } from './table';

const COLOURS = { stored: 'green', refused: 'red', 'not sent': 'yellow', failed: 'red' } as const;

const RESULT_COLUMNS: Column[] = [
	{ title: 'row', width: 3, align: 'right' },
	{ title: 'customer', width: 26 },
	{ title: 'result', width: 8, paint: paintResult },
	{ title: 'reason', width: 57 },
];

/** The attributes of the example, and how much room each has in 100 columns. */
const ATTRIBUTE_WIDTHS = {
	name: 14,
	email: 19,
	mobile: 10,
	City: 10,
	'Total Orders': 8,
	'Last Order Date': 10,
	'Is First Time Purchaser': 9,
};

/** A table of what became of each row, 100 columns wide. */
export function drawResults(results: readonly RowResult[]): string[] {
	return drawTable(
		RESULT_COLUMNS,
		results.map(({ row, customer, result, reason }) => [String(row), customer, result, reason]),
	);
}

/** A table of customers with the attributes of the example, under their names and types, 100 columns wide. */
export function drawProfiles(customers: readonly StoredCustomer[]): string[] {
	const types = new Map(
		customers.flatMap(({ attributes }) => attributes.map(({ name, type }) => [name, type])),
	);
	const attributeColumns = Object.entries(ATTRIBUTE_WIDTHS).map(
		([name, width]): Column => ({
			title: `${name}\n(${types.get(name) ?? 'never sent'})`,
			width,
			...(types.get(name) === 'number' && { align: 'right' }),
		}),
	);
	const rows = customers.map(({ id, attributes }) => {
		const values = new Map(attributes.map(({ name, value }) => [name, String(value)]));
		return [id, ...Object.keys(ATTRIBUTE_WIDTHS).map((name) => values.get(name) ?? '')];
	});
	return drawTable([{ title: 'ID', width: 5 }, ...attributeColumns], rows);
}

/** @example describeCounts(EXPECTED) // '17 stored, 2 refused, 1 not sent' */
export function describeCounts(counts: Counts): string {
	return Object.entries(counts)
		.filter(([, rows]) => rows > 0)
		.map(([result, rows]) => `${rows} ${result}`)
		.join(', ');
}

function paintResult(cell: string): string {
	const [, colour] = Object.entries(COLOURS).find(([result]) => result === cell.trim()) ?? [];
	return colour === undefined ? cell : styleText(colour, cell, { stream: process.stdout });
}
