import type { Remark } from '../result/remark';
import { validationErrorSchema } from './schemas';
import { sanitize } from './serverText';

type Path = ReadonlyArray<string | number>;

/**
 * What Growlytics' 422 body says of each attribute, in its own words, with the attribute's name instead of
 * its place in the list.
 * @param body the answer's body
 * @param names the names of the attributes that were sent, in their order
 * @param secret redacted wherever the server repeats it
 * @returns undefined if the body is not the validation error that Growlytics publishes
 */
export function readRefusedAttributes(
	body: unknown,
	names: readonly string[],
	secret: string,
): Remark[] | undefined {
	const parsed = validationErrorSchema.safeParse(body);
	if (!parsed.success) return undefined;
	return parsed.data.details.map(({ message, path }) => ({
		attribute: attributeAt(path, names),
		isAboutId: path[0] === 'id' ? true : undefined,
		message: nameInsteadOfPath(sanitize(message, secret), path, names),
	}));
}

function attributeAt([root, index]: Path, names: readonly string[]): string {
	if (root === 'id') return 'id';
	if (root !== 'attributes') return '';
	return names[Number(index)] ?? '';
}

/** Joi labels what it refuses by its path, e.g. `attributes[3].value`, with or without quotes. */
function nameInsteadOfPath(message: string, path: Path, names: readonly string[]): string {
	const name = attributeAt(path, names);
	if (name === '' || path[0] !== 'attributes') return message;
	const label = `attributes[${path[1]}]`;
	const written = [label, ...path.slice(2)].join('.');
	return [`"${written}"`, written, `"${label}"`, label].reduce(
		(text, searched) => text.replaceAll(searched, () => `"${name}"`),
		message,
	);
}
