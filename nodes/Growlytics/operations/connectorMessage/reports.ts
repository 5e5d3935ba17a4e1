import type { Problem } from '../../result/remark';
import { trimUnseen } from '../../values/characters';
import { plainDigits } from '../../values/digits';
import { nothing } from '../../values/nothing';
import { show } from '../../values/show';
import type { MessageReport } from './request';
import { ACTIONS } from './request';

const SET_TOKEN =
	'Set Message Token to the token that came with the message: Growlytics Trigger gives it as token. Keep it until the message is opened, e.g. as a reference that you give to the vendor.';

/**
 * Makes a report of what was entered, or says everything that is wrong with it. Pure.
 * @returns the token wherever it can be used
 */
export function toReport(
	enteredToken: unknown,
	enteredAction: unknown,
): { report: MessageReport } | { token: string | undefined; problems: Problem[] } {
	const token = toMessageToken(enteredToken);
	const action = ACTIONS.find((one) => one === enteredAction);
	if (typeof token === 'string' && action !== undefined) return { report: { token, action } };
	const ofAction = action === undefined ? [wrongAction(enteredAction)] : [];
	return typeof token === 'string'
		? { token, problems: ofAction }
		: { token: undefined, problems: [token, ...ofAction] };
}

/** A token is nobody's text: nothing of it is changed but what nobody sees around it. */
function toMessageToken(value: unknown): string | Problem {
	const written = Number.isSafeInteger(value) ? plainDigits(Number(value)) : value;
	const kind = nothing(written);
	if (kind === 'blank') return problem('Message Token is empty', SET_TOKEN);
	if (kind === 'word' || typeof written !== 'string' || written === '[object Object]') {
		return problem(`Message Token is ${show(value)}, which is no message's token`, SET_TOKEN);
	}
	return trimUnseen(written);
}

function wrongAction(value: unknown): Problem {
	return problem(
		`Action is ${show(value)}, and Growlytics takes ${ACTIONS.join(' or ')}`,
		`Let the expression of Action give ${ACTIONS.join(' or ')}.`,
	);
}

function problem(message: string, fix: string): Problem {
	return { attribute: '', message, fix };
}
