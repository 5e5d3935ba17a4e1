/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test program, never shipped: run for each of n8n's expression engines in a process of its own */
import * as fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';
import { createEngine } from '../engine/engine';
import { chain, connect, ifTrue, node } from '../engine/workflow';
import { BROKEN_CODE, CHANGING_CODE, SAFE_CODE, UNSAFE_CODE } from './code';

/** What the program prints: one JSON object. */
export interface BothWays {
	items: number;
	/** Values of parameters with an expression that n8n had no part in. */
	direct: number;
	/** Values of parameters with an expression that n8n evaluated together with others. */
	joined: number;
	/** How often n8n was asked for several expressions at once. */
	evaluations: number;
	differences: unknown[];
}

const ITEMS = 10;
const SEED = 20_261_124;

/** Names that somebody gives to a column. */
const ORDINARY = [
	'id',
	'email',
	'City',
	'Total Orders',
	"Mother's Name",
	'Größe',
	'naïve_1',
	'7up',
];

/** Names that n8n's expressions, their parser or JavaScript could take for something else. */
const SPECIAL = [
	...[
		'',
		' ',
		'0',
		'//',
		'😀',
		'$x',
		'$json',
		'a.b',
		'a-b',
		'City, State',
		'say "hi"',
		'back\\slash',
		'tab\there',
	],
	...[
		'brace}',
		'{{brace',
		'my constructor',
		'x.constructor',
		'constructor',
		'prototype',
		'toString',
		'valueOf',
	],
	...[
		'hasOwnProperty',
		'binding',
		'caller',
		'callee',
		'arguments',
		'mainModule',
		'_load',
		'defineProperty',
	],
	...[
		'__defineGetter__',
		'getPrototypeOf',
		'process',
		'require',
		'this',
		'class',
		'null',
		'undefined',
		'true',
	],
	...[
		'length',
		'first',
		'isEmpty',
		'json',
		'toJSON',
		'then',
		'isProxy',
		'__isError',
		'__isObject',
		'DateTime',
		'extend',
	],
];

const value = fc.oneof(
	{ weight: 4, arbitrary: fc.string({ unit: 'binary' }) },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			'',
			' x ',
			'={{ 1 + 1 }}',
			'{{ $json.id }}',
			'true',
			'007',
			'\ud800',
			'[object Object]',
		),
	},
	{
		weight: 3,
		arbitrary: fc.oneof(
			fc.integer(),
			fc.double(),
			fc.constantFrom(-0, 0, NaN, Infinity, 2 ** 53, 1e21),
		),
	},
	fc.boolean(),
	fc.constantFrom(null, undefined),
	fc.constantFrom(new Date('2026-11-24T10:00:00Z'), new Date(NaN)),
	fc.constantFrom([], [1, 'a'], {}, { a: { b: 1 } }, { toString: 'x' }),
);

const fields = fc.record(
	Object.fromEntries([...ORDINARY, ...SPECIAL].map((name) => [name, value])),
	{
		requiredKeys: [],
		noNullPrototype: true,
	},
);

/** Half of the items have what a webhook or another tool nests. */
const item = fc
	.record({
		json: fields,
		body: fields,
		list: fc.array(value, { maxLength: 3 }),
		hasMore: fc.boolean(),
	})
	.map(({ json, body, list, hasMore }) => ({
		json: hasMore ? { ...json, body, properties: { ...body, deep: body }, list } : json,
	}));

const name = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...ORDINARY) },
	fc.constantFrom(...SPECIAL),
);
const spaces = fc.constantFrom(' ', ' ', ' ', '', '  ', '\n');
const access = fc.oneof(
	{ weight: 3, arbitrary: name.map((field) => `['${field}']`) },
	name.map((field) => `["${field}"]`),
	name.map((field) => `[${JSON.stringify(field)}]`),
	name.map((field) => `.${field}`),
);
const dragged = fc
	.tuple(spaces, access, spaces)
	.map((parts) => `={{${parts[0]}$json${parts[1]}${parts[2]}}}`);
const other = fc.constantFrom(
	'Pune',
	'{{ $json.City }}',
	'=Pune',
	'=',
	'= {{ $json.City }}',
	'={{ $json.City }} ',
	'={{ $json.City }}{{ $json.email }}',
	'={{ $json.City.toUpperCase() }}',
	'={{ $json.a.b }}',
	'={{ $json.City ?? "none" }}',
	'={{ $("Trigger").item.json.City }}',
	'={{ $now.year }}',
	'={{ $today.minus({ days: 1 }).set({ year: 2020 }) }}',
	'={{ new Date(0) }}',
	'={{ $itemIndex }}',
	'={{ $parameter["&name"] }}',
	'={{ $json }}',
	'={{ nowhere.to.be.found }}',
	'={{ $json.City',
);

