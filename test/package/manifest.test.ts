import manifest from '../../package.json';

it('is what n8n takes for a community package', () => {
	expect(manifest).toMatchObject({
		name: 'n8n-nodes-growlytics',
		license: 'MIT',
		keywords: expect.arrayContaining(['n8n-community-node-package']),
		n8n: {
			n8nNodesApiVersion: 1,
			strict: true,
			credentials: [
				'dist/credentials/GrowlyticsApi.credentials.js',
				'dist/credentials/GrowlyticsWebhookSecretApi.credentials.js',
			],
			nodes: [
				'dist/nodes/Growlytics/Growlytics.node.js',
				'dist/nodes/Growlytics/GrowlyticsTrigger.node.js',
			],
		},
	});
});

it('asks for n8n-workflow of whatever version, and brings nothing', () => {
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	for (const kind of [
		'dependencies',
		'optionalDependencies',
		'bundleDependencies',
		'bundledDependencies',
		'peerDependenciesMeta',
	]) {
		expect(manifest).not.toHaveProperty(kind);
	}
});

it.each(['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'])(
	'runs nothing where it is installed: %s',
	(script) => {
		expect(manifest.scripts).not.toHaveProperty(script);
	},
);
