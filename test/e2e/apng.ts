/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: checksums of PNG chunks */
import { crc32 } from 'node:zlib';

/** One picture of several, in PNG, and how long it is shown. */
export interface Frame {
	png: Buffer;
	seconds: number;
}

interface Chunk {
	type: string;
	data: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TICKS_PER_SECOND = 1000;

function chunksOf(png: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE.length; at < png.length; ) {
		const end = at + 8 + png.readUInt32BE(at);
		chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) });
		at = end + 4;
	}
	return chunks;
}

function written({ type, data }: Chunk): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([numbers(data.length), typed, numbers(crc32(typed))]);
}

function numbers(...values: number[]): Buffer {
	const buffer = Buffer.alloc(4 * values.length);
	values.forEach((value, index) => buffer.writeUInt32BE(value, 4 * index));
	return buffer;
}

/** `fcTL`: the whole picture is replaced. */
function frameControl(sequence: number, header: Buffer, seconds: number): Chunk {
	const ticks = Buffer.alloc(6);
	ticks.writeUInt16BE(Math.round(seconds * TICKS_PER_SECOND), 0);
	ticks.writeUInt16BE(TICKS_PER_SECOND, 2);
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	return { type: 'fcTL', data: Buffer.concat([numbers(sequence, width, height, 0, 0), ticks]) };
}

function partsOf(png: Buffer): { header: Buffer; image: Buffer[] } {
	const chunks = chunksOf(png);
	const header = chunks.find(({ type }) => type === 'IHDR')?.data;
	if (header === undefined) throw new Error('This is no PNG');
	if (chunks.some(({ type }) => type === 'PLTE'))
		throw new Error('This PNG has colours of its own');
	return { header, image: chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data) };
}

/**
 * Joins pictures to one that moves, without end: an animated PNG (PNG Specification, third edition). Nothing of a
 * picture is lost, and what shows no animation shows the first one.
 *
 * @throws Error when the pictures differ in size or in how they hold colours
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
	const parts = frames.map(({ png, seconds }) => ({ ...partsOf(png), seconds }));
	const [first] = parts;
	if (first === undefined) throw new Error('There is no picture');
	if (parts.some(({ header }) => !header.equals(first.header))) {
		throw new Error('The pictures differ in size or colours');
	}
	let sequence = 0;
	const chunks = parts.flatMap(({ header, image, seconds }, index): Chunk[] => [
		frameControl(sequence++, header, seconds),
		...image.map((data) =>
			index === 0
				? { type: 'IDAT', data }
				: { type: 'fdAT', data: Buffer.concat([numbers(sequence++), data]) },
		),
	]);
	return Buffer.concat([
		SIGNATURE,
		...[
			{ type: 'IHDR', data: first.header },
			{ type: 'acTL', data: numbers(frames.length, 0) },
			...chunks,
			{ type: 'IEND', data: Buffer.alloc(0) },
		].map(written),
	]);
}
