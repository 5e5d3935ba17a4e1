/** Stands for the key wherever people look. */
export const REDACTED = '[redacted]';

/** A path as it may be shown: that of a report of an open or click ends with the key, right or wrong. */
export function withoutKey(path: string): string {
	return path.replace(/^(\/custom-connector\/[^/?]*\/)[^/?]+/, `$1${REDACTED}`);
}
