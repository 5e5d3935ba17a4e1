import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Together, startTogether } from '../../engine/together';
import { chain, growlytics, node } from '../../engine/workflow';

let together: Together;
beforeAll(async () => {
	together = await startTogether();
});
afterAll(async () => await together.close());
beforeEach(() => together.growlytics.reset());

async function send(rows: readonly IDataObject[], parameters: INodeParameters = {}) {
	const last = growlytics('Growlytics', {
		customerId: '={{ $json.id }}',
		mappingMode: 'autoMapInputData',
		...parameters,
	});
	const execution = await together.engine.run(chain([node('manualTrigger', 'Trigger'), last]), {
		input: rows.map((json) => ({ json })),
	});
	const hints = execution.hints('Growlytics');
	return {
		error: execution.error,
		hints,
		lines: String(hints[0]?.message ?? '').split('<br>'),
		output: execution.output('Growlytics').map(({ json }) => json),
	};
}

it('says nothing when all merely went well', async () => {
	const { hints, output } = await send([
		{ id: 'c1', name: 'Asha', email: 'asha@example.com', City: 'Pune', Orders: 3, Vip: true },
		{ id: 'c2', name: 'Ben', email: 'ben@example.com', City: 'Thane', Orders: 0, Vip: false },
	]);
	expect(hints).toEqual([]);
	expect(output.every((json) => !('warnings' in json))).toBe(true);
});

it('puts what is lost before what was decided', async () => {
	const rows = [
		{ id: 'c1', Name: 'Asha', Orders: '3', Seen: '03/04/2026' },
		{ id: 'c2', Name: 'Ben', Orders: '12', Seen: '05/06/2026' },
	];
	const { hints, lines } = await send(rows);
	expect(hints).toMatchObject([{ type: 'warning', location: 'outputPane' }]);
	const place = (words: string) => lines.findIndex((line) => line.includes(words));
	expect(lines[0]).toContain('Seen');
	expect(lines[0]).toContain('Left out');
	expect(place('Read from text: Orders = Number')).toBeGreaterThan(0);
	expect(place('name from "Name"')).toBeGreaterThan(place('Read from text'));
});

it('names each column once, however many things are to be said of it', async () => {
	const rows = Array.from({ length: 5 }, (_, index) => ({
		id: `c${index}`,
		Seen: index % 2 === 0 ? '03/04/2026' : '2026-01-31',
		Zeta: index % 2 === 0 ? 12 : 'twelve',
		Wallet: index === 0 ? 'NULL' : `${index}`,
	}));
	const { hints, lines } = await send(rows);
	expect(hints).toHaveLength(1);
	for (const column of ['Seen', 'Zeta']) {
		expect(lines.filter((line) => line.includes(column))).toHaveLength(1);
	}
});

it('has at most ten lines, and one that counts the others', async () => {
	const columns = Array.from({ length: 30 }, (_, index) => [`Column ${index}`, index] as const);
	const row = (id: string, odd: boolean): IDataObject => ({
		id,
		...Object.fromEntries(columns.map(([name, index]) => [name, odd ? `x${index}` : index])),
	});
	const { lines } = await send([row('c1', false), row('c2', true)]);
	expect(lines).toHaveLength(11);
	expect(lines[10]).toMatch(/^• And \d+ more/);
});

it('shows names and values as text, not as HTML', async () => {
	const name = '<img src=x onerror=alert(1)>';
	const { hints } = await send([
		{ id: 'c1', [name]: 12 },
		{ id: 'c2', [name]: '<b>bold</b>' },
	]);
	const message = String(hints[0]?.message);
	expect(message).toContain('&lt;img src=x');
	expect(message).toContain('&lt;b&gt;bold');
	expect(message.replaceAll('<br>', '')).not.toContain('<');
});

it('says what concerns a column once, not in every item: 10,000 items stay small', async () => {
	const rows = Array.from({ length: 10_000 }, (_, index) => ({
		id: `c${index}`,
		Name: 'Asha Rao',
		Zeta: index % 2 === 0 ? index : 'many',
		Joined: '2026-01-31',
	}));
	const { output, lines } = await send(rows);
	expect(output).toHaveLength(rows.length);
	expect(output.filter((json) => 'warnings' in json)).toEqual([]);
	expect(JSON.stringify(output).length).toBeLessThan(JSON.stringify(rows).length);
	expect(lines).toEqual([
		expect.stringContaining('"Zeta" is Text'),
		expect.stringContaining('Read from text: Joined = Date and Time'),
		expect.stringContaining('name from "Name"'),
	]);
});
