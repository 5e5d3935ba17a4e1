import { createCredential } from '../credentials';
import { findSecret } from '../keySearch';
import { type SharedN8n, sharedN8n } from '../sharedN8n';
import { type Call, publishTrigger } from '../triggers';

const TYPE = 'growlyticsWebhookSecretApi';
/** As a user makes one. */
const RIGHT = 'p3kV9xQ2mW8rT5zL7nB4';

let n8n: SharedN8n;
beforeAll(() => {
	n8n = sharedN8n();
});

const json = (body: unknown, headers: Record<string, string> = {}): Call => ({
	body: JSON.stringify(body),
	headers: { 'content-type': 'application/json', ...headers },
});

test('a coupon starts a workflow, and what is none does not', async () => {
	const coupon = await publishTrigger(n8n, 'version-coupons', {}, json({ code: 'SURE' }));
	expect(await coupon.call(json({ code: 'A', applicableOn: 'Order' }))).toMatchObject({
		status: 200,
		text: '{"success":true}',
		items: [{ code: 'A', applicableOn: 'order', expiresAtFromArrival: null }],
	});
	expect(await coupon.call(json({}))).toMatchObject({
		status: 400,
		text: '{"success":false,"message":"This is no coupon: code is missing."}',
		items: undefined,
	});
	expect(await coupon.call({ method: 'GET' })).toMatchObject({ status: 404, items: undefined });
});

test('a connector message starts a workflow for who has the secret, which is kept nowhere', async () => {
	const credential = await createCredential(n8n.rest, TYPE, 'Webhook secret', { secret: RIGHT });
	const message = json({ text: 'Hi' }, { 'x-growlytics-token': 'm-1', cookie: 'session=1' });
	const right = { ...message, query: `?secret=${RIGHT}&a=b` };
	const connector = await publishTrigger(
		n8n,
		'version-messages',
		{ calledBy: 'connectorMessage', authentication: 'secret' },
		right,
		{ [TYPE]: credential },
	);
	const called = await connector.call(right);
	expect(called).toMatchObject({ status: 200 });
	expect(called.items).toEqual([{ token: 'm-1', body: { text: 'Hi' }, query: { a: 'b' } }]);
	expect(findSecret(called.kept, RIGHT)).toEqual([]);
	expect(called.kept).not.toContain('session=1');
	expect(await connector.call(message)).toMatchObject({ status: 401, items: undefined });
	expect(await connector.call({ ...message, query: '?secret=wrong' })).toMatchObject({
		status: 403,
		items: undefined,
	});
});
