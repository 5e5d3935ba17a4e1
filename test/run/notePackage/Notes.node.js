const built = '../../../dist/nodes/Growlytics';
const { Growlytics } = require(`${built}/Growlytics.node.js`);
const { executeChosen } = require(`${built}/run/executeChosen.js`);
const { toProperties } = require(`${built}/run/properties.js`);
const { operations } = require('./operations.js');

/** The Growlytics node with an operation more. */
exports.Notes = class Notes {
	constructor() {
		const { description } = new Growlytics();
		this.description = {
			...description,
			name: 'notes',
			credentials: [{ name: 'growlyticsApi', required: true }],
			properties: toProperties(operations),
		};
	}

	async execute() {
		return [await executeChosen(this, operations)];
	}
};
