/** Checks what `npm publish` would upload: these files and dist, all of dist, small, and nothing of the tests. */
const { execSync } = require('node:child_process');
const { readdirSync, statSync } = require('node:fs');
const { join, posix, sep } = require('node:path');

const packageFolder = join(__dirname, '..');
const { n8n } = require(join(packageFolder, 'package.json'));

const BESIDE_DIST = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
/** What a build makes. Anything else in dist is a slip: a test, a source map, a tsbuildinfo. */
const BUILT = /^dist\/(?:nodes|credentials)\/(?!.*\.test\.).+\.(?:js|json|svg)$/;
/** Six operations and a trigger take 128 kB; a picture or a list that slips in would show. */
const MAX_PACKED_BYTES = 125_000;

/** Paths of the files in a folder of the package, with slashes whatever the system. */
function filesIn(folder) {
	return readdirSync(join(packageFolder, folder), { recursive: true })
		.map((path) => posix.join(folder, path.split(sep).join('/')))
		.filter((path) => statSync(join(packageFolder, path)).isFile());
}

const [packed] = JSON.parse(
	execSync('npm pack --dry-run --json --loglevel=error', { cwd: packageFolder, encoding: 'utf8' }),
);
const paths = packed.files.map(({ path }) => path);
const expected = [...BESIDE_DIST, ...filesIn('dist')];

const problems = [
	...expected.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
	...paths
		.filter((path) => !BESIDE_DIST.includes(path) && !BUILT.test(path))
		.map((path) => `${path} does not belong in the package`),
	...[...n8n.nodes, ...n8n.credentials]
		.filter((path) => !paths.includes(path))
		.map((path) => `${path}, named in package.json for n8n, is missing`),
	...(packed.size < MAX_PACKED_BYTES
		? []
		: [`It has ${packed.size} bytes packed, which is not under ${MAX_PACKED_BYTES}`]),
];

for (const { path, size } of packed.files) console.log(`${String(size).padStart(7)}  ${path}`);
console.log(`${packed.filename}: ${paths.length} files, ${packed.size} bytes packed`);
for (const problem of problems) console.error(`NOT right: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
