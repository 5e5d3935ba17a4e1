const everyday = require('./jest.config');

/** `npm run test:slow`: what proves its point with thousands of items or in real time. CI runs it too. */
module.exports = {
	...everyday,
	testMatch: ['**/*.slow.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
};
