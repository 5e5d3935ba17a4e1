import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { CredentialData } from '../../engine/credentials';
import type { Execution } from '../../engine/execution';
import type { Together } from '../../engine/together';
import { type NodeSettings, chain, growlytics, node } from '../../engine/workflow';

/** A product of a shop, as an item holds it. */
export const SHIRT = {
	id: '7',
	name: 'Shirt',
	image: 'https://shop.example/7.png',
	url: 'https://shop.example/7',
	price: 499.5,
};

export interface Setup {
	items?: readonly IDataObject[];
	/** Over those that take each field of the item. */
	parameters?: INodeParameters;
	onError?: NodeSettings['onError'];
	credential?: CredentialData;
}

const UPSERT: INodeParameters = {
	operation: 'upsert',
	productName: '={{ $json.name }}',
	imageUrl: '={{ $json.image }}',
	productUrl: '={{ $json.url }}',
	price: '={{ $json.price }}',
};

/** Runs Product > Create or Update, by default for one shirt. */
export async function sendProducts(together: Together, setup: Setup = {}): Promise<Execution> {
	const { items = [SHIRT], parameters = {} } = setup;
	return await run(together, { ...setup, items, parameters: { ...UPSERT, ...parameters } });
}

/** Runs Product > Delete for the items' ids. */
export async function deleteProducts(
	together: Together,
	ids: readonly string[],
	setup: Omit<Setup, 'items'> = {},
): Promise<Execution> {
	const parameters = { operation: 'delete', ...setup.parameters };
	return await run(together, { ...setup, items: ids.map((id) => ({ id })), parameters });
}

async function run(
	{ engine, credentials }: Together,
	{ items = [], parameters, onError = 'continueErrorOutput', credential = {} }: Setup,
): Promise<Execution> {
	return await engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics(
				'Growlytics',
				{ resource: 'product', productId: '={{ $json.id }}', ...parameters },
				{ onError },
			),
		]),
		{ input: items.map((json) => ({ json })), credentials: credentials(credential) },
	);
}

/** What failed items say: their message, or what else is asked for. */
export function errorsOf(execution: Execution, key = 'message'): unknown[] {
	return execution.output('Growlytics', 1).map(({ json }) => Object(json.error)[key]);
}
