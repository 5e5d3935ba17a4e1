/** n8n marks an expression by a leading `=`. */
export function isExpression(raw: unknown): raw is string {
	return typeof raw === 'string' && raw.startsWith('=');
}

/** @returns whether a parameter, as it is saved, has an expression anywhere in it */
export function holdsExpression(raw: unknown): boolean {
	if (typeof raw !== 'object' || raw === null) return isExpression(raw);
	return Object.values(raw).some(holdsExpression);
}
