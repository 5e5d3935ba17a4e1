/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: keeps time */
import type { Browser, Page } from 'playwright-core';

/** What the browser showed, from a moment on. */
interface Shot {
	jpeg: string;
	/** Of the browser's clock. */
	seconds: number;
}

/** Where nothing moves, the film goes on after so long: a viewer need not wait for a slow machine. */
const MAX_STILL_SECONDS = 4;
const LAST_SECONDS = 4;
const PER_SECOND = 20;
const QUALITY = 90;
const BITS_PER_SECOND = 4_000_000;

/** Keeps what a page shows while something is done; not past an address of another host, where the browser's film ends. */
export async function filmed(page: Page, scene: () => Promise<void>): Promise<Shot[]> {
	const session = await page.context().newCDPSession(page);
	const shots: Shot[] = [];
	session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
		shots.push({ jpeg: data, seconds: metadata.timestamp ?? performance.now() / 1000 });
		// Not awaited: the page may be closed by then.
		session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
	});
	await session.send('Page.startScreencast', { format: 'jpeg', quality: QUALITY });
	await scene();
	await session.send('Page.stopScreencast');
	await session.detach();
	return shots;
}

/** Plays pictures to a recorder, in a page: each is shown for its milliseconds. */
const PLAYER = `
globalThis.film = [];
globalThis.record = async (width, height, bitsPerSecond) => {
	const canvas = Object.assign(document.createElement('canvas'), { width, height });
	const context = canvas.getContext('2d');
	const recorder = new MediaRecorder(canvas.captureStream(), {
		mimeType: 'video/webm;codecs=vp9',
		videoBitsPerSecond: bitsPerSecond,
	});
	const parts = [];
	recorder.ondataavailable = ({ data }) => parts.push(data);
	const ended = new Promise((resolve) => { recorder.onstop = resolve; });
	// The last picture comes twice: a film ends with the beginning of its last picture.
	for (const [index, { jpeg, ms }] of [...film, { ...film.at(-1), ms: 100 }].entries()) {
		const end = performance.now() + ms;
		const blob = await (await fetch('data:image/jpeg;base64,' + jpeg)).blob();
		context.drawImage(await createImageBitmap(blob), 0, 0, width, height);
		if (index === 0) recorder.start();
		// On a busy machine the film becomes longer: nothing of it is left out.
		await new Promise((resolve) => setTimeout(resolve, end - performance.now()));
	}
	recorder.stop();
	await ended;
	const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
	let text = '';
	for (let at = 0; at < bytes.length; at += 32768) {
		text += String.fromCharCode(...bytes.subarray(at, at + 32768));
	}
	return btoa(text);
};
`;

/** Those that can be told apart by an eye: the first of each twentieth of a second, and the last of all. */
function thinned(shots: readonly Shot[]): Shot[] {
	const slot = (shot: Shot | undefined) => shot && Math.floor(shot.seconds * PER_SECOND);
	return shots.filter(
		(shot, index) => index === shots.length - 1 || slot(shot) !== slot(shots[index - 1]),
	);
}

/**
 * Makes a WebM of what was filmed, by the browser's own recorder: it takes as long as the film lasts. A recorder in a browser
 * leaves the film's length out of the file.
 */
export async function webmOf(
	browser: Browser,
	shots: readonly Shot[],
	{ width, height }: { width: number; height: number },
): Promise<Buffer> {
	const page = await browser.newPage();
	await page.addScriptTag({ content: PLAYER });
	const shown = thinned(shots);
	for (const [index, { jpeg, seconds }] of shown.entries()) {
		const next = shown[index + 1]?.seconds ?? seconds + LAST_SECONDS;
		const ms = 1000 * Math.min(next - seconds, MAX_STILL_SECONDS);
		await page.evaluate(
			(shot) => {
				const film: unknown = Reflect.get(globalThis, 'film');
				if (Array.isArray(film)) film.push(shot);
			},
			{ jpeg, ms },
		);
	}
	const text = await page.evaluate<string>(`record(${width}, ${height}, ${BITS_PER_SECOND})`);
	await page.close();
	return Buffer.from(text, 'base64');
}
