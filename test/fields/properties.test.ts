import fc from 'fast-check';

import { readFieldNames } from '../../nodes/Growlytics/fields/fieldNames';
import type { FieldSettings } from '../../nodes/Growlytics/fields/fieldReader';
import { FieldReader } from '../../nodes/Growlytics/fields/fieldReader';

type Item = Record<string, unknown>;

function read(item: Item, settings: Partial<FieldSettings> = {}) {
	return new FieldReader({
		include: 'all',
		fields: [],
		nestedValues: 'readable',
		...settings,
	}).read(item);
}

describe('any item', () => {
	const nestings = ['error', 'flatten', 'json', 'readable', 'skip'] as const;
	const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
	const key = fc.oneof(
		fc.string(),
		fc.constantFrom(
			'properties',
			'fields',
			'data',
			'body',
			'value',
			'label',
			'primary',
			'id',
			'type',
		),
	);
	const { any } = fc.letrec<{ any: unknown }>((tie) => ({
		any: fc.oneof(
			{ maxDepth: 4 },
			scalar,
			fc.array(tie('any'), { maxLength: 4 }),
			fc.dictionary(key, tie('any'), { maxKeys: 5 }),
		),
	}));
	const item = fc.dictionary(key, any, { maxKeys: 6 });

	it('gives values only, changes nothing, and tells the same twice', () => {
		fc.assert(
			fc.property(item, fc.constantFrom(...nestings), (one, nestedValues) => {
				const before = JSON.stringify(one);
				const first = read(one, { nestedValues });
				expect(JSON.stringify(one)).toBe(before);
				expect(read(one, { nestedValues })).toEqual(first);
				for (const { value } of first.leaves) {
					expect(['string', 'number', 'boolean'].includes(typeof value) || value === null).toBe(
						true,
					);
				}
			}),
		);
	});

	it('is silent about no value: each is sent, or something is said of it', () => {
		fc.assert(
			fc.property(item, (one) => {
				const { leaves, changes } = read(one, { nestedValues: 'flatten' });
				const isLost = Object.entries(one).some(
					([name, value]) =>
						!leaves.some((leaf) => leaf.path === name || leaf.path.startsWith(`${name}.`)) &&
						!changes.some((change) => change.name === name || change.name.startsWith(`${name}.`)) &&
						!(typeof value === 'object' && value !== null),
				);
				expect(isLost).toBe(false);
			}),
		);
	});

	it('gives what was selected alone, and all but what was excluded', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), scalar),
				fc.subarray(['a', 'b', 'x']),
				(one, names) => {
					const fields = readFieldNames(names);
					const of = (include: 'except' | 'selected') =>
						read(one, { include, fields }).leaves.map(({ name }) => name);
					expect(of('selected').sort()).toEqual(
						Object.keys(one)
							.filter((name) => names.includes(name))
							.sort(),
					);
					expect(of('except').sort()).toEqual(
						Object.keys(one)
							.filter((name) => !names.includes(name))
							.sort(),
					);
				},
			),
		);
	});
});
