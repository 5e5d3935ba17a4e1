const { join } = require('node:path');

/** The real n8n: `npm run test:e2e`. One file after the other, since each starts an n8n of its own. */
module.exports = {
	testEnvironment: 'node',
	rootDir: join(__dirname, '..', '..'),
	roots: ['<rootDir>/test/e2e'],
	transform: { '^.+\\.ts$': 'ts-jest' },
	maxWorkers: 1,
	// Installing n8n takes minutes, the first time.
	testTimeout: 1_200_000,
};
