/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads files of the repository and of n8n's nodes */
import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
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
		executeOnce: z.literal(true).optional(),
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

const described = z
	.custom<INodeTypeDescription[]>(Array.isArray)
	.parse(JSON.parse(readFileSync(require.resolve('n8n-nodes-base/dist/types/nodes.json'), 'utf8')));

/** Descriptions of a node that n8n brings along: one, or several for its versions. */
function descriptionsOf(type: string): INodeTypeDescription[] {
	return described.filter(({ name }) => `n8n-nodes-base.${name}` === type || name === type);
}

/** The description of such a node in its version; undefined for any other node. */
function descriptionOf({ type, typeVersion }: ExampleNode): INodeTypeDescription | undefined {
	return descriptionsOf(type).find(({ version }) => [version].flat().includes(typeVersion));
}

const { description } = new Growlytics();
const trigger = new GrowlyticsTrigger().description;

/** Whether the node works only with a credential of the user's. */
function asksForCredential(node: ExampleNode): boolean {
	if (node.credentials !== undefined || 'nodeCredentialType' in node.parameters) return true;
	const found = descriptionOf(node);
	if (found === undefined) return false;
	const values = withDefaults(node, found);
	return (found.credentials ?? []).some(
		(credential) =>
			credential.required === true && NodeHelpers.displayParameter(values, credential, node, found),
	);
}

function withDefaults(node: ExampleNode, found: INodeTypeDescription): INodeParameters {
	const { properties } = found;
	const parameters = parametersOf(node);
	const whole = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, found);
	return whole ?? {};
}

function parametersOf({ parameters }: ExampleNode): INodeParameters {
	return z.record(z.any()).parse(parameters);
}

/** Places of nodes are their top left corners: room for a node of n8n 2.41 with its name and subtitle below. */
const NODE_SIZE = { width: 96, height: 150 };
const GAP = 10;

function boxOf({ type, position: [left, top], parameters }: ExampleNode) {
	const { width, height } =
		type === STICKY_NOTE
			? z.object({ width: z.number(), height: z.number() }).parse(parameters)
			: NODE_SIZE;
	return { left, top, right: left + width, bottom: top + height };
}

function overlap(one: ExampleNode, other: ExampleNode): boolean {
	const [a, b] = [boxOf(one), boxOf(other)];
	const isBeside = a.left >= b.right + GAP || b.left >= a.right + GAP;
	return !isBeside && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
}

function isOwn({ type }: ExampleNode): boolean {
	return [OWN_TYPE, `${OWN_TYPE}Tool`, TRIGGER_TYPE].includes(type);
}

function ownDescriptionOf({ type }: ExampleNode) {
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

/** The user's own document, sheet and form. */
const CHOSEN_BY_USER = /^Parameter "(?:Document|Sheet|Form Name or ID)" is required\.$/;

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
			expect(unknownParameters(parameters, ownDescriptionOf(node).properties)).toEqual([]);
			expect(node.typeVersion).toBe(ownDescriptionOf(node).version);
			expect(node.credentials).toEqual(credentialOf(node));
		}
	});

	it('shows every parameter that it sets', () => {
		for (const node of own) {
			const values = NodeHelpers.getNodeParameters(
				ownDescriptionOf(node).properties,
				ownParameters(node),
				true,
				false,
				node,
				ownDescriptionOf(node),
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
		for (const { type, typeVersion } of nodes) {
			const versions = descriptionsOf(type).flatMap(({ version }) => version);
			if (versions.length > 0) expect([type, typeVersion]).toEqual([type, Math.max(...versions)]);
		}
	});

	it('sets only what n8n’s nodes have, and leaves to the user only what is theirs', () => {
		for (const node of nodes) {
			const found = descriptionOf(node);
			if (found === undefined) continue;
			const unknown = unknownParameters(parametersOf(node), found.properties, node);
			expect([node.name, unknown]).toEqual([node.name, []]);
			const { id, name, type, typeVersion, position } = node;
			const parameters = withDefaults(node, found);
			const whole = { id, name, type, typeVersion, position, parameters };
			const issues = NodeHelpers.getNodeParametersIssues(found.properties, whole, found);
			const said = Object.values(issues?.parameters ?? {}).flat();
			expect(said.filter((text) => !CHOSEN_BY_USER.test(text))).toEqual([]);
		}
	});

	it('shows notes that cover nothing', () => {
		for (const note of notes) {
			const covered = nodes.filter((node) => node !== note && overlap(note, node));
			expect([note.name, covered.map(({ name }) => name)]).toEqual([note.name, []]);
		}
	});

	it('says what to change: the package, and every node that asks for a credential', () => {
		const said = notes.map(({ parameters }) => String(parameters.content)).join('\n');
		expect(said).toContain('`n8n-nodes-growlytics`');
		for (const { name } of working.filter(asksForCredential)) {
			expect(said).toContain(`**${name}**`);
		}
	});
});

describe('a report of what was not stored, then a failed execution', () => {
	const all = files.map((file) => {
		const text = readFileSync(join(FOLDER, file), 'utf8');
		return { file, ...workflowSchema.parse(JSON.parse(text)) };
	});
	const reporting = all.filter(({ nodes }) => nodes.some(({ name }) => name === 'To Check'));

	it('is in each recipe that nobody waits for', () => {
		expect(reporting.map(({ file }) => file)).toEqual([
			'google-sheets-to-growlytics.json',
			'hubspot-contacts-to-growlytics.json',
			'shopify-customers-to-growlytics.json',
			'spreadsheet-daily-to-growlytics.json',
			'spreadsheet-to-growlytics.json',
			'typeform-to-growlytics.json',
			'woocommerce-customers-to-growlytics.json',
		]);
	});

	it('is the same in all of them', () => {
		const [first, ...others] = reporting.map(({ nodes, connections }) => {
			const branch = ['Create or Update Customer', 'To Check', 'Your Report', 'Fail the Execution'];
			return branch.map((name) => ({
				next: connections[name],
				node: nodes
					.filter((node) => node.name === name && !isOwn(node))
					.map(({ type, parameters }) => ({ type, parameters })),
			}));
		});
		expect(first?.at(-1)?.next).toBeUndefined();
		for (const other of others) expect(other).toEqual(first);
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
