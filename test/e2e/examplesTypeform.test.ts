import { readExample } from './examples';
import { finishedExecution } from './executions';
import { reportOf, withPinned } from './recipe';
import { type Scene, openScene } from './scene';
import { runWorkflow } from './workflows';

let scene: Scene;
beforeAll(async () => {
	scene = await openScene();
});
afterAll(async () => await scene?.close());
afterEach(() => scene.growlytics.reset());

/** Answers as the Typeform Trigger gives them (Simplify Answers, Only Answers): questions that were skipped are missing. */
const ONI = {
	'What should we call you?': 'Oni',
	'What is your email address?': 'Oni.Paul@example.com',
	'And your mobile number?': '+919000018001',
	'When were you born?': '1991-12-01',
	'How many people, you included, live in your household at the moment?': 4,
	'Which of our ranges have you tried?': ['Skin care', 'Hair care'],
	'How likely are you to recommend us?': 9,
	'May we write to you?': true,
};
const NOBODY = { 'What should we call you?': 'Nobody', 'May we write to you?': false };
const KIM = {
	'What should we call you?': 'Kim',
	'What is your email address?': 'kim@example.org',
	'How many people, you included, live in your household at the moment?': 1,
	'Which of our ranges have you tried?': ['Food'],
	'How likely are you to recommend us?': 0,
	'May we write to you?': false,
};

const STORED = [
	{
		id: 'oni.paul@example.com',
		updates: 1,
		attributes: [
			{ name: 'name', type: 'string', value: 'Oni' },
			{ name: 'email', type: 'string', value: 'Oni.Paul@example.com' },
			{ name: 'mobile', type: 'string', value: '+919000018001' },
			{ name: 'Birthday', type: 'date', value: '1991-12-01 00:00:00' },
			{ name: 'Household Size', type: 'number', value: 4 },
			{
				name: 'Which of our ranges have you tried?',
				type: 'string',
				value: 'Skin care, Hair care',
			},
			{ name: 'How likely are you to recommend us?', type: 'number', value: 9 },
			{ name: 'May we write to you?', type: 'boolean', value: true },
		],
	},
	{
		id: 'kim@example.org',
		updates: 1,
		attributes: [
			{ name: 'name', type: 'string', value: 'Kim' },
			{ name: 'email', type: 'string', value: 'kim@example.org' },
			{ name: 'Household Size', type: 'number', value: 1 },
			{ name: 'Which of our ranges have you tried?', type: 'string', value: 'Food' },
			{ name: 'How likely are you to recommend us?', type: 'number', value: 0 },
			{ name: 'May we write to you?', type: 'boolean', value: false },
		],
	},
];

async function fillIn(answers: ReadonlyArray<Record<string, unknown>>) {
	const { rest, filesFolder } = scene.n8n;
	const example = readExample('typeform-to-growlytics.json', filesFolder);
	const workflow = await scene.save(withPinned(example, { 'Form Filled In': answers }));
	return await finishedExecution(rest, await runWorkflow(rest, workflow, 'Form Filled In'));
}

test('answers become customers, with a long question under its new name', async () => {
	const execution = await fillIn([ONI, NOBODY, KIM]);
	expect(scene.growlytics.customers()).toEqual(STORED);
	expect(reportOf(execution)).toEqual([
		{
			'What Happened': 'This item was not sent: Customer ID is empty.',
			'What to Do': expect.any(String),
			...NOBODY,
		},
	]);
});

test('one form at a time, as they come in, gives the same attributes and types', async () => {
	for (const answers of [ONI, KIM]) {
		const execution = await fillIn([answers]);
		expect(execution.error).toBeUndefined();
	}
	expect(scene.growlytics.customers()).toEqual(STORED);
});
