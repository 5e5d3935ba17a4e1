import type { Locator, Page } from 'playwright-core';

const POINTER =
	'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><path d="M4 2v18l5-5 3 7 3-1-3-7h7z" fill="#111" stroke="#fff" stroke-width="1.5"/></svg>';

/** A headless browser shows no pointer, and a picture has no voice: both are drawn over the page. */
const SCRIPT = `
window.addEventListener('DOMContentLoaded', () => {
	const pointer = document.createElement('div');
	pointer.style = 'position:fixed;left:-50px;top:0;z-index:2147483647;pointer-events:none';
	pointer.innerHTML = ${JSON.stringify(POINTER)};
	const caption = document.createElement('div');
	caption.id = 'stage-caption';
	caption.style = 'position:fixed;left:50%;bottom:18px;transform:translateX(-50%);z-index:2147483646;' +
		'pointer-events:none;padding:10px 22px;border-radius:8px;background:#1c2026;color:#fff;' +
		'font:600 21px system-ui,sans-serif;white-space:nowrap;visibility:hidden';
	document.documentElement.append(caption, pointer);
	const follow = ({ clientX, clientY }) => {
		pointer.style.left = clientX - 4 + 'px';
		pointer.style.top = clientY - 2 + 'px';
	};
	for (const type of ['mousemove', 'mousedown', 'mouseup']) window.addEventListener(type, follow, true);
});
`;

/** Has a pointer and captions drawn over every page that is opened from now on. */
export async function prepareStage(page: Page): Promise<void> {
	await page.addInitScript({ content: SCRIPT });
}

export async function showCaption(page: Page, text: string): Promise<void> {
	await page.locator('#stage-caption').evaluate((element, shown) => {
		element.textContent = shown;
		element.setAttribute('style', `${element.getAttribute('style')};visibility:visible`);
	}, text);
}

/** Moves the pointer as a hand does, to where a click on this would be. */
export async function pointAt(page: Page, target: Locator): Promise<void> {
	const box = await target.boundingBox();
	if (!box) throw new Error('Not to be seen');
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 20 });
}
