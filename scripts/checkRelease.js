/**
 * A dry run of the release, on a clean checkout of the last commit: the version, the lint, the build, the tests of the
 * package and of its pages, what would be uploaded, n8n's scan, and npm's own dry run. Publishes nothing.
 */
const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, symlinkSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const packageFolder = join(__dirname, '..');

const STEPS = [
	['npm', ['run', '-s', 'lint']],
	['npm', ['run', '-s', 'check:pack']],
	['npm', ['exec', '--', 'jest', 'test/package', 'test/docs', 'test/examples']],
	['npm', ['run', '-s', 'scan']],
	['npm', ['publish', '--dry-run', '--provenance=false', '--loglevel=notice']],
];

/** @returns what is wrong with the version, one sentence each */
function versionProblems(folder) {
	const read = (name) => readFileSync(join(folder, name), 'utf8');
	const { version, author } = JSON.parse(read('package.json'));
	const { version: locked } = JSON.parse(read('package-lock.json'));
	const described = /^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1];
	const { GITHUB_REF_TYPE: kind, GITHUB_REF_NAME: tag } = process.env;
	const isTag = kind === 'tag';
	return [
		...(locked === version ? [] : [`package-lock.json has the version ${locked}`]),
		...(described === version ? [] : [`CHANGELOG.md begins with ${described}`]),
		...(!isTag || tag === version ? [] : [`the tag is ${tag}`]),
		...(!isTag || !isPlaceholder(author.email) ? [] : [`its author is still ${author.email}`]),
	].map((problem) => `package.json has the version ${version}, but ${problem}.`);
}

/** Nobody has an address that ends like this (RFC 2606). */
function isPlaceholder(email) {
	return email.endsWith('.example');
}

function git(...args) {
	return execFileSync('git', args, { cwd: packageFolder, encoding: 'utf8' }).trim();
}

function check(folder) {
	if (git('status', '--porcelain') !== '') {
		console.log('There are changes that are not committed: they are not in this dry run.');
	}
	git('clone', '--quiet', '--depth', '1', `file://${git('rev-parse', '--show-toplevel')}`, folder);
	const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	if (isPlaceholder(author.email)) {
		console.log(
			`The author is still ${author.email}: the owner changes that first (docs/releasing.md).`,
		);
	}
	const problems = versionProblems(folder);
	if (problems.length > 0) throw new Error(problems.join('\n'));
	symlinkSync(join(packageFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
	for (const [command, args] of STEPS) {
		console.log(`\n=== ${[command, ...args].join(' ')}`);
		execFileSync(command, args, { cwd: folder, stdio: 'inherit' });
	}
}

const folder = mkdtempSync(join(tmpdir(), 'n8n-release-'));
try {
	check(join(folder, 'package'));
	console.log('\nThe release would go through. Nothing was published.');
} catch (error) {
	console.error(`\nNOT ready to be released: ${error.message}`);
	process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
