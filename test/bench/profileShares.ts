import { z } from 'zod';

const frameSchema = z.object({
	functionName: z.string(),
	url: z.string(),
	lineNumber: z.number(),
});
const nodeSchema = z.object({
	id: z.number(),
	callFrame: frameSchema,
	children: z.array(z.number()).optional(),
});

/** What Node writes with --cpu-prof: the format of Chrome's DevTools (Profiler.Profile). Times in microseconds. */
export const profileSchema = z.object({
	startTime: z.number(),
	nodes: z.array(nodeSchema),
	samples: z.array(z.number()),
	timeDeltas: z.array(z.number()),
});
export type Profile = z.output<typeof profileSchema>;
type Frame = z.output<typeof frameSchema>;

/** From and to, in microseconds of the profile's clock. */
export type Period = [number, number];

const OURS = 'this node';
const IDLE = '(idle)';

/** The first that fits a file's address; `inherits` is for code that works for whoever calls it. */
const GROUPS: Array<{ name: string; url: RegExp; inherits?: true }> = [
	{ name: OURS, url: /node_modules\/n8n-nodes-growlytics\/|BareRequest\.node\.js$/ },
	{ name: 'n8n-core', url: /node_modules\/n8n-core\// },
	{
		name: 'n8n-workflow and expressions',
		url: /node_modules\/(n8n-workflow|@n8n\/(expression-runtime|tournament)|isolated-vm)\//,
	},
	{
		name: 'axios and agents',
		url: /node_modules\/(axios|follow-redirects|form-data|agent-base|https?-proxy-agent|proxy-from-env)\//,
	},
	{ name: 'n8n-nodes-base', url: /node_modules\/n8n-nodes-base\// },
	{ name: 'database', url: /node_modules\/(@n8n\/typeorm|@n8n\/db|sqlite3|flatted)\// },
	{ name: 'n8n', url: /node_modules\/(n8n|@n8n\/[^/]+)\// },
	{ name: 'Node', url: /^node:/, inherits: true },
	{ name: 'other packages', url: /node_modules\//, inherits: true },
];

const ENGINE = { name: 'V8', inherits: true } as const;

function groupOf({ functionName, url }: Frame): { name: string; inherits?: true } {
	// (idle), (program) and (garbage collector) are nobody's functions.
	if (url === '' && functionName.startsWith('(')) return { name: functionName };
	return GROUPS.find((group) => group.url.test(url)) ?? ENGINE;
}

export interface FunctionShare {
	name: string;
	/** From the package's name on. */
	file: string;
	group: string;
	share: number;
}

export interface GroupShare {
	group: string;
	/** Of its own functions. */
	self: number;
	/** With Node, V8 and other packages where its functions called them. */
	withCalled: number;
}

export interface Shares {
	busyMs: number;
	/** The greatest first. Shares are of the time in which the process was not idle. */
	groups: GroupShare[];
	functions: FunctionShare[];
}

/** Microseconds of each sample in the period, by the id of the node in the tree of calls that was met. */
function timesByNode({ startTime, samples, timeDeltas }: Profile, [from, to]: Period) {
	const times = new Map<number, number>();
	let at = startTime;
	for (const [index, id] of samples.entries()) {
		at += timeDeltas[index] ?? 0;
		if (at < from || at >= to) continue;
		times.set(id, (times.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0));
	}
	return times;
}

function add(sums: Map<string, number>, key: string, time: number): void {
	sums.set(key, (sums.get(key) ?? 0) + time);
}

function fileOf({ url, lineNumber }: Frame): string {
	const at = url.lastIndexOf('node_modules/');
	const file = at < 0 ? url : url.slice(at + 'node_modules/'.length);
	return file === '' ? '' : `${file}:${lineNumber + 1}`;
}

/**
 * Divides the time of a period among groups of files and among functions.
 *
 * @param period what counts of the profile
 */
export function sharesOf(profile: Profile, period: Period): Shares {
	const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
	const parents = new Map(
		profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
	);
	/** The nearest caller that does not work for another one. */
	const ownerOf = (id: number): string => {
		for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
			const node = nodes.get(at);
			const group = node && groupOf(node.callFrame);
			if (group && !group.inherits && !(at !== id && group.name.startsWith('('))) return group.name;
		}
		const node = nodes.get(id);
		return node ? groupOf(node.callFrame).name : ENGINE.name;
	};

	const self = new Map<string, number>();
	const owned = new Map<string, number>();
	const functions = new Map<string, { frame: Frame; time: number }>();
	let busy = 0;
	for (const [id, time] of timesByNode(profile, period)) {
		const frame = nodes.get(id)?.callFrame;
		if (!frame || frame.functionName === IDLE) continue;
		busy += time;
		add(self, groupOf(frame).name, time);
		add(owned, ownerOf(id), time);
		const key = `${frame.functionName} ${frame.url}:${frame.lineNumber}`;
		functions.set(key, { frame, time: (functions.get(key)?.time ?? 0) + time });
	}

	const groups = [...new Set([...self.keys(), ...owned.keys()])].map((group) => ({
		group,
		self: (self.get(group) ?? 0) / busy,
		withCalled: (owned.get(group) ?? 0) / busy,
	}));
	return {
		busyMs: busy / 1000,
		groups: groups.sort((one, other) => other.withCalled - one.withCalled),
		functions: [...functions.values()]
			.map(({ frame, time }) => ({
				name: frame.functionName || '(anonymous)',
				file: fileOf(frame),
				group: groupOf(frame).name,
				share: time / busy,
			}))
			.sort((one, other) => other.share - one.share),
	};
}
