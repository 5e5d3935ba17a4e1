import { type Profile, sharesOf } from './profileShares';

const MODULES = 'file:///home/asha/.n8n/nodes/node_modules';

function frame(functionName: string, file = '') {
	const url = file === '' || file.startsWith('node:') ? file : `${MODULES}/${file}`;
	return { functionName, url, lineNumber: 9 };
}

/** (root) > ours > zod; (root) > ours > n8n-core > axios > node:http > JSON.parse; (root) > node:net; (idle); the collector */
const NODES: Profile['nodes'] = [
	{ id: 1, callFrame: frame('(root)'), children: [2, 7, 8, 10] },
	{ id: 2, callFrame: frame('execute', 'n8n-nodes-growlytics/dist/a.js'), children: [3, 4, 9] },
	{ id: 3, callFrame: frame('parse', 'zod/v3/types.js') },
	{ id: 4, callFrame: frame('request', 'n8n-core/dist/request.js'), children: [5] },
	{ id: 5, callFrame: frame('send', 'axios/dist/axios.cjs'), children: [6] },
	{ id: 6, callFrame: frame('write', 'node:_http_outgoing') },
	{ id: 7, callFrame: frame('onread', 'node:net') },
	{ id: 8, callFrame: frame('(idle)') },
	{ id: 9, callFrame: frame('(garbage collector)') },
	{ id: 10, callFrame: frame('compile', 'typescript/lib/index.js') },
];

/** A sample every 1,000 microseconds from 101,000 on, each lasting until the next. */
function profile(...samples: number[]): Profile {
	return {
		startTime: 100_000,
		nodes: NODES,
		samples,
		timeDeltas: samples.map(() => 1000),
	};
}

const ALWAYS: [number, number] = [0, Infinity];

test('time goes to the files it was spent in, and to those that called Node and other packages', () => {
	const { groups, busyMs } = sharesOf(profile(2, 3, 4, 5, 6, 6, 7, 9, 10, 10, 1), ALWAYS);
	expect(busyMs).toBe(10);
	const shares = groups.map(({ group, self, withCalled }) => [group, self, withCalled]);
	expect(shares).toHaveLength(7);
	expect(shares).toEqual(
		expect.arrayContaining([
			['this node', 0.1, 0.2],
			['n8n-core', 0.1, 0.1],
			['axios and agents', 0.1, 0.3],
			['Node', 0.3, 0.1],
			['other packages', 0.3, 0.2],
			['(garbage collector)', 0.1, 0.1],
		]),
	);
});

test('idle time counts for nothing', () => {
	const { groups, busyMs } = sharesOf(profile(2, 8, 8, 8, 2), ALWAYS);
	expect(busyMs).toBe(1);
	expect(groups).toEqual([{ group: 'this node', self: 1, withCalled: 1 }]);
});

test('what lies outside the period counts for nothing', () => {
	const { groups, busyMs } = sharesOf(profile(5, 2, 2, 5, 5), [102_000, 104_000]);
	expect(busyMs).toBe(2);
	expect(groups).toEqual([{ group: 'this node', self: 1, withCalled: 1 }]);
});

test('functions are named with their place, the one with the largest share first', () => {
	const { functions } = sharesOf(profile(5, 5, 5, 2, 8), ALWAYS);
	expect(functions).toEqual([
		{ name: 'send', file: 'axios/dist/axios.cjs:10', group: 'axios and agents', share: 0.75 },
		{ name: 'execute', file: 'n8n-nodes-growlytics/dist/a.js:10', group: 'this node', share: 0.25 },
	]);
});