const nested = fc.constantFrom(
	'',
	'',
	'.body',
	'.properties',
	'["body"]',
	'.properties.deep',
	'.list',
	'.City',
);
const optional = fc.constantFrom('', '', '', '?');
const calls = fc.constantFrom(
	...['', '.trim()', '.toLowerCase()', '.toUpperCase()', '.toString()', '.trim().toLowerCase()'],
	...['.toString().trim()', '.trim ()', '.toLowerCase', '.trim(1)', '.toFixed(2)', '.length'],
);
const path = fc.tuple(nested, optional, access, calls).map(([first, mark, last, called]) => {
	const step = mark === '' || last.startsWith('.') ? `${mark}${last}` : `${mark}.${last}`;
	return `={{ $json${first}${step}${called} }}`;
});

const [, , engineName, workflowCount] = process.argv;
const unsafe = engineName === 'vm' ? [...UNSAFE_CODE, ...CHANGING_CODE] : UNSAFE_CODE;

/** Code that is joined with that of other parameters, and code that has to stay alone. */
const code = fc.oneof(
	{ weight: 30, arbitrary: fc.constantFrom(...SAFE_CODE) },
	{ weight: 9, arbitrary: fc.constantFrom(...unsafe) },
	{ weight: 1, arbitrary: fc.constantFrom(...BROKEN_CODE) },
);
const inBraces = fc
	.tuple(spaces, code, spaces)
	.map(([before, text, after]) => `={{${before}${text}${after}}}`);
const object = fc
	.array(fc.tuple(fc.oneof(name, fc.constant('a')), fc.boolean(), spaces, path), { maxLength: 3 })
	.map((entries) => {
		const texts = entries.map(([key, isQuoted, space, value]) => {
			const code = value.slice('={{ '.length, -' }}'.length);
			return `${isQuoted ? JSON.stringify(key) : key}:${space}${isQuoted && key === 'id' ? "'text'" : code}`;
		});
		return `={{ { ${texts.join(', ')} } }}`;
	});
const parameter = fc.oneof(
	{ weight: 1, arbitrary: object },
	{ weight: 4, arbitrary: dragged },
	{ weight: 3, arbitrary: path },
	{ weight: 5, arbitrary: inBraces },
	other,
);
const text = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom('City', 'Orders', 'Vip') },
	parameter,
);

const rows = fc.array(
	fc.oneof(
		fc.record({ name: text, type: fc.constant('string'), value: parameter }),
		fc.record({ name: text, type: fc.constant('number'), value: parameter }),
		fc.record({ name: text, type: fc.constant('boolean'), value: parameter }),
		fc.record({ name: text, type: fc.constant('date'), value: parameter }),
	),
	{ minLength: 1, maxLength: 4 },
);
const parameters: fc.Arbitrary<INodeParameters> = fc
	.record({
		customerId: parameter,
		standardAttributes: fc.record({ name: parameter, email: parameter }, { requiredKeys: [] }),
		attribute: rows,
		attributesJson: parameter,
		includeFields: parameter,
		options: fc.record({ emptyValues: parameter }, { requiredKeys: [] }),
		mappingMode: fc.constantFrom('defineBelow', 'autoMapInputData', 'json'),
	})
	.map(({ attribute, ...others }) => ({
		...others,
		include: 'selected',
		customAttributes: { attribute },
	}));

type Shape = 'plain' | 'executeOnce' | 'branches';

/** Two branches of an If lead into one node, which n8n then runs once for each. */
function workflowOf(shape: Shape, given: INodeParameters) {
	const type = { type: 'n8n-nodes-probe.probe', typeVersion: 1 };
	const probe = node(type, 'Probe', given, { executeOnce: shape === 'executeOnce' });
	const trigger = node('manualTrigger', 'Trigger');
	if (shape !== 'branches') return chain([trigger, probe]);
	const oneBranch = chain([trigger, ifTrue('If', '={{ $itemIndex % 3 === 0 }}'), probe]);
	return connect(oneBranch, 'If', probe, 1);
}

async function compare(expressionEngine: 'legacy' | 'vm', workflows: number): Promise<BothWays> {
	const engine = await createEngine({
		packages: [join(__dirname, 'probePackage')],
		expressionEngine,
	});
	const shape = fc.constantFrom<Shape>('plain', 'plain', 'plain', 'executeOnce', 'branches');
	const items = fc.array(item, { minLength: ITEMS, maxLength: ITEMS });
	const cases = fc.sample(fc.tuple(shape, parameters, items), { numRuns: workflows, seed: SEED });
	const both: BothWays = { items: 0, direct: 0, joined: 0, evaluations: 0, differences: [] };
	for (const [form, given, input] of cases) {
		const execution = await engine.run(workflowOf(form, given), { input });
		const probed = execution.output('Probe');
		if (execution.error || probed.length === 0) throw new Error(execution.error?.message);
		for (const { json } of probed) {
			both.items += 1;
			both.direct += Number(json.direct);
			both.joined += Number(json.joined);
			both.evaluations += Number(json.evaluations);
			if (JSON.stringify(json.differences) !== '[]') both.differences.push({ form, given, json });
		}
	}
	await engine.close();
	return both;
}

void compare(engineName === 'vm' ? 'vm' : 'legacy', Number(workflowCount)).then((both) =>
	process.stdout.write(JSON.stringify(both)),
);
