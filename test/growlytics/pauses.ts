/* eslint-disable @n8n/community-nodes/no-restricted-globals -- test code, never shipped: needs setTimeout and clearTimeout */

/** Waits that can all be cut short, so that a closed server leaves no timer behind. */
export class Pauses {
	private readonly waking = new Map<NodeJS.Timeout, (elapsed: boolean) => void>();

	/** @returns whether the time passed; false when the wait was cut short */
	async wait(ms: number): Promise<boolean> {
		return await new Promise<boolean>((resolve) => {
			const timer = setTimeout(() => {
				this.waking.delete(timer);
				resolve(true);
			}, ms);
			this.waking.set(timer, resolve);
		});
	}

	cutShort(): void {
		for (const [timer, resolve] of this.waking) {
			clearTimeout(timer);
			resolve(false);
		}
		this.waking.clear();
	}
}
