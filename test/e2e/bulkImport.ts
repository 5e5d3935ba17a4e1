import type { WorkflowJson } from '../engine/workflow';
import type { StoredCustomer } from '../growlytics/profiles';
import { postCustomer } from '../growlytics/client';
import { startGrowlytics } from '../growlytics/server';

/** What a user enters in the Settings node of the bulk import. */
export interface ImportSettings {
	'n8n Address': string;
	'Rows per Batch': number;
	'Batches at Once': number;
	'Only Batches': string;
}

/** The bulk import with other values in its Settings node. */
export function withSettings(
	workflow: WorkflowJson,
	settings: Partial<ImportSettings>,
): WorkflowJson {
	const values = new Map<unknown, unknown>(Object.entries(settings));
	const enter = (_key: string, entry: unknown) => {
		if (typeof entry !== 'object' || entry === null || !('name' in entry)) return entry;
		return values.has(entry.name) ? { ...entry, value: values.get(entry.name) } : entry;
	};
	return JSON.parse(JSON.stringify(workflow), enter);
}

/** A row of the file, by column. */
export type Row = Record<string, string>;

/** Rows of customers in turn, each with another number of orders, and with a city now and then. */
export function rowsFor(customers: number, updates: number): Row[] {
	return Array.from({ length: customers * updates }, (_, index) => ({
		'Customer ID': `C${String(index % customers).padStart(5, '0')}`,
		Name: `Asha ${index % customers}`,
		City: index % 7 === 0 ? `City ${index}` : '',
		'Total Orders': String(index),
	}));
}

/** The rows as a CSV file. None of their values needs quotes. */
export function csvOf(rows: readonly Row[]): string {
	const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
	return lines.map((values) => `${values.join(',')}\n`).join('');
}

function attributesOf(row: Row) {
	return Object.entries(row)
		.filter(([column, value]) => column !== 'Customer ID' && value !== '')
		.map(([column, value]) => {
			if (column === 'Total Orders') return { name: column, type: 'number', value: Number(value) };
			return { name: column === 'Name' ? 'name' : column, type: 'string', value };
		});
}

/** Sends the rows one after the other to a Growlytics of its own: what any import has to end with. */
export async function storedOneByOne(rows: readonly Row[]): Promise<StoredCustomer[]> {
	const growlytics = await startGrowlytics({ recordBodies: false });
	for (const row of rows) {
		await postCustomer(growlytics, { id: row['Customer ID'], attributes: attributesOf(row) });
	}
	const customers = growlytics.customers();
	await growlytics.close();
	return customers;
}
