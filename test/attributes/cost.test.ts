import { mapAutomatically } from './mapping';

/** How often the fields of items are looked at while they are mapped: work that no clock's luck can change. */
function looksAt(items: number, missing: number): number {
	let looks = 0;
	const list = Array.from({ length: items }, () => {
		const fields: Record<string, unknown> = { City: 'Pune', Age: 3 };
		return new Proxy(fields, {
			get: (target, key) => {
				looks += 1;
				return Reflect.get(target, key);
			},
			getOwnPropertyDescriptor: (target, key) => {
				looks += 1;
				return Reflect.getOwnPropertyDescriptor(target, key);
			},
			has: (target, key) => {
				looks += 1;
				return Reflect.has(target, key);
			},
		});
	});
	const names = Array.from({ length: missing }, (_, index) => `missing ${index}`);
	const options = {
		include: 'except' as const,
		fields: names,
		attributeTypes: Object.fromEntries(names.map((name) => [name, 'number' as const])),
		renames: Object.fromEntries(names.map((name) => [name, `new ${name}`])),
	};
	const { mapped } = mapAutomatically(list, options);
	expect(mapped.missedFields).toHaveLength(missing);
	expect(mapped.missedTypes).toHaveLength(missing);
	expect(mapped.missedRenames).toHaveLength(missing);
	return looks;
}

it('costs what items and names cost, never their product: 1,000 missing names', () => {
	const [few, many] = [looksAt(2_000, 10), looksAt(2_000, 1_000)];
	expect(many).toBeLessThan(2 * few);
	expect(looksAt(4_000, 1_000)).toBeLessThan(2.5 * many);
});

it('ends with 1,000 missing names and 20,000 items', () => {
	looksAt(20_000, 1_000);
});
