/** The tests of `npm test`. Those that take minutes are in files `*.slow.test.ts`: see jest.slow.config.js. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '\\.slow\\.test\\.ts$'],
	// Types are checked by `npm run typecheck`: ts-jest only compiles, because of isolatedModules in tsconfig.json.
	transform: { '^.+\\.ts$': 'ts-jest' },
	// Jest leaves one core free, but many of these tests wait: on two cores, one worker takes twice as long.
	maxWorkers: '100%',
	// The first run in n8n's engine loads n8n itself.
	testTimeout: 60_000,
};
