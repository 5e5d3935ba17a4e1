import type { Module } from './modules';

/** The rooms of nodes/Growlytics from the top down: each imports from those below it, never from one above. */
export const ROOMS = [
	'trigger',
	'operations',
	'run',
	'panel',
	'reading',
	'attributes',
	'fields',
	'columns',
	'values',
	'delivery',
	'transport',
	'result',
];

const HOUSE = 'nodes/Growlytics/';

/** @returns the modules of each circle of imports: `a.ts, b.ts` */
export function importCircles(modules: readonly Module[]): string[] {
	const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
	const reached = new Map(modules.map(({ path }) => [path, reachedFrom(path, importsOf)]));
	const circles = modules.map(({ path }) =>
		[...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path)).sort(),
	);
	return [
		...new Set(circles.filter(({ length }) => length > 0).map((circle) => circle.join(', '))),
	];
}

function reachedFrom(start: string, importsOf: ReadonlyMap<string, string[]>): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...(importsOf.get(start) ?? [])];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (reached.has(path)) continue;
		reached.add(path);
		waiting.push(...(importsOf.get(path) ?? []));
	}
	return reached;
}

/** @returns names that more than one module declares and exports: `name: a.ts, b.ts` */
export function sharedNames(modules: readonly Module[]): string[] {
	const homes = new Map<string, string[]>();
	for (const { path, declares } of modules) {
		for (const name of declares) homes.set(name, [...(homes.get(name) ?? []), path]);
	}
	return [...homes]
		.filter(([, paths]) => paths.length > 1)
		.map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

/** @returns what is exported from elsewhere than its home: `name: a.ts` */
export function forwardedNames(modules: readonly Module[]): string[] {
	return modules.flatMap(({ path, forwards }) => forwards.map((name) => `${name}: ${path}`));
}

/**
 * @returns imports that do not lead downwards (`a.ts > b.ts`), and folders that are no room (`a is no room`). The node
 *   and the credential stand above all rooms; a file beside the rooms, such as shorten.ts, stands below all of them.
 */
export function upwardImports(modules: readonly Module[]): string[] {
	const folders = new Set(modules.map(({ path }) => folderOf(path)));
	const unknown = [...folders].filter((room) => room !== undefined && !ROOMS.includes(room));
	const upward = modules.flatMap(({ path, imports }) =>
		imports
			.filter((imported) => heightOf(imported) > heightOf(path))
			.map((imported) => `${path} > ${imported}`),
	);
	return [...unknown.map((room) => `${room} is no room`), ...upward];
}

function folderOf(path: string): string | undefined {
	const [folder, ...inside] = path.startsWith(HOUSE) ? path.slice(HOUSE.length).split('/') : [];
	return inside.length > 0 ? folder : undefined;
}

/** Zero beside the rooms, one in the lowest room; a folder that is no room is as high as what stands above them. */
function heightOf(path: string): number {
	const folder = folderOf(path);
	if (folder !== undefined && ROOMS.includes(folder)) return ROOMS.length - ROOMS.indexOf(folder);
	const isBeside = folder === undefined && path.startsWith(HOUSE) && !path.endsWith('.node.ts');
	return isBeside ? 0 : ROOMS.length + 1;
}
