import { refusedAttributes } from '../../nodes/Growlytics/attributes/refusedAttributes';

const { attributeNames, showSent } = refusedAttributes([
	{ name: 'City', type: 'string', value: 'Pune' },
	{ name: 'Total Orders', type: 'number', value: 3 },
	{ name: 'VIP', type: 'boolean', value: false },
	{ name: 'Joined', type: 'date', value: '2026-01-31' },
]);

it('names attributes in the order of the request', () => {
	expect(attributeNames).toEqual(['City', 'Total Orders', 'VIP', 'Joined']);
});

it.each([
	[0, 'Text "Pune"'],
	[1, 'Number 3'],
	[2, 'Yes or No false'],
	[3, 'Date and Time "2026-01-31"'],
	[4, ''],
])('shows what was sent in place %d', (place, shown) => {
	expect(showSent(place)).toBe(shown);
});
