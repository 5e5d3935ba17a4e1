/** `loss`: something is not sent that somebody may miss; `usual`: what nobody misses; `note`: all is sent. */
export type RemarkWeight = 'loss' | 'usual' | 'note';

/** Something that happened to a field, with how many items it happened in. */
export interface CountedRemark {
	/** The field's name, or the attribute's. */
	name: string;
	message: string;
	weight: RemarkWeight;
	items: number;
}

/** What was said of the run's fields, each once, with how often. */
export class CountedRemarks {
	private readonly known = new Map<string, CountedRemark>();

	add(name: string, message: string, weight: RemarkWeight): void {
		const key = `${name}\n${message}`;
		const remark = this.known.get(key);
		if (remark === undefined) this.known.set(key, { name, message, weight, items: 1 });
		else remark.items += 1;
	}

	all(): CountedRemark[] {
		return [...this.known.values()];
	}
}
