/** Tables on a wide screen; on a narrow one each row is a card, each cell with its label. */
export const STYLE = `
:root { color-scheme: light dark; --line: #d5d8de; --soft: #5f6673; --warn: #fff3d6; --back: #fff; --text: #1c2026; }
@media (prefers-color-scheme: dark) {
	:root { --line: #3b414b; --soft: #a2a9b5; --warn: #4a3a10; --back: #16191e; --text: #e6e8ec; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1100px; padding: 16px; background: var(--back); color: var(--text);
	font: 15px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 24px; }
h2 { margin: 28px 0 8px; font-size: 18px; }
p { margin: 6px 0; }
small, header p { color: var(--soft); }
header .warning { padding: 10px 12px; border-radius: 6px; background: var(--warn); color: inherit; }
a { color: inherit; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 600; color: var(--soft); white-space: nowrap; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 2px 16px;
	margin: 0; padding: 0; list-style: none; }
#customers td:first-child, #events td:nth-child(-n+2) { width: 20%; }
#customers td:last-child, #requests td:first-child { width: 1%; white-space: nowrap; }
@media (max-width: 640px) {
	thead { display: none; }
	tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
	td { display: block; width: auto !important; padding: 2px 0; border: 0; }
	td:empty { display: none; }
	td::before { content: attr(data-label) ": "; color: var(--soft); }
}
`;
