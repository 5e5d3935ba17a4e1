/** Sends each item's customerId to the base URL. A word in `customerId` makes it fail in one of a node's ways. */
exports.Fake = class Fake {
	description = {
		displayName: 'Fake',
		name: 'fake',
		group: ['transform'],
		version: 1,
		description: 'Stands in for a community node in the tests of the engine',
		defaults: { name: 'Fake' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'fakeApi', required: true, testedBy: 'fakeTest' }],
		properties: [
			{
				displayName: 'Customer ID',
				name: 'customerId',
				type: 'string',
				default: '',
				required: true,
			},
		],
	};

	methods = {
		credentialTest: {
			async fakeTest({ data: { apiKey, baseUrl } }) {
				const { request } = this.helpers;
				const { statusCode } = await request({
					uri: baseUrl,
					headers: { 'x-fake-key': apiKey },
					resolveWithFullResponse: true,
					simple: false,
				});
				return statusCode === 401
					? { status: 'Error', message: 'The key is wrong' }
					: { status: 'OK', message: 'Connection successful' };
			},
		},
	};

	async execute() {
		const { baseUrl } = await this.getCredentials('fakeApi');
		const results = [];
		for (const [item, input] of this.getInputData().entries()) {
			const customerId = this.getNodeParameter('customerId', item);
			if (customerId === 'throw') {
				throw Object.assign(new Error('Thrown'), {
					description: 'On purpose',
					httpCode: '422',
					context: { itemIndex: item },
				});
			}
			if (customerId === 'hang') {
				await new Promise((resolve) => {
					this.getExecutionCancelSignal().addEventListener('abort', resolve);
				});
			}
			if (customerId === 'refuse') {
				const json = { error: { message: 'Refused' } };
				results.push({ json, pairedItem: { item }, binary: input.binary });
				continue;
			}
			const response = await this.helpers.httpRequestWithAuthentication.call(this, 'fakeApi', {
				url: baseUrl,
				qs: { customerId },
				json: true,
			});
			results.push({ json: { customerId, ...response }, pairedItem: { item } });
		}
		this.addExecutionHints({ message: `${results.length} customers`, location: 'outputPane' });
		return [results];
	}
};
