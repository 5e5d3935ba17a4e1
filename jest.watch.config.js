const everyday = require('./jest.config');

/** `npm run test:watch`: the tests of what has changed since the last commit, again whenever a file is saved. */
module.exports = {
	...everyday,
	roots: ['<rootDir>/nodes', '<rootDir>/credentials', '<rootDir>/test'],
	globalSetup: '<rootDir>/test/watch/build.js',
	dependencyExtractor: '<rootDir>/test/watch/dependencies.js',
	testSequencer: '<rootDir>/test/watch/quickestFirst.js',
	watchPlugins: ['<rootDir>/test/watch/startOver.js'],
};
