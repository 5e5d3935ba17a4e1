import { HEAPS, smallestOf } from './smallestHeap';

test.each([
	['the least', 100],
	['one in between', 550],
	['the greatest', 1000],
	['between two', 520],
])('finds the smallest heap that is enough: %s', async (_, needed) => {
	const tried: number[] = [];
	const { heap, passed } = await smallestOf(HEAPS, async (megabytes) => {
		tried.push(megabytes);
		return await Promise.resolve(megabytes >= needed ? `${megabytes} MB` : undefined);
	});
	expect(heap).toBe(HEAPS.find((megabytes) => megabytes >= needed));
	expect(passed).toBe(`${heap} MB`);
	expect(tried.length).toBeLessThanOrEqual(4);
});

test('says so when none is enough', async () => {
	const none = smallestOf([300, 350], async () => await Promise.resolve(undefined));
	await expect(none).rejects.toThrow('No heap of 300, 350 MB is enough');
});
