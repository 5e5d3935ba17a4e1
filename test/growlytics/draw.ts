const FNV_OFFSET_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const GOLDEN_RATIO = 0x9e3779b9;

/** 32-bit FNV-1a over the UTF-16 code units of a text. */
export function hashText(text: string): number {
	let hash = FNV_OFFSET_BASIS;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
	}
	return hash >>> 0;
}

/**
 * A number that depends on its arguments alone, so that a run repeats whatever the order of arrival.
 * FNV-1a by itself barely mixes its high bits: each part goes through MurmurHash3's finaliser.
 *
 * @param textHash hashText of the request's body
 * @returns a uniform number, at least 0 and below 1
 */
export function draw(seed: number, stream: number, textHash: number, attempt: number): number {
	const hash = [seed, stream, attempt].reduce(
		(mixed, part) => mix(mixed + Math.imul(part + 1, GOLDEN_RATIO)),
		mix(textHash),
	);
	return hash / 2 ** 32;
}

function mix(value: number): number {
	let hash = value | 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
