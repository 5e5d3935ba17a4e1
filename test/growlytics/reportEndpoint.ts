import type { Answer } from './endpoint';
import { invalid } from './endpoint';
import type { Report } from './reportSchema';
import { checkReport } from './reportSchema';
import type { GrowlyticsSettings } from './settings';
import { UNDOCUMENTED_ANSWERS } from './undocumentedAnswer';

/** POST /custom-connector/production/:key. Whether a report that comes twice is counted twice is not documented: it is. */
export function answerReport(
	json: unknown,
	{ reportAnswer }: Pick<GrowlyticsSettings, 'reportAnswer'>,
	reports: Report[],
): Answer {
	const checked = checkReport(json);
	if ('details' in checked) return invalid(checked.details);
	reports.push(checked.report);
	return UNDOCUMENTED_ANSWERS[reportAnswer];
}
