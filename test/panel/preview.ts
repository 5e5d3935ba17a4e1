import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Together } from '../engine/together';
import { chain, growlytics, node } from '../engine/workflow';

/** What Customer > Preview makes of items: its output, or why it refused the run, in n8n's own engine. */
export async function preview(
	{ engine }: Together,
	items: readonly IDataObject[],
	parameters: INodeParameters,
): Promise<{ output: IDataObject[]; refusal: string | undefined; notice: string | undefined }> {
	const execution = await engine.run(
		chain([
			node('manualTrigger', 'Trigger'),
			growlytics('Growlytics', {
				operation: 'preview',
				show: 'requests',
				customerId: '={{ $json.id }}',
				mappingMode: 'autoMapInputData',
				...parameters,
			}),
		]),
		{ input: items.map((json) => ({ json })) },
	);
	return {
		output: execution.output('Growlytics').map(({ json }) => json),
		refusal: execution.error?.message,
		notice: execution.hints('Growlytics')[0]?.message,
	};
}
