/** Lets `perSecond` requests a second through, with at most one second's worth of burst. */
export class TokenBucket {
	private tokens: number;
	private updatedAtMs: number;
	private readonly capacity: number;

	/**
	 * @param perSecond requests a second, 0 for no limit
	 * @param now clock in milliseconds
	 */
	constructor(
		readonly perSecond: number,
		private readonly now: () => number,
	) {
		this.capacity = Math.max(1, perSecond);
		this.tokens = this.capacity;
		this.updatedAtMs = now();
	}

	/** @returns whether one more request may pass now */
	take(): boolean {
		if (this.perSecond === 0) return true;
		const now = this.now();
		const earned = ((now - this.updatedAtMs) / 1000) * this.perSecond;
		this.tokens = Math.min(this.capacity, this.tokens + earned);
		this.updatedAtMs = now;
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}
}
