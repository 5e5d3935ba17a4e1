/** Lets so many in at once; the others wait outside, first come, first served. */
export class Gate {
	private inside = 0;
	private readonly outside: Array<() => void> = [];

	/** The most that have waited at once. */
	peakWaiting = 0;

	constructor(private readonly capacity = Infinity) {}

	async enter(): Promise<void> {
		if (this.inside < this.capacity) {
			this.inside += 1;
			return;
		}
		await new Promise<void>((resolve) => {
			this.outside.push(resolve);
			this.peakWaiting = Math.max(this.peakWaiting, this.outside.length);
		});
	}

	/** Whoever has waited longest takes the place. */
	leave(): void {
		const next = this.outside.shift();
		if (next) next();
		else this.inside -= 1;
	}
}
