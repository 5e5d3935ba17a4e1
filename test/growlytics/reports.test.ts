import { postReport } from './client';
import { describeRequest } from './serve';
import type { LocalGrowlytics } from './server';
import { startGrowlytics } from './server';
import type { GrowlyticsSettingsInput } from './settings';

const KEY = 'live/7f3a"9c?#==';

let growlytics: LocalGrowlytics;
beforeEach(async () => {
	growlytics = await startGrowlytics({ apiKey: KEY });
});
afterEach(async () => await growlytics.close());

const OPENED = { token: 'm-1', action: 'open' };

it('takes reports in their order, the same one twice being two', async () => {
	const reports = [OPENED, { token: 'm-2', action: 'click' }, OPENED];
	for (const report of reports) {
		expect(await postReport(growlytics, report)).toMatchObject({
			status: 200,
			text: '{"success":true}',
		});
	}
	expect(growlytics.reports()).toEqual(reports);
	const seen = await fetch(`${growlytics.url}/inspect/reports`);
	expect(await seen.json()).toEqual(reports);
	growlytics.reset();
	expect(growlytics.reports()).toEqual([]);
});

it.each<[string, unknown, string, string[]]>([
	['no token', { action: 'open' }, 'any.required', ['token']],
	['an empty token', { token: '', action: 'open' }, 'string.empty', ['token']],
	['a number as token', { token: 7, action: 'open' }, 'string.base', ['token']],
	['no action', { token: 'm-1' }, 'any.required', ['action']],
	['another action', { token: 'm-1', action: 'Open' }, 'any.only', ['action']],
	['more', { ...OPENED, time: 1 }, 'object.unknown', ['time']],
])('refuses %s with 422', async (_case, body, type, path) => {
	const { status, text } = await postReport(growlytics, body);
	expect(status).toBe(422);
	expect(JSON.parse(text)).toMatchObject({ type: 'ValidationError', details: [{ type, path }] });
	expect(growlytics.reports()).toEqual([]);
});

it('takes the key of the path alone', async () => {
	expect(await postReport(growlytics, OPENED, 'another')).toMatchObject({ status: 401 });
	const headers = { 'x-growlytics-key': KEY, 'content-type': 'application/json' };
	const init = { method: 'POST', headers, body: JSON.stringify(OPENED) };
	const answer = await fetch(`${growlytics.url}/custom-connector/production/another`, init);
	expect(answer.status).toBe(401);
	expect(growlytics.reports()).toEqual([]);
});

it.each<[GrowlyticsSettingsInput, number, string]>([
	[{ reportAnswer: 'nothing' }, 200, ''],
	[{ reportAnswer: 'noContent' }, 204, ''],
	[{ reportAnswer: 'text' }, 200, 'OK'],
	[{ reportAnswer: 'record' }, 201, '{"eventId":"e-1"}'],
])('answers under %j with %d %s', async (settings, status, text) => {
	growlytics.configure(settings);
	expect(await postReport(growlytics, OPENED)).toMatchObject({ status, text });
	expect(growlytics.reports()).toHaveLength(1);
});

it('has faults for one message', async () => {
	growlytics.configure({ faults: [{ kind: 'resetAfter', tokens: ['m-2'] }] });
	expect(await postReport(growlytics, OPENED)).toMatchObject({ status: 200 });
	await expect(postReport(growlytics, { ...OPENED, token: 'm-2' })).rejects.toThrow();
	expect(growlytics.reports()).toHaveLength(2);
});

it('shows the key of the path nowhere', async () => {
	await postReport(growlytics, OPENED);
	await postReport(growlytics, OPENED, 'another');
	const seen = await (await fetch(`${growlytics.url}/inspect/requests`)).text();
	const lines = growlytics.requests().map(describeRequest).join('\n');
	for (const text of [seen, lines]) {
		expect(text).not.toContain('7f3a');
		expect(text).not.toContain('another');
	}
	expect(seen).toContain('/custom-connector/production/[redacted]');
	expect(lines).toContain('report of "m-1"');
});
