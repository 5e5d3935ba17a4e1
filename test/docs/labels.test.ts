import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { GrowlyticsApi } from '../../credentials/GrowlyticsApi.credentials';
import { GrowlyticsWebhookSecretApi } from '../../credentials/GrowlyticsWebhookSecretApi.credentials';
import { attributeTypes } from '../../nodes/Growlytics/values/attributeTypes';
import { Growlytics } from '../../nodes/Growlytics/Growlytics.node';
import { GrowlyticsTrigger } from '../../nodes/Growlytics/GrowlyticsTrigger.node';
import { EXAMPLES, PAGES, proseOf, read, tableRows } from './pages';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

const { description } = new Growlytics();

function entriesIn(entry: Entry): Entry[] {
	if ('values' in entry) return entry.values;
	return 'options' in entry ? (entry.options ?? []) : [];
}

function labelOf(entry: Entry): string {
	return 'displayName' in entry ? entry.displayName : entry.name;
}

function labelsIn(entries: readonly Entry[]): string[] {
	return entries.flatMap((entry) => [labelOf(entry), ...labelsIn(entriesIn(entry))]);
}

/** Of all operations, each once, in the order of the first that has them all. */
const OPTIONS = [
	...new Map(
		description.properties
			.filter(({ name }) => name === 'options')
			.flatMap(entriesIn)
			.map((option) => [labelOf(option), option] as const),
	).values(),
].sort((one, other) => labelOf(one).localeCompare(labelOf(other)));
const CREDENTIAL_LABELS = [...new Set(new GrowlyticsApi().properties.map(labelOf))];
const trigger = new GrowlyticsTrigger().description;
const LABELS = [
	...labelsIn(description.properties),
	...CREDENTIAL_LABELS,
	trigger.displayName,
	...labelsIn(trigger.properties),
	...labelsIn(new GrowlyticsWebhookSecretApi().properties),
];

/** Words of n8n's own editor. */
const N8N_LABELS = [
	'HTTP Request',
	'Retry On Fail',
	'On Error',
	'Stop Workflow',
	'Continue',
	'Continue (using error output)',
];

const known = [...LABELS, ...N8N_LABELS];

/** Two words or more, all with capitals but the small ones: other emphasis is prose. */
const isTitle = (text: string) =>
	/^[A-Z][\w-]*(?: (?:[A-Z][\w-]*|a|an|and|as|at|in|of|or|per|the|to|\(using error output\)))+$/.test(
		text,
	);

/** The workflows to import name their nodes and settings themselves. */
const examples = EXAMPLES.map(read).join('\n');
const isInExample = (text: string) => examples.includes(`"${text}"`);

const optionNames = (label: string) =>
	OPTIONS.filter((option) => labelOf(option) === label)
		.flatMap(entriesIn)
		.map(labelOf);
const parameterChoices = (name: string) =>
	description.properties
		.filter((one) => one.name === name)
		.slice(0, 1)
		.flatMap(entriesIn)
		.map(labelOf);
const firstCells = (page: string, column: string) =>
	tableRows(page, column).map(([first = '']) => first);

describe.each(PAGES)('%s', (page) => {
	const prose = proseOf(page).replace(/\s+/g, ' ');

	it('names options that are there, and choices that they have', () => {
		const wrong = [...prose.matchAll(/Options > ((?:[^.,:;()|`*]|\(JSON\))*)/g)].filter(
			([, path = '']) => {
				const [option = '', choice] = path.split(' > ');
				const label = OPTIONS.map(labelOf).find((one) => option.startsWith(one));
				if (label === undefined) return true;
				return choice !== undefined && !optionNames(label).some((one) => choice.startsWith(one));
			},
		);
		expect(wrong.map(([text]) => text)).toEqual([]);
	});

	it('emphasizes as labels only what is one', () => {
		const emphasized = [
			...[...prose.matchAll(/\*\*([^*]+)\*\*/g)].map(([, text = '']) => text),
			...[...prose.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, text = '']) => text),
		];
		expect(
			emphasized.filter(isTitle).filter((text) => !known.includes(text) && !isInExample(text)),
		).toEqual([]);
	});
});

it('docs/options.md describes every option of the first operation, in the order of the node', () => {
	const [first] = description.properties.filter(({ name }) => name === 'options');
	expect(firstCells('docs/options.md', 'Option')).toEqual(first && entriesIn(first).map(labelOf));
});

it('docs/operations.md describes the options that only other operations have', () => {
	const described = firstCells('docs/options.md', 'Option');
	const others = new Set(OPTIONS.map(labelOf).filter((label) => !described.includes(label)));
	expect(firstCells('docs/operations.md', 'Option').sort()).toEqual([...others].sort());
});

it('docs/options.md describes every mapping mode and every field of the credential', () => {
	expect(firstCells('docs/options.md', 'Mode').sort()).toEqual(
		parameterChoices('mappingMode').sort(),
	);
	expect(firstCells('docs/options.md', 'Field')).toEqual(CREDENTIAL_LABELS);
});

it.each(['docs/options.md', 'docs/mapping.md'])(
	'%s describes every type of an attribute',
	(page) => {
		const types = Object.values(attributeTypes).map(({ label }) => label);
		expect(firstCells(page, 'Type')).toEqual(types);
	},
);

it('docs/mapping.md describes what nested values can become', () => {
	const described = firstCells('docs/mapping.md', 'Choice');
	expect(described.sort()).toEqual(optionNames('Nested Values').sort());
});

it('docs/trigger.md describes everything that can call the trigger', () => {
	const [calledBy] = trigger.properties.filter(({ name }) => name === 'calledBy');
	const described = firstCells('docs/trigger.md', 'When Called By');
	expect(described.sort()).toEqual(calledBy && entriesIn(calledBy).map(labelOf).sort());
});
