/**
 * Starts `npm run check-account`. Plain JavaScript, because what compiles TypeScript is a program of its own that is
 * started first: no program that this one starts may inherit the key.
 */
const key = process.env.GROWLYTICS_API_KEY;
delete process.env.GROWLYTICS_API_KEY;

require('tsx/cjs');
const { main } = require('../test/account/cli.ts');

main(key);
