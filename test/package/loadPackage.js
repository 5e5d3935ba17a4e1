/**
 * Loads a community package as n8n does, and prints what it saw as JSON.
 * Usage: node loadPackage.js PACKAGE_FOLDER HOST_MODULES, the latter being n8n's own node_modules.
 */
const { Module, createRequire } = require('node:module');
const { join } = require('node:path');

const [packageFolder, hostModules] = process.argv.slice(2);
const requireFromHost = createRequire(join(hostModules, 'n8n-core', 'package.json'));

/** Which of them the package finds by itself. */
function found(names) {
	const requireFromPackage = createRequire(join(packageFolder, 'package.json'));
	return names.filter((name) => {
		try {
			return requireFromPackage.resolve(name);
		} catch {
			return false;
		}
	});
}
const foundWithoutHost = found(['n8n-workflow', 'zod', 'luxon']);

// n8n's LoadNodesAndCredentials does this at start-up, so that packages resolve to the host's copies.
process.env.NODE_PATH = hostModules;
Module._initPaths();

/** What the package's own files ask for, and where it is found. */
const requested = new Map();
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
	const file = resolveFilename.call(this, request, parent, ...rest);
	if (parent?.filename?.startsWith(packageFolder) && !file.startsWith(packageFolder)) {
		requested.set(request, file);
	}
	return file;
};

async function main() {
	const { PackageDirectoryLoader } = requireFromHost(
		'./dist/nodes-loader/package-directory-loader',
	);
	const loader = new PackageDirectoryLoader(packageFolder);
	await loader.loadAll();
	const { description } = loader.getNode('growlytics').type;
	const credential = loader.getCredential('growlyticsApi').type;
	const { headers } = await credential.authenticate(
		{ apiKey: 'a-key', baseUrl: 'https://growlytics.in' },
		{ url: 'https://growlytics.in/rest-api/customer' },
	);
	const types = {
		nodes: loader.types.nodes.map(({ name, iconUrl, codex, usableAsTool }) => ({
			name,
			iconUrl,
			codex,
			usableAsTool,
		})),
		credentials: loader.types.credentials.map(({ name, iconUrl, supportedNodes }) => ({
			name,
			iconUrl,
			supportedNodes,
		})),
	};
	process.stdout.write(
		JSON.stringify({
			parameters: description.properties.map(({ name }) => name),
			credentialFields: credential.properties.map(({ name }) => name),
			headers,
			types,
			known: loader.known,
			foundWithoutHost,
			requested: Object.fromEntries(requested),
		}),
	);
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
