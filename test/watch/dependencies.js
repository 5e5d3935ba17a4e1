const { dirname, join, relative, sep } = require('node:path');

const repository = join(__dirname, '..', '..');

/** What n8n loads of this package; by their imports, all of the sources. */
const LOADED = ['nodes/Growlytics/Growlytics.node', 'credentials/GrowlyticsApi.credentials'].map(
	(path) => join(repository, path),
);

/** Tests, and what tests are made of, that read the sources or dist without an import. */
const READERS = [
	'test/reading/runBothWays.ts',
	'test/docs/messages.test.ts',
	'test/engine/together.ts',
	'test/package/install.test.ts',
	'test/package/loadCost.test.ts',
	'test/package/structure.test.ts',
].map((path) => join(repository, path));

/** Tells Jest which files a file depends on, so that it knows what to run again. */
module.exports = {
	readers: READERS,
	extract(code, path, defaultExtract) {
		const imported = defaultExtract(code);
		if (!READERS.includes(path)) return imported;
		const specifiers = LOADED.map((file) => relative(dirname(path), file).split(sep).join('/'));
		return new Set([...imported, ...specifiers]);
	},
	/** Jest keeps what it has read of a file for as long as this stays the same. */
	getCacheKey: () => [...LOADED, ...READERS].join(),
};
