/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads the sources of the node */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { customerSubject } from '../../nodes/Growlytics/operations/customer/customerSubject';
import { SERVICES } from '../../nodes/Growlytics/service';
import { proseOf, tableRows } from './pages';

const NODE = join(__dirname, '..', '..', 'nodes', 'Growlytics');
const sources = readdirSync(NODE, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => readFileSync(join(NODE, name), 'utf8'))
	.join('\n')
	// As the operation that the page is about says it.
	.replaceAll('${one}', customerSubject.one)
	.replaceAll('${many}', customerSubject.many)
	.replaceAll('${name}', `the ${SERVICES[customerSubject.service].label}`);

const REASONS = ['invalid', 'refused', 'unauthorized', 'rateLimited', 'unreachable', 'notSent'];
const rows = tableRows('docs/errors.md', 'Reason');

it.each(['README.md', 'docs/errors.md'])('%s has every reason', (page) => {
	const [first] = [...sources.matchAll(/export type Reason =([^;]+);/g)];
	const known = [...(first?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, reason]) => reason);
	expect(known).toEqual(REASONS);
	const reasons = tableRows(page, 'Reason').map(([reason = '']) => reason.replaceAll('`', ''));
	expect(new Set(reasons)).toEqual(new Set(known));
});

/** A message as the page quotes it: parts in quotation marks are the node's own words. */
const quoted = rows.flatMap(([, says = '']) =>
	[...says.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text),
);

it('the page quotes messages in nearly every row', () => {
	expect(quoted.length).toBeGreaterThan(15);
});

it.each(quoted)('the page quotes the node: %s', (text) => {
	expect(sources).toContain(text);
});

it('docs/delivery.md sums up a run as the node does', () => {
	const sums = [...proseOf('docs/delivery.md').matchAll(/`([\d,]+ items: [^`]+)`/g)];
	const labels = sums.flatMap(([, sum = '']) => [...sum.matchAll(/\d ([a-z ]+)(?=[,;.])/g)]);
	expect(labels.length).toBeGreaterThan(4);
	const words = labels.map(([, label = '']) => label).filter((label) => label !== 'retried');
	expect(words.filter((label) => !sources.includes(`'${label}'`))).toEqual([]);
});
