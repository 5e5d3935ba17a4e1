/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository and of n8n's nodes */
import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';
import { GrowlyticsTrigger } from '../../nodes/Growlytics/GrowlyticsTrigger.node';
import { unknownParameters } from './parameters';

const FOLDER = resolve(__dirname, '..', '..', 'examples');
const OWN_TYPE = 'n8n-nodes-growlytics.growlytics';
const TRIGGER_TYPE = 'n8n-nodes-growlytics.growlyticsTrigger';
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** What n8n adds to the description of a node that an agent uses as a tool. */
const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

const nodeSchema = z
	.object({
		id: z.string().regex(/^[a-z-]+$/, 'a word, not the id of someone’s n8n'),
		name: z.string().min(1),
		type: z.string(),
		typeVersion: z.number(),
		position: z.tuple([z.number(), z.number()]),
		parameters: z.record(z.unknown()),
		// By name only: n8n looks for a credential of that name on import.
		credentials: z.record(z.object({ id: z.null(), name: z.string().min(1) }).strict()).optional(),
		onError: z.enum(['continueErrorOutput', 'continueRegularOutput']).optional(),
		webhookId: z
			.string()
			.regex(/^[a-z-]+$/)
			.optional(),
	})
	.strict();

const targetSchema = z.object({ node: z.string(), type: z.string(), index: z.number() }).strict();

const workflowSchema = z
	.object({
		name: z.string().min(1),
		nodes: z.array(nodeSchema),
		connections: z.record(z.record(z.array(z.array(targetSchema)))),
		settings: z
			.object({
				executionOrder: z.literal('v1'),
				saveDataSuccessExecution: z.literal('none').optional(),
			})
			.strict(),
		pinData: z.object({}).strict(),
	})
	.strict();

type ExampleNode = z.output<typeof nodeSchema>;

const versionsSchema = z.array(
	z.object({ name: z.string(), version: z.union([z.number(), z.array(z.number())]) }),
);

/** By full type name, the highest version of each node that n8n brings along. */
function readLatestVersions(): Map<string, number> {
	const path = require.resolve('n8n-nodes-base/dist/types/nodes.json');
	const latest = new Map<string, number>();
	for (const { name, version } of versionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))) {
		const type = name.startsWith('n8n-nodes-base.') ? name : `n8n-nodes-base.${name}`;
		latest.set(type, Math.max(latest.get(type) ?? 0, ...[version].flat()));
	}
	return latest;
}

const latestVersions = readLatestVersions();
const { description } = new Growlytics();
const trigger = new GrowlyticsTrigger().description;

function isOwn({ type }: ExampleNode): boolean {
	return [OWN_TYPE, `${OWN_TYPE}Tool`, TRIGGER_TYPE].includes(type);
}

function descriptionOf({ type }: ExampleNode) {
	return type === TRIGGER_TYPE ? trigger : description;
}

/** As a user names them. */
function credentialOf({ type }: ExampleNode) {
	return type === TRIGGER_TYPE
		? { growlyticsWebhookSecretApi: { id: null, name: 'Growlytics webhook secret' } }
		: { growlyticsApi: { id: null, name: 'Growlytics account' } };
}

function ownParameters({ type, parameters }: ExampleNode): INodeParameters {
	const added = type === `${OWN_TYPE}Tool` ? TOOL_PARAMETERS : [];
	const own = Object.entries(parameters).filter(([name]) => !added.includes(name));
	return z.record(z.any()).parse(Object.fromEntries(own));
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe.each(files)('%s', (file) => {
	const text = readFileSync(join(FOLDER, file), 'utf8');
	const { nodes, connections } = workflowSchema.parse(JSON.parse(text));
	const names = nodes.map(({ name }) => name);
	const notes = nodes.filter(({ type }) => type === STICKY_NOTE);
	const working = nodes.filter(({ type }) => type !== STICKY_NOTE);
	const own = nodes.filter(isOwn);

	it('has the node, and only what it has', () => {
		expect(own).not.toEqual([]);
		for (const node of own) {
			const parameters = ownParameters(node);
			expect(unknownParameters(parameters, descriptionOf(node).properties)).toEqual([]);
			expect(node.typeVersion).toBe(descriptionOf(node).version);
			expect(node.credentials).toEqual(credentialOf(node));
		}
	});

	it('shows every parameter that it sets', () => {
		for (const node of own) {
			const values = NodeHelpers.getNodeParameters(
				descriptionOf(node).properties,
				ownParameters(node),
				true,
				false,
				node,
				descriptionOf(node),
			);
			expect(Object.keys(values ?? {})).toEqual(
				expect.arrayContaining(Object.keys(ownParameters(node))),
			);
		}
	});

	it('joins nodes that it has, each with a name of its own', () => {
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		const targets = Object.values(connections).flatMap((outputs) => Object.values(outputs).flat(2));
		const joined = new Set([...Object.keys(connections), ...targets.map(({ node }) => node)]);
		expect([...joined].sort()).toEqual(working.map(({ name }) => name).sort());
		for (const [, , name] of text.matchAll(/\$\((['"])(.+?)\1\)/g)) expect(names).toContain(name);
	});

	it('uses the newest version of n8n’s nodes', () => {
		for (const { type, typeVersion } of nodes.filter((node) => latestVersions.has(node.type))) {
			expect({ type, typeVersion }).toEqual({ type, typeVersion: latestVersions.get(type) });
		}
	});

	it('says what to change: the package, and every node that has a credential', () => {
		const said = notes.map(({ parameters }) => String(parameters.content)).join('\n');
		expect(said).toContain('`n8n-nodes-growlytics`');
		for (const { name } of working.filter(({ credentials }) => credentials)) {
			expect(said).toContain(`**${name}**`);
		}
	});
});

describe('unknownParameters', () => {
	const { properties } = description;

	it.each<[INodeParameters, string[]]>([
		[{ customerID: '7' }, ['customerID']],
		[{ mappingMode: 'auto' }, ['mappingMode = auto']],
		[{ options: { dryRuns: true } }, ['options.dryRuns']],
		[{ standardAttributes: { phone: '' } }, ['standardAttributes.phone']],
		[{ mappingMode: 'json', customAttributes: {} }, ['customAttributes']],
		[{ operation: 'preview', options: { timeout: 1 } }, ['options.timeout']],
		[{ options: { timeout: 1 } }, []],
		[
			{ customAttributes: { attribute: [{ name: 'a', type: 'text', value: 1 }] } },
			['customAttributes.attribute.type = text', 'customAttributes.attribute.value'],
		],
	])('%j', (parameters, expected) => {
		expect(unknownParameters(parameters, properties)).toEqual(expected);
	});
});
