const MAX_CHARACTERS = 60;

/** The first characters (code points, so that no emoji is cut in half), with an ellipsis if there were more. */
export function shorten(text: string, maxCharacters = MAX_CHARACTERS): string {
	const start = [...text.slice(0, 2 * maxCharacters + 1)];
	if (start.length <= maxCharacters) return text;
	return `${start.slice(0, maxCharacters - 1).join('')}…`;
}
