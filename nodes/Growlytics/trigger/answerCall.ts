import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readConnectorMessage } from './connectorMessage';
import { readCoupon } from './coupon';
import { isTooDeep } from './plainData';
import type { Received, ReceivedCall, Refusal } from './received';
import { notWhatIsAwaited } from './received';
import { SECRET_PARAMETER, refusedForSecret } from './secret';

/** By the value of When Called By. */
const READERS: ReadonlyMap<unknown, (call: ReceivedCall) => Received> = new Map([
	['connectorMessage', readConnectorMessage],
	['couponCreated', readCoupon],
]);

/** The credential's name. */
const SECRET_CREDENTIAL = 'growlyticsWebhookSecretApi';

/**
 * Starts the workflow, which n8n answers with 200, or answers why it does not start. Never throws: n8n would start the
 * workflow with an error for its item.
 */
export async function answerCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { [SECRET_PARAMETER]: secret, ...query } = plainObject(context.getQueryData());
	const received = await receive(context, secret, {
		headers: plainObject(context.getHeaderData()),
		body: context.getBodyData(),
		query,
		arrivedAt: Date.now(),
	});
	if ('refusal' in received) return refuse(context, received.refusal);
	return { workflowData: [[{ json: received.json }]] };
}

async function receive(
	context: IWebhookFunctions,
	secret: unknown,
	call: ReceivedCall,
): Promise<Received> {
	const refusal = await refusedByAuthentication(context, secret);
	if (refusal !== undefined) return { refusal };
	const read = READERS.get(context.getNodeParameter('calledBy', 'couponCreated'));
	if (read === undefined) return notWhatIsAwaited('This workflow does not know what calls it.');
	const { body, query } = call;
	if (isTooDeep([body, query])) return notWhatIsAwaited('The body is nested too deeply.');
	return read(call);
}

/** What cannot be read lets nobody in. */
async function refusedByAuthentication(
	context: IWebhookFunctions,
	secret: unknown,
): Promise<Refusal | undefined> {
	if (context.getNodeParameter('authentication', 'none') === 'none') return undefined;
	const data = await context.getCredentials(SECRET_CREDENTIAL).catch(() => undefined);
	return refusedForSecret(secret, data?.secret);
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	context.getResponseObject().status(status).json({ success: false, message });
	return { noWebhookResponse: true };
}

function plainObject(value: object): Readonly<Record<string, unknown>> {
	return { ...value };
}
