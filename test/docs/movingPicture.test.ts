/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- test code, never shipped: reads a picture of the repository */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PATH = join(__dirname, '..', '..', 'docs', 'images', 'first-customers.png');
const picture = readFileSync(PATH);

/** What the chunks of a type hold. */
function chunksOf(type: string): Buffer[] {
	const found: Buffer[] = [];
	for (let at = 8; at < picture.length; ) {
		const end = at + 8 + picture.readUInt32BE(at);
		if (picture.toString('latin1', at + 4, at + 8) === type)
			found.push(picture.subarray(at + 8, end));
		at = end + 4;
	}
	return found;
}

const seconds = chunksOf('fcTL').map((data) => data.readUInt16BE(20) / data.readUInt16BE(22));

it('is quickly there', () => {
	expect(picture.length).toBeLessThan(2_000_000);
});

it('is as wide as a page of README', () => {
	const [header = Buffer.alloc(8)] = chunksOf('IHDR');
	expect(header.readUInt32BE(0)).toBe(900);
});

it('moves slowly enough to be read, and ends soon enough to be watched', () => {
	expect(seconds.length).toBeGreaterThan(8);
	expect(Math.min(...seconds)).toBeGreaterThanOrEqual(0.4);
	const length = seconds.reduce((sum, one) => sum + one, 0);
	expect(length).toBeGreaterThan(10);
	expect(length).toBeLessThan(20);
});
