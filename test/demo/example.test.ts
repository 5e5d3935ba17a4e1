/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: writes a spreadsheet */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, createEngine } from '../engine/engine';
import type { Execution } from '../engine/execution';
import { growlytics as growlyticsNode, node } from '../engine/workflow';
import { type LocalGrowlytics, startGrowlytics } from '../growlytics/server';
import {
	examplesFolder,
	fillProfiles,
	fullProfiles,
	nodeNames,
	packageFolder,
	readExample,
	runExample,
} from './example';
import { drawProfiles, drawResults } from './report';
import { EXPECTED, count, readResults } from './results';

let engine: Engine;
let growlytics: LocalGrowlytics;

beforeAll(async () => {
	growlytics = await startGrowlytics();
	engine = await createEngine({ packages: [packageFolder], fileFolders: [examplesFolder] });
});

afterAll(async () => {
	await engine.close();
	await growlytics.close();
});

describe('the example workflow', () => {
	let execution: Execution;

	beforeAll(async () => {
		growlytics.reset();
		await fillProfiles(growlytics);
		execution = await runExample(engine, growlytics);
	});

	it('stores 17 rows of the example file; 2 are refused, and 1 is not sent', () => {
		expect(count(readResults(execution))).toEqual(EXPECTED);
		expect(execution.output(nodeNames.stored)).toHaveLength(EXPECTED.stored);
	});

	it('stores what the untidy cells stand for', () => {
		const profiles = new Map(growlytics.customers().map(({ id, ...profile }) => [id, profile]));
		expect(growlytics.ignored()).toEqual([]);
		expect(profiles.get('00401')).toEqual({
			updates: 2,
			attributes: [
				{ name: 'name', type: 'string', value: 'Asha Rao' },
				{ name: 'email', type: 'string', value: 'asha@example.com' },
				{ name: 'mobile', type: 'string', value: '9820012345' },
				{ name: 'City', type: 'string', value: 'Navi Mumbai' },
				{ name: 'Total Orders', type: 'number', value: 13 },
				{ name: 'Last Order Date', type: 'date', value: '2026-03-10 08:15:00' },
				{ name: 'Is First Time Purchaser', type: 'boolean', value: false },
			],
		});
		expect(profiles.get('00402')?.attributes[0]?.value).toBe('Iyer, Venkat "Venky"');
		expect(profiles.get('00404')?.updates).toBe(1);
		expect(profiles.get('00405')?.attributes).toContainEqual({
			name: 'Last Order Date',
			type: 'date',
			value: '2026-03-01 15:00:00',
		});
		expect(profiles.get('00406')?.attributes).toContainEqual({
			name: 'Total Orders',
			type: 'number',
			value: 0,
		});
		for (const { id, customAttributes } of fullProfiles) {
			expect(profiles.get(id)?.attributes).toHaveLength(customAttributes);
		}
	});

	it('gives the rows to check as they were, with what happened and what to do', () => {
		const rows = execution.output(nodeNames.toCheck).map(({ json }) => json);
		expect(rows.map((row) => row['Customer ID'])).toEqual(['00408', '00412', '00416']);
		expect(Object.keys(rows[0] ?? {}).slice(0, 3)).toEqual([
			'What Happened',
			'What to Do',
			'Customer ID',
		]);
		expect(rows[0]).toEqual({
			'Customer ID': '00408',
			Name: 'Rohan Mehta',
			Email: 'rohan@example.com',
			Mobile: '9825098765',
			City: 'Ahmedabad',
			'Total Orders': '1,240',
			'Last Order Date': '03/04/2026',
			'Is First Time Purchaser': 'no',
			'What Happened': expect.stringContaining(
				'"Last Order Date": "03/04/2026" can be day first or month first.',
			),
			'What to Do': expect.stringContaining('year first'),
		});
	});

	it('ends as failed, after the rows to check are out', () => {
		const toCheck = execution.output(nodeNames.toCheck).map(({ json }) => json);
		expect(execution.output(nodeNames.report).map(({ json }) => json)).toEqual(toCheck);
		expect(execution.nodeError(nodeNames.fail)).toEqual(execution.error);
		expect(execution.error?.message).toBe(
			`Not stored: 3. The first: ${String(toCheck[0]?.['What Happened'])}`,
		);
	});

	it('fits the demo into 100 columns', () => {
		const lines = [
			...drawResults(readResults(execution)),
			...drawProfiles(growlytics.customers().filter(({ id }) => id === '00402')),
		];
		expect(lines.filter((line) => line.length > 100)).toEqual([]);
	});
});

it('reads a file as Excel saves it, with a byte order mark', async () => {
	growlytics.reset();
	const path = join(engine.filesFolder, 'excel.csv');
	writeFileSync(path, '\uFEFFCustomer ID,City\r\n7,Pune\r\n');
	await runExample(engine, growlytics, path);
	expect(growlytics.customers()).toEqual([
		{ id: '7', attributes: [{ name: 'City', type: 'string', value: 'Pune' }], updates: 1 },
	]);
});

it('uses the node versions that the other tests use', () => {
	const types = readExample().nodes.map(({ type, typeVersion }) => ({ type, typeVersion }));
	const known = [
		growlyticsNode('Growlytics', {}),
		...(
			[
				'manualTrigger',
				'readWriteFile',
				'extractFromFile',
				'noOp',
				'editFields',
				'stopAndError',
			] as const
		).map((type) => node(type, type)),
	];
	for (const { type, typeVersion } of known) expect(types).toContainEqual({ type, typeVersion });
	const working = types.map(({ type }) => type).filter((type) => !type.endsWith('.stickyNote'));
	expect(new Set(working).size).toBe(known.length);
});
