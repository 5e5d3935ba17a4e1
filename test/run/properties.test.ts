import type { Operation } from '../../nodes/Growlytics/run/operation';
import { toProperties, toSubtitle } from '../../nodes/Growlytics/run/properties';

const subject = {
	one: 'note',
	many: 'notes',
	stored: 'stored',
	counted: 'added',
	idKey: 'book',
	safeToRepeat: '',
	service: 'base' as const,
};

const operation = (
	resource: string,
	choice: string,
	parameters: Operation['parameters'],
): Operation => ({
	resource: { name: resource, value: resource },
	choice: { name: choice, value: choice },
	parameters,
	subject,
	isRepeatable: false,
	mapItems: async () => ({ items: [] }),
});

const text = { displayName: 'Text', name: 'text', type: 'string' as const, default: '' };

const properties = toProperties([
	operation('note', 'add', [text]),
	operation('note', 'remove', []),
	operation('book', 'close', [
		{ ...text, displayOptions: { show: { mode: ['by hand'] }, hide: { '@tool': [true] } } },
	]),
]);

it('offers every resource once, the first by default', () => {
	expect(properties[0]).toMatchObject({
		name: 'resource',
		default: 'note',
		noDataExpression: true,
		options: [{ value: 'note' }, { value: 'book' }],
	});
});

it('offers the operations of the resource that was chosen', () => {
	expect(properties.filter(({ name }) => name === 'operation')).toMatchObject([
		{
			default: 'add',
			displayOptions: { show: { resource: ['note'] } },
			options: [{ value: 'add' }, { value: 'remove' }],
		},
		{
			default: 'close',
			displayOptions: { show: { resource: ['book'] } },
			options: [{ value: 'close' }],
		},
	]);
});

it('shows a parameter for its operation only, and where the operation itself wants it', () => {
	expect(properties.filter(({ name }) => name === 'text')).toEqual([
		{ ...text, displayOptions: { show: { resource: ['note'], operation: ['add'] } } },
		{
			...text,
			displayOptions: {
				show: { resource: ['book'], operation: ['close'], mode: ['by hand'] },
				hide: { '@tool': [true] },
			},
		},
	]);
});

it('has a subtitle for every operation, in the words of the panel', () => {
	const named = (resource: string, value: string, action: string): Operation => ({
		...operation(resource, value, []),
		choice: { name: value, value, action },
	});
	const subtitle = toSubtitle([
		named('note', 'add', 'Add a note'),
		named('note', 'open', 'Open an archived note'),
		named('book', 'close', 'Close books'),
	]);
	expect(subtitle).toBe(
		'={{ ({"note add":"Add note","note open":"Open archived note","book close":"Close books"})[$parameter["resource"] + " " + $parameter["operation"]] }}',
	);
});
