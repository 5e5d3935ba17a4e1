/**
 * Runs the checks of n8n's scanner for community packages, which decides about verification, on what would be
 * published. The scanner itself takes a package that is on npm already: it lints the sources of the commit that
 * the provenance names, and the package's own files. Here both come from this folder; the provenance is the only
 * check that has to wait for npm.
 *
 * The scanner is installed for the time of the scan, in this version: it brings an ESLint and a TypeScript of its own.
 */
const { execFileSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const SCANNER = '@n8n/scan-community-package';
const VERSION = '0.32.0';

const packageFolder = join(__dirname, '..');
/** What the scanner lints of a package; for sources it exports the list. */
const PUBLISHED_FILES = ['**/*.js', 'package.json'];

async function installInto(folder) {
	console.log(`Installing ${SCANNER} ${VERSION} ...`);
	const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	execFileSync('npm', ['install', '--prefix', folder, ...options, `${SCANNER}@${VERSION}`], {
		cwd: folder,
		stdio: 'inherit',
	});
	const main = join(folder, 'node_modules', SCANNER, 'scanner', 'scanner.mjs');
	return await import(pathToFileURL(main).href);
}

function unpackInto(folder) {
	const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
	const tarball = execFileSync('npm', pack, { cwd: packageFolder, encoding: 'utf8' }).trim();
	execFileSync('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder });
	return tarball;
}

async function scan() {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-scan-'));
	const scannerFolder = mkdtempSync(join(tmpdir(), 'n8n-scanner-'));
	try {
		const scanner = await installInto(scannerFolder);
		const tarball = unpackInto(folder);
		const results = [
			['the sources', await scanner.analyzePackage(packageFolder, scanner.SOURCE_FILE_PATTERNS)],
			[tarball, await scanner.analyzePackage(folder, PUBLISHED_FILES)],
		];
		for (const [what, { passed, message, details = '' }] of results) {
			if (passed && message === undefined) console.log(`Scan of ${what}: passed`);
			else console.error(`Scan of ${what}: NOT passed: ${message}\n${details}`);
		}
		return results.every(([, { passed, message }]) => passed && message === undefined);
	} finally {
		for (const made of [folder, scannerFolder]) rmSync(made, { recursive: true, force: true });
	}
}

scan().then(
	(passed) => {
		process.exitCode = passed ? 0 : 1;
	},
	(error) => {
		console.error(error);
		process.exitCode = 1;
	},
);
