import type { Browser } from 'playwright-core';
import { type Frame, animatedPng } from './apng';
import type { Credential } from './credentials';
import { openEditor } from './editor';
import type { Rest } from './rest';
import { prepareStage } from './stage';
import { storyWorkflow, tellFirstCustomers } from './story';
import { createWorkflow, withCredentials } from './workflows';

/** What the node's window needs to show three panels, and how wide the picture is for it. */
const WINDOW = { width: 1200, height: 700 };
const PICTURE_WIDTH = 900;

/** The shortcuts to the nodes before and after, and n8n's praise for the first field that a user drags. */
const STYLE = '[data-test-id="floating-nodes"], .el-notification { display: none !important }';

/** Pictures of the story of the first customers in n8n's editor, joined to one that moves. */
export async function takeMovingPicture(
	browser: Browser,
	rest: Rest,
	credential: Credential,
): Promise<Buffer> {
	const chosen = withCredentials(storyWorkflow(), { growlyticsApi: credential });
	const { id } = await createWorkflow(rest, chosen);
	const scale = PICTURE_WIDTH / WINDOW.width;
	const editor = await openEditor(browser, rest, { ...WINDOW, scale });
	await prepareStage(editor.page);
	await editor.openNode(id);
	const frames: Frame[] = [];
	await tellFirstCustomers(editor, async (seconds) => {
		const png = await editor.page.screenshot({ animations: 'disabled', style: STYLE });
		frames.push({ png, seconds });
	});
	await editor.page.context().close();
	return animatedPng(frames);
}
