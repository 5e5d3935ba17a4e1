import { customer } from './client';
import { serve } from './serve';
import { startGrowlytics } from './server';
import type { GrowlyticsSettingsInput } from './settings';
import { readSettings } from './settings';

async function start(settings: GrowlyticsSettingsInput, quiet = false) {
	const lines: string[] = [];
	let interrupt: (signal: string) => Promise<void> = async () => undefined;
	await serve(readSettings(settings), quiet, {
		print: (line) => lines.push(line),
		onInterrupt: (stop) => {
			interrupt = stop;
		},
	});
	const url = lines[0]?.replace('Growlytics on ', '') ?? '';
	return { lines, url, interrupt: async (signal: string) => await interrupt(signal) };
}

async function post(url: string, id: string) {
	const headers = { 'x-growlytics-key': 'abc', 'content-type': 'application/json' };
	const body = JSON.stringify(customer(id));
	return await fetch(`${url}/rest-api/customer`, { method: 'POST', headers, body });
}

it('prints where it is and every request, and ends though a request hangs', async () => {
	const faults = [{ kind: 'hang' as const, customers: ['joe'] }];
	const { lines, url, interrupt } = await start({ apiKey: 'abc', faults });
	expect(lines.slice(0, 4)).toEqual([
		expect.stringMatching(/^Growlytics on http:\/\/127\.0\.0\.1:\d+$/),
		'x-growlytics-key: abc',
		expect.stringContaining(`Look at ${url} in a browser`),
		'Ctrl+C ends it',
	]);

	await post(url, 'jane');
	await fetch(`${url}/elsewhere`);
	const hanging = post(url, 'joe').then(
		() => 'answered',
		() => 'cut',
	);
	while (!(await (await fetch(`${url}/inspect/requests`)).text()).includes('hang'));
	await interrupt('SIGTERM');
	expect(await hanging).toBe('cut');
	const time = /^\d\d:\d\d:\d\d\.\d{3} {2}/;
	expect(lines.slice(4).map((line) => line.replace(time, ''))).toEqual([
		'"jane"  attributes: 1  200',
		'GET /elsewhere  attributes: -  404',
		'"joe"  attributes: 1  cut  (hang)',
		'SIGTERM: closed; customers: 1',
	]);
});

it('prints no requests when quiet', async () => {
	const { lines, url, interrupt } = await start({ apiKey: 'abc' }, true);
	await post(url, 'jane');
	await interrupt('SIGINT');
	expect(lines.slice(4)).toEqual(['SIGINT: closed; customers: 1']);
});

it('says so when the port is taken', async () => {
	const other = await startGrowlytics();
	const port = Number(new URL(other.url).port);
	const outcome = await start({ port }).catch((error: unknown) => error);
	await other.close();
	expect(outcome).toHaveProperty(
		'message',
		expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`),
	);
});
