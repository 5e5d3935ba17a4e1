import { escapeHtml } from '../../nodes/Growlytics/result/html';

it.each([
	['plain text', 'plain text'],
	['<script>a && b</script>', '&lt;script&gt;a &amp;&amp; b&lt;/script&gt;'],
	['&lt;', '&amp;lt;'],
	['', ''],
])('%j', (text, html) => {
	expect(escapeHtml(text)).toBe(html);
});
