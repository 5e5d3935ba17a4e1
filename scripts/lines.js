/** Counts what is shipped, in lines by folder, and names the files that are long. */
const { readFileSync, readdirSync } = require('node:fs');
const { join, posix, sep } = require('node:path');

const LONG = 150;
const packageFolder = join(__dirname, '..');

const files = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(packageFolder, folder), { recursive: true })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => posix.join(folder, path.split(sep).join('/')))
		.map((path) => ({
			path,
			lines: readFileSync(join(packageFolder, path), 'utf8').split('\n').length - 1,
		})),
);

const folders = new Map();
for (const { path, lines } of files) {
	const folder = posix.dirname(path);
	folders.set(folder, (folders.get(folder) ?? 0) + lines);
}

const print = (lines, what) => console.log(`${String(lines).padStart(6)}  ${what}`);
for (const [folder, lines] of [...folders].sort()) print(lines, folder);
print(
	files.reduce((sum, { lines }) => sum + lines, 0),
	`in ${files.length} files`,
);
console.log(`Over ${LONG} lines:`);
for (const { path, lines } of files) if (lines > LONG) print(lines, path);
