/**
 * Prints what it costs n8n to load this package at its start, as JSON: the time in ms, the memory kept in MB, and the
 * files of this package. Run after a build: node --expose-gc test/package/loadCost.js
 */
const { join, relative } = require('node:path');

const dist = join(__dirname, '..', '..', 'dist');

// n8n has loaded these itself.
for (const name of ['n8n-workflow', 'zod', 'luxon']) require(name);

const keptMemory = () => {
	globalThis.gc();
	return process.memoryUsage().heapUsed;
};

const memoryBefore = keptMemory();
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const { GrowlyticsApi } = require(join(dist, 'credentials', 'GrowlyticsApi.credentials.js'));
const { GrowlyticsWebhookSecretApi } = require(
	join(dist, 'credentials', 'GrowlyticsWebhookSecretApi.credentials.js'),
);
const { Growlytics } = require(join(dist, 'nodes', 'Growlytics', 'Growlytics.node.js'));
const { GrowlyticsTrigger } = require(
	join(dist, 'nodes', 'Growlytics', 'GrowlyticsTrigger.node.js'),
);
const loaded = [
	new GrowlyticsApi(),
	new GrowlyticsWebhookSecretApi(),
	new Growlytics(),
	new GrowlyticsTrigger(),
];
const ms = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpuBefore);
const megabytes = (keptMemory() - memoryBefore) / 2 ** 20;

const files = Object.keys(require.cache).filter((path) => path.startsWith(dist));
console.log(
	JSON.stringify({
		types: loaded.length,
		ms: Number(ms.toFixed(1)),
		cpuMs: (user + system) / 1000,
		megabytes: Number(megabytes.toFixed(2)),
		files: files.map((path) => relative(dist, path).replaceAll('\\', '/')).sort(),
	}),
);
