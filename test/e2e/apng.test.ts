/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: makes small PNG files */
import { crc32, deflateSync } from 'node:zlib';
import { animatedPng } from './apng';

function chunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(typed));
	return Buffer.concat([length, typed, sum]);
}

/** A picture of one colour, its image in two chunks. */
function png([red, green, blue]: [number, number, number], size = 2): Buffer {
	const header = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 2, 0, 0, 0]);
	const row = [0, ...Array.from({ length: size }, () => [red, green, blue]).flat()];
	const image = deflateSync(Buffer.from(Array.from({ length: size }, () => row).flat()));
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', header),
		chunk('IDAT', image.subarray(0, 5)),
		chunk('IDAT', image.subarray(5)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

const RED = png([255, 0, 0]);
const BLUE = png([0, 0, 255]);

/** Type and data of each chunk, the data in hexadecimal; throws where a checksum is wrong. */
function chunksOf(file: Buffer): Array<[string, string]> {
	const chunks: Array<[string, string]> = [];
	for (let at = 8; at < file.length; ) {
		const end = at + 8 + file.readUInt32BE(at);
		expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
		chunks.push([file.toString('latin1', at + 4, at + 8), file.toString('hex', at + 8, end)]);
		at = end + 4;
	}
	return chunks;
}

test('joins pictures, each with its time, in the order of the specification', () => {
	const moving = animatedPng([
		{ png: RED, seconds: 1.5 },
		{ png: BLUE, seconds: 0.25 },
	]);
	const images = (file: Buffer) =>
		chunksOf(file).flatMap(([type, data]) => (type === 'IDAT' ? [data] : []));
	const [red1 = '', red2 = ''] = images(RED);
	const [blue1 = '', blue2 = ''] = images(BLUE);
	const whole = '00000002000000020000000000000000';
	expect(chunksOf(moving)).toEqual([
		['IHDR', '00000002000000020802000000'],
		['acTL', '0000000200000000'],
		['fcTL', `00000000${whole}05dc03e80000`],
		['IDAT', red1],
		['IDAT', red2],
		['fcTL', `00000001${whole}00fa03e80000`],
		['fdAT', `00000002${blue1}`],
		['fdAT', `00000003${blue2}`],
		['IEND', ''],
	]);
});

test.each([
	['no picture', [], 'There is no picture'],
	['pictures of two sizes', [RED, png([0, 0, 0], 3)], 'differ in size'],
	['something else', [Buffer.from('GIF89a and more, but no PNG')], 'This is no PNG'],
])('refuses %s', (_what, pictures, message) => {
	expect(() => animatedPng(pictures.map((one) => ({ png: one, seconds: 1 })))).toThrow(message);
});
