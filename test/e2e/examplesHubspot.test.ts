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
afterEach(() => {
	scene.growlytics.configure({ faults: [] });
	scene.growlytics.reset();
});

/** A contact as HubSpot > Contact > Search gives it (CRM API v3): every property is text or null. */
function contact(id: string, properties: Record<string, string | null>) {
	const times = {
		createdate: '2026-01-31T13:44:15.123Z',
		lastmodifieddate: '2026-11-01T04:30:00Z',
	};
	return {
		id,
		properties: { ...times, hs_object_id: id, ...properties },
		createdAt: times.createdate,
		updatedAt: times.lastmodifieddate,
		archived: false,
	};
}

const RHEA = contact('101', {
	email: 'Rhea.Das@example.com',
	firstname: 'Rhea',
	lastname: 'Das',
	mobilephone: '+919000080001',
	city: 'Kolkata',
	zip: '700001',
	lifecyclestage: 'customer',
	num_associated_deals: '2',
	total_revenue: '12500.5',
	hs_email_optout: 'false',
});
const BEN = contact('102', {
	email: 'ben.lau@example.org',
	firstname: 'Ben',
	lastname: null,
	mobilephone: null,
	city: null,
	zip: null,
	lifecyclestage: 'lead',
	num_associated_deals: null,
	total_revenue: null,
	hs_email_optout: 'true',
});
const TWO = contact('103', { email: 'a@example.com; b@example.com', firstname: 'Two' });
const REFUSED = contact('104', { email: 'refused@example.com', firstname: 'Ria' });

test.each(['Start', 'Every Morning'])(
	'from %s, the contacts are stored or reported',
	async (trigger) => {
		const { growlytics, n8n } = scene;
		growlytics.configure({
			faults: [{ kind: 'status', status: 422, customers: ['refused@example.com'] }],
		});
		const example = readExample('hubspot-contacts-to-growlytics.json', n8n.filesFolder);
		const contacts = [RHEA, TWO, BEN, REFUSED];
		const workflow = await scene.save(withPinned(example, { 'Find Contacts': contacts }));
		const execution = await finishedExecution(
			n8n.rest,
			await runWorkflow(n8n.rest, workflow, trigger),
		);

		expect(growlytics.customers()).toEqual([
			{
				id: 'rhea.das@example.com',
				updates: 1,
				attributes: [
					{ name: 'name', type: 'string', value: 'Rhea Das' },
					{ name: 'email', type: 'string', value: 'Rhea.Das@example.com' },
					{ name: 'mobile', type: 'string', value: '+919000080001' },
					{ name: 'createdate', type: 'date', value: '2026-01-31 13:44:15' },
					{ name: 'lastmodifieddate', type: 'date', value: '2026-11-01 04:30:00' },
					{ name: 'hs_object_id', type: 'string', value: '101' },
					{ name: 'firstname', type: 'string', value: 'Rhea' },
					{ name: 'lastname', type: 'string', value: 'Das' },
					{ name: 'city', type: 'string', value: 'Kolkata' },
					{ name: 'zip', type: 'string', value: '700001' },
					{ name: 'lifecyclestage', type: 'string', value: 'customer' },
					{ name: 'num_associated_deals', type: 'number', value: 2 },
					{ name: 'total_revenue', type: 'number', value: 12500.5 },
					{ name: 'hs_email_optout', type: 'boolean', value: false },
				],
			},
			{
				id: 'ben.lau@example.org',
				updates: 1,
				attributes: [
					{ name: 'name', type: 'string', value: 'Ben' },
					{ name: 'email', type: 'string', value: 'ben.lau@example.org' },
					{ name: 'createdate', type: 'date', value: '2026-01-31 13:44:15' },
					{ name: 'lastmodifieddate', type: 'date', value: '2026-11-01 04:30:00' },
					{ name: 'hs_object_id', type: 'string', value: '102' },
					{ name: 'firstname', type: 'string', value: 'Ben' },
					{ name: 'lifecyclestage', type: 'string', value: 'lead' },
					{ name: 'hs_email_optout', type: 'boolean', value: true },
				],
			},
		]);
		expect(reportOf(execution)).toEqual([
			{
				'What Happened': expect.stringContaining('a@example.com; b@example.com'),
				'What to Do': expect.any(String),
				...TWO,
			},
			{
				'What Happened': expect.stringContaining('Growlytics refused it (HTTP 422)'),
				'What to Do': expect.any(String),
				...REFUSED,
			},
		]);
	},
);
