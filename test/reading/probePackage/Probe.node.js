const { inspect } = require('node:util');
const built = '../../../dist/nodes/Growlytics';
const { Growlytics } = require(`${built}/Growlytics.node.js`);
const { createReading } = require(`${built}/reading/createReading.js`);

const PARAMETERS = [
	['customerId', ''],
	['standardAttributes', {}],
	['customAttributes', {}],
	['attributesJson', '{}'],
	['includeFields', ''],
	['options', {}],
	['options.emptyValues', ''],
];

/** Type and content: -0 is not 0, missing is not undefined, a date is not its text. */
function outcome(read) {
	try {
		return inspect(read(), { depth: 10, maxStringLength: null });
	} catch (error) {
		return `throws ${error.message}`;
	}
}

/** Has the parameters of the Growlytics node and reads each of them for every item as that node does, and by n8n alone. */
exports.Probe = class Probe {
	constructor() {
		const { description } = new Growlytics();
		this.description = { ...description, name: 'probe', credentials: [] };
	}

	async execute() {
		const joining = readersOf(this);
		// What is read without n8n even where nothing can be evaluated together, is read from the item.
		const direct = readersOf(this, { evaluateExpression: () => undefined });
		const items = this.getInputData().map(({ json: given }, item) => {
			const counts = { direct: 0, joined: 0 };
			const differences = [];
			for (const [index, [name, fallback]] of PARAMETERS.entries()) {
				const ours = joining.read(index, item);
				if (joining.hasExpression(index) && ours.calls === 0) {
					const isDirect = direct.read(index, item).calls === 0;
					counts[isDirect ? 'direct' : 'joined'] += 1;
				}
				const theirs = outcome(() => this.getNodeParameter(name, item, fallback));
				if (ours.value !== theirs) {
					differences.push({ name, ours: ours.value, theirs, given: inspect(given, { depth: 5 }) });
				}
			}
			const evaluations = joining.evaluations();
			return { json: { ...counts, evaluations, differences }, pairedItem: { item } };
		});
		return [items];
	}
};

/** Counts how often n8n is asked for a parameter. */
function readersOf(context, replaced = {}) {
	let calls = 0;
	let evaluations = 0;
	const counting = new Proxy(context, {
		get: (_, name) => {
			const value = replaced[name] ?? context[name];
			if (typeof value !== 'function') return value;
			return (...given) => {
				if (name === 'getNodeParameter') calls += 1;
				if (name === 'evaluateExpression') evaluations += 1;
				return value.apply(context, given);
			};
		},
	});
	const { parameters } = context.getNode();
	const reading = createReading(counting);
	const readers = PARAMETERS.map(([name, fallback]) => reading.parameter(name, fallback));
	return {
		/** How often n8n was asked for several at once, since this was called. */
		evaluations: () => {
			const made = evaluations;
			evaluations = 0;
			return made;
		},
		hasExpression: (index) => {
			const keys = PARAMETERS[index][0].split('.');
			const entered = keys.reduce((value, key) => value?.[key], parameters);
			return JSON.stringify(entered ?? '').includes('"=');
		},
		read: (index, item) => {
			calls = 0;
			const value = outcome(() => readers[index](item));
			return { value, calls };
		},
	};
}
