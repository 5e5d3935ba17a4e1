const { join } = require('node:path');

/** The real n8n: `npm run test:e2e`. One test file after the other: most of them share one n8n. */
module.exports = {
	testEnvironment: 'node',
	rootDir: join(__dirname, '..', '..'),
	roots: ['<rootDir>/test/e2e'],
	transform: { '^.+\\.ts$': 'ts-jest' },
	maxWorkers: 1,
	globalSetup: '<rootDir>/test/e2e/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/globalTeardown.ts',
	testTimeout: 300_000,
};
