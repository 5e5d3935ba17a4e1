/**
 * n8n 2.38 and later run on Node 24 only. The `node` package brings it, but .npmrc keeps packages from
 * running install scripts (one of n8n's own downloads sources), so its installer is run here, once.
 * npm puts node_modules/.bin first on the PATH: whatever follows in the same npm script runs Node 24.
 */
const { execSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const packageFolder = join(__dirname, '..', 'node_modules', 'node');
const binary = join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!existsSync(binary)) {
	console.log('Fetching Node 24 (once, a few seconds) ...');
	execSync('npm rebuild node --ignore-scripts=false --loglevel=error', {
		cwd: join(__dirname, '..'),
		stdio: ['ignore', 'ignore', 'inherit'],
	});
}
