/** @returns whether a value stands for "nothing known": 0, false and " " are values */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
