/** The parts of a person's name, as forms ask for them, in the order in which they are written. */
const NAME_PARTS = ['prefix', 'first', 'middle', 'last', 'suffix'];

/**
 * The one value that a form took in parts: JotForm's names `{ first, last }`, dates `{ day, month, year }` and phone
 * numbers `{ full }`.
 * @returns undefined if the object is none of these
 */
export function valueOfParts(record: Record<string, unknown>): string | undefined {
	const keys = Object.keys(record);
	if (keys.length > NAME_PARTS.length) return undefined;
	if (!keys.every((key) => isPart(record[key]))) return undefined;
	if (keys.length === 1 && keys[0] === 'full') return textOf(record.full);
	if (isNamePartsOnly(keys)) {
		return NAME_PARTS.map((key) => textOf(record[key]).trim())
			.filter((part) => part !== '')
			.join(' ');
	}
	return dateOfParts(record, keys);
}

function isPart(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number' || value === null;
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isNamePartsOnly(keys: readonly string[]): boolean {
	return (
		keys.includes('first') && keys.includes('last') && keys.every((key) => NAME_PARTS.includes(key))
	);
}

/** Year first, which has one meaning; a date without its year or day is left as the parts that there are. */
function dateOfParts(record: Record<string, unknown>, keys: readonly string[]): string | undefined {
	if (keys.length !== 3) return undefined;
	const [year, month, day] = [record.year, record.month, record.day].map(textOf);
	const isDate =
		/^\d{4}$/.test(year ?? '') && /^\d{1,2}$/.test(month ?? '') && /^\d{1,2}$/.test(day ?? '');
	return isDate
		? `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
		: undefined;
}
