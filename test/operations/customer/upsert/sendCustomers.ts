import type { INodeParameters } from 'n8n-workflow';
import type { Execution } from '../../../engine/execution';
import type { Together } from '../../../engine/together';
import { chain, growlytics, node } from '../../../engine/workflow';
import type { LocalGrowlytics } from '../../../growlytics/server';

export interface Setup {
	/** Their number, as customers '1', '2' ...; or what they hold, an id among it. */
	items?: number | ReadonlyArray<{ id: string; [field: string]: string | number }>;
	options?: INodeParameters;
	/** Beside Customer ID, Mapping Mode and Options. */
	parameters?: INodeParameters;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	credential?: Record<string, string>;
	settings?: { retryOnFail?: boolean };
}

/** Sends customers, by default '1' to '5', with all that their items hold. */
export async function sendCustomers(
	{ engine, credentials }: Together,
	{
		items = 5,
		options = {},
		parameters = {},
		onError = 'continueErrorOutput',
		credential,
		settings,
	}: Setup = {},
): Promise<Execution> {
	const rows =
		typeof items === 'number'
			? Array.from({ length: items }, (_, index) => ({ id: `${index + 1}`, City: 'Pune' }))
			: items;
	return await engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics(
				'Growlytics',
				{
					customerId: '={{ $json.id }}',
					mappingMode: 'autoMapInputData',
					options: { timeout: 2000, maxRetries: 2, ...options },
					...parameters,
				},
				{ onError, ...settings },
			),
		]),
		{
			input: rows.map((json) => ({ json: { ...json } })),
			...(credential ? { credentials: credentials(credential) } : {}),
		},
	);
}

/** How many requests came for each customer. */
export function requestCounts(growlytics: LocalGrowlytics): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { customerId } of growlytics.requests()) {
		counts[String(customerId)] = (counts[String(customerId)] ?? 0) + 1;
	}
	return counts;
}
