/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- test code, never shipped: packs and unpacks the package, and loads it in a process of its own */
import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	realpathSync,
	rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const loadedSchema = z.object({
	parameters: z.array(z.string()),
	credentialFields: z.array(z.string()),
	headers: z.record(z.string()),
	types: z.object({ nodes: z.array(z.unknown()), credentials: z.array(z.unknown()) }),
	known: z.unknown(),
	foundWithoutHost: z.array(z.string()),
	requested: z.record(z.string()),
});

const repository = join(__dirname, '..', '..');
/** Where n8n's own modules are; n8n tells packages by NODE_PATH. */
const hostModules = dirname(dirname(require.resolve('n8n-core/package.json')));

let folder: string;
let installed: string;
let loaded: z.infer<typeof loadedSchema>;

beforeAll(() => {
	folder = mkdtempSync(join(realpathSync(tmpdir()), 'n8n-install-'));
	installed = join(folder, 'nodes', 'node_modules', 'n8n-nodes-growlytics');
	mkdirSync(installed, { recursive: true });
	const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
	const tarball = execFileSync('npm', pack, { cwd: repository, encoding: 'utf8' }).trim();
	execFileSync('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components', '1']);

	const script = join(folder, 'loadPackage.js');
	copyFileSync(join(__dirname, 'loadPackage.js'), script);
	const printed = execFileSync(process.execPath, [script, installed, hostModules], {
		cwd: folder,
		env: { ...process.env, NODE_PATH: '', N8N_USER_FOLDER: folder },
		encoding: 'utf8',
	});
	loaded = loadedSchema.parse(JSON.parse(printed));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has no modules of ours above it', () => {
	const above = [folder];
	for (let at = folder; at !== dirname(at); at = dirname(at)) above.push(dirname(at));
	expect(above.filter((path) => existsSync(join(path, 'node_modules')))).toEqual([]);
	expect(readdirSync(join(folder, 'nodes', 'node_modules'))).toEqual(['n8n-nodes-growlytics']);
	expect(existsSync(join(installed, 'node_modules'))).toBe(false);
	expect(loaded.foundWithoutHost).toEqual([]);
});

it('takes n8n-workflow, zod and luxon from the host, and nothing else', () => {
	expect(Object.keys(loaded.requested).sort()).toEqual(['luxon', 'n8n-workflow', 'zod']);
	for (const [name, file] of Object.entries(loaded.requested)) {
		expect(file).toContain(join(hostModules, name));
	}
});

it('is known to n8n by these names', () => {
	expect(loaded.known).toEqual({
		nodes: {
			growlytics: {
				className: 'Growlytics',
				sourcePath: 'dist/nodes/Growlytics/Growlytics.node.js',
			},
			growlyticsTrigger: {
				className: 'GrowlyticsTrigger',
				sourcePath: 'dist/nodes/Growlytics/GrowlyticsTrigger.node.js',
			},
		},
		credentials: {
			growlyticsApi: {
				className: 'GrowlyticsApi',
				sourcePath: 'dist/credentials/GrowlyticsApi.credentials.js',
				supportedNodes: ['growlytics'],
			},
			growlyticsWebhookSecretApi: {
				className: 'GrowlyticsWebhookSecretApi',
				sourcePath: 'dist/credentials/GrowlyticsWebhookSecretApi.credentials.js',
				supportedNodes: ['growlyticsTrigger'],
			},
		},
	});
});

it('shows its parameters, and the credential its fields and header', () => {
	expect(loaded.parameters).toEqual(
		expect.arrayContaining([
			'resource',
			'operation',
			'customerId',
			'standardAttributes',
			'customAttributes',
			'options',
		]),
	);
	expect(loaded.credentialFields).toEqual([
		'apiKey',
		'timezone',
		'useOtherAddresses',
		// Once under the toggle, once for credentials that are older than it.
		'baseUrl',
		'baseUrl',
		'catalogUrl',
		'connectorUrl',
	]);
	expect(loaded.headers).toEqual({ 'x-growlytics-key': 'a-key' });
});

it('brings icons and codex', () => {
	const iconUrl = {
		light: 'icons/n8n-nodes-growlytics/dist/nodes/Growlytics/growlytics.svg',
		dark: 'icons/n8n-nodes-growlytics/dist/nodes/Growlytics/growlytics.dark.svg',
	};
	expect(loaded.types.nodes).toMatchObject([
		{
			name: 'growlytics',
			iconUrl,
			usableAsTool: true,
			codex: {
				categories: ['Marketing', 'Sales'],
				alias: expect.arrayContaining(['upsert', 'customer', 'CRM']),
				resources: { primaryDocumentation: [{ url: expect.stringMatching(/^https:/) }] },
			},
		},
		{
			name: 'growlyticsTrigger',
			iconUrl,
			codex: { categories: ['Marketing', 'Sales'], alias: expect.arrayContaining(['coupon']) },
		},
	]);
	expect(loaded.types.credentials).toMatchObject([
		{ name: 'growlyticsApi', iconUrl },
		{ name: 'growlyticsWebhookSecretApi', iconUrl },
	]);
	for (const icon of Object.values(iconUrl)) {
		expect(existsSync(join(installed, icon.replace('icons/n8n-nodes-growlytics/', '')))).toBe(true);
	}
});
