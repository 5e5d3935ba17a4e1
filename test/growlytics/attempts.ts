import { createHash } from 'node:crypto';

/** Counts how often the same body has come. */
export class Attempts {
	private readonly counts = new Map<string, number>();

	/** @returns the number of this attempt, from 1 */
	count(body: string): number {
		// A digest, so that 100,000 bodies need not be kept.
		const key = createHash('sha1').update(body).digest('base64');
		const attempt = (this.counts.get(key) ?? 0) + 1;
		this.counts.set(key, attempt);
		return attempt;
	}

	reset(): void {
		this.counts.clear();
	}
}
