import { testGrowlyticsCredential } from '../credentials';
import { freePort } from '../freePort';
import { type Scene, openScene } from '../scene';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());

async function tryCredential(changes: { apiKey?: string; baseUrl?: string }) {
	const { growlytics, n8n, credential } = scene;
	const data = { apiKey: growlytics.settings.apiKey, baseUrl: growlytics.url, ...changes };
	return await testGrowlyticsCredential(n8n.rest, credential, data);
}

test('a good key passes and creates nothing', async () => {
	expect(await tryCredential({})).toEqual({
		status: 'OK',
		message: 'Growlytics accepted the API key',
	});
	expect(scene.growlytics.customers()).toEqual([]);
});

test('a wrong key fails', async () => {
	expect(await tryCredential({ apiKey: 'not-the-key' })).toEqual({
		status: 'Error',
		message: expect.stringMatching(/API key/),
	});
});

test('a host that does not exist is named', async () => {
	expect(await tryCredential({ baseUrl: 'https://growlytics.invalid' })).toEqual({
		status: 'Error',
		message: expect.stringMatching(/growlytics\.invalid could not be found/i),
	});
});

test('an address where nothing listens is named', async () => {
	const port = await freePort();
	expect(await tryCredential({ baseUrl: `http://127.0.0.1:${port}` })).toEqual({
		status: 'Error',
		message: expect.stringContaining(`127.0.0.1:${port} refused the connection`),
	});
});

test('a pasted endpoint address passes', async () => {
	const { url } = scene.growlytics;
	expect(await tryCredential({ baseUrl: `${url}/rest-api/customer` })).toMatchObject({
		status: 'OK',
	});
});

test('a path that leads nowhere fails', async () => {
	const { url } = scene.growlytics;
	expect(await tryCredential({ baseUrl: `${url}/some/path` })).toEqual({
		status: 'Error',
		message: expect.stringContaining('no customers at this address (HTTP 404)'),
	});
});

test('plain http is refused off this machine, before anything is sent', async () => {
	expect(await tryCredential({ baseUrl: 'http://growlytics.invalid' })).toEqual({
		status: 'Error',
		message: expect.stringContaining('has to start with https://'),
	});
});
