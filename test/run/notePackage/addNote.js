const built = '../../../dist/nodes/Growlytics';
const { deliveryOptionsOf } = require(`${built}/panel/deliveryOptions.js`);
const { optionsOf } = require(`${built}/panel/option.js`);
const { createReading } = require(`${built}/reading/createReading.js`);
const { mapEach } = require(`${built}/run/mapEach.js`);

const subject = {
	one: 'note',
	many: 'notes',
	stored: 'written down',
	counted: 'added',
	idKey: 'book',
	safeToRepeat: '',
};

/** Note > Add: puts a text into a book. Notes of one book are added in their order. */
exports.addNote = {
	resource: { name: 'Note', value: 'note' },
	choice: {
		name: 'Add',
		value: 'add',
		action: 'Add a note',
		description: 'Put a text into a book',
	},
	parameters: [
		{ displayName: 'Book', name: 'book', type: 'string', required: true, default: '' },
		{ displayName: 'Text', name: 'text', type: 'string', default: '' },
		optionsOf(deliveryOptionsOf(subject)),
	],
	subject,
	isRepeatable: false,
	mapItems: async ({ context, itemCount }) => {
		const reading = createReading(context);
		const bookOf = reading.parameter('book', '');
		const textOf = reading.parameter('text', '');
		return {
			items: mapEach(itemCount, (itemIndex) => toNote(bookOf(itemIndex), textOf(itemIndex))),
		};
	},
};

/** Note > Preview: the same, and nothing is sent. */
exports.previewNote = {
	...exports.addNote,
	choice: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview notes',
		description: 'Send nothing',
	},
	mapItems: async (input) => ({ ...(await exports.addNote.mapItems(input)), instead: 'requests' }),
};

function toNote(book, text) {
	if (text === '') {
		return {
			id: book,
			problems: [{ attribute: '', message: 'the note is empty', fix: 'Write something.' }],
		};
	}
	// A book is the place of a customer in the local Growlytics, which knows no notes.
	const body = { id: book, attributes: [{ name: 'Note', type: 'string', value: text }] };
	return {
		id: book,
		key: book,
		request: { method: 'POST', path: '/rest-api/customer', body, attributeNames: ['Note'] },
		output: { characters: text.length },
		warnings:
			text.length < 20 ? [] : [{ attribute: 'Note', message: 'Long notes are seldom read.' }],
	};
}
