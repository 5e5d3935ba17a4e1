/**
 * Mutation testing by Stryker: changes a room of nodes/Growlytics in one place at a time and names the changes that
 * no test notices.
 *
 *     npm run mutate -- values                a room
 *     npm run mutate -- columns/decide.ts     a file of it
 *     npm run mutate -- values test/values    with these tests only, which is quicker and stricter
 *
 * It takes from minutes to an hour, so nothing runs it by itself.
 */
const { existsSync, mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const packageFolder = join(__dirname, '..');
const ROOMS = 'nodes/Growlytics';

/** What reads an item's fields is tested by each other's tables; any other room by the folder of its name. */
const READING = ['values', 'columns', 'fields', 'attributes'];
const READING_TESTS = [...READING.map((room) => `test/${room}`), 'test/field'];

/** Measures time, which the code that Stryker has prepared takes more of. */
const TIMED = '/cost\\.test\\.ts$';

function testsOf(room) {
	return READING.includes(room) ? READING_TESTS : [`test/${room}`];
}

function isFolder(path) {
	return existsSync(path) && statSync(path).isDirectory();
}

/** An existing path as Stryker and Jest take it: a folder stands for its files that end so. */
function pattern(path, ending) {
	const isWhole = isFolder(join(packageFolder, path));
	return isWhole ? `${path.replace(/\/$/, '')}/**/*${ending}` : path;
}

async function mutate(target, tests) {
	const { Stryker } = await import('@stryker-mutator/core');
	const { testPathIgnorePatterns } = require('../jest.config');
	const tempDirName = mkdtempSync(join(tmpdir(), 'n8n-mutate-'));
	// Stryker makes an interrupt an exit; what follows the run is not reached then.
	process.once('exit', () => rmSync(tempDirName, { recursive: true, force: true }));
	await new Stryker({
		mutate: [pattern(`${ROOMS}/${target}`, '.ts')],
		testRunner: 'jest',
		coverageAnalysis: 'perTest',
		jest: {
			configFile: 'jest.config.js',
			enableFindRelatedTests: false,
			config: {
				testMatch: tests.map((path) => `<rootDir>/${pattern(path, '.test.ts')}`),
				testPathIgnorePatterns: [...testPathIgnorePatterns, TIMED],
			},
		},
		// Each of them would load all tests anew: tables at the top of a file are most of them.
		ignoreStatic: true,
		concurrency: 2,
		timeoutMS: 10_000,
		ignorePatterns: ['dist'],
		tempDirName,
		cleanTempDir: 'always',
		reporters: ['clear-text', 'progress-append-only'],
		clearTextReporter: {
			allowColor: process.stdout.isTTY === true,
			logTests: false,
			reportTests: false,
		},
		allowConsoleColors: process.stdout.isTTY === true,
	}).runMutationTest();
}

const [target = '', ...chosenTests] = process.argv.slice(2);
const tests = chosenTests.length > 0 ? chosenTests : testsOf(target.split('/')[0]);
const missing = [`${ROOMS}/${target}`, ...tests].filter(
	(path) => !existsSync(join(packageFolder, path)),
);

if (target === '' || missing.length > 0) {
	const why = target === '' ? '' : `There is no ${missing.join(', no ')}. `;
	console.error(`${why}Usage: npm run mutate -- FOLDER of ${ROOMS} [tests]`);
	process.exitCode = 1;
} else {
	process.chdir(packageFolder);
	mutate(target, tests).catch((error) => {
		console.error(error);
		process.exitCode = 1;
	});
}
