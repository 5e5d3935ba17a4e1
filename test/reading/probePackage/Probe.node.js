const { inspect } = require('node:util');
const built = '../../../dist/nodes/Growlytics';
const { Growlytics } = require(`${built}/Growlytics.node.js`);
const { itemParameter } = require(`${built}/reading/itemParameter.js`);

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
		let readsByN8n = 0;
		const counting = new Proxy(this, {
			get: (context, name) => {
				const value = context[name];
				if (typeof value !== 'function') return value;
				return (...given) => {
					if (name === 'getNodeParameter') readsByN8n += 1;
					return value.apply(context, given);
				};
			},
		});
		const { parameters } = this.getNode();
		const readers = PARAMETERS.map(([name, fallback]) => {
			const entered = name.split('.').reduce((value, key) => value?.[key], parameters);
			return {
				name,
				hasExpression: JSON.stringify(entered ?? '').includes('"='),
				read: itemParameter(counting, name, fallback, entered),
				byN8n: (itemIndex) => this.getNodeParameter(name, itemIndex, fallback),
			};
		});
		const items = this.getInputData().map(({ json: given }, item) => {
			const differences = [];
			let direct = 0;
			for (const { name, hasExpression, read, byN8n } of readers) {
				readsByN8n = 0;
				const ours = outcome(() => read(item));
				if (hasExpression && readsByN8n === 0) direct += 1;
				const theirs = outcome(() => byN8n(item));
				if (ours !== theirs) differences.push({ name, ours, theirs, given: inspect(given) });
			}
			return { json: { direct, differences }, pairedItem: { item } };
		});
		return [items];
	}
};
