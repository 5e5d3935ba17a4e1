/** Text as it has to be written where n8n shows HTML: hints, error descriptions, and text from a server. */
export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
