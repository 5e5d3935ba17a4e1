import type { HeaderMeaning } from '../../nodes/Growlytics/columns/header';
import { readHeader } from '../../nodes/Growlytics/columns/header';

const meanings: Record<HeaderMeaning | 'nothing', readonly string[]> = {
	code: [
		...[
			'id',
			'ID',
			'customer_id',
			'customerId',
			'CustomerID',
			'owner.id',
			'owner_id.id',
			'Order IDs',
		],
		...[
			'Customer No',
			'Card No.',
			'Sr. No.',
			'Sr.No',
			'Invoice Number',
			'invoiceNumber',
			'Order #',
		],
		...['Pincode', 'Pin Code', 'PIN', 'ZIP', 'billing.postcode', 'Zip/Postal Code', 'PLZ'],
		...['Phone', 'Phone (Work)', 'Alternate Phone', 'Mobile Number', 'WhatsApp', 'Phone 1 - Value'],
		...['Aadhaar', 'PAN Card', 'GSTIN', 'SKU', 'OTP', 'Account', 'Credit Card', 'Voucher', 'Order'],
		...['House No', 'org_id.value', 'What is your order number?', 'UUID', 'Ref', 'Tracking Number'],
	],
	quantity: [
		...[
			'Total Orders',
			'Orders',
			'orders_count',
			'No_of_Employees',
			'No. of Orders',
			'Number of Orders',
		],
		...['num_associated_deals', 'Total Contacts', 'Lifetime Value', 'Order Value', 'Card Balance'],
		...[
			'ID Count',
			'Points',
			'Loyalty Points',
			'Credit Score',
			'SKU Count',
			'Phone Calls',
			'Amount (INR)',
		],
		...[
			'Weight (kg)',
			'total_spent',
			'Age',
			'Birth Year',
			'Party size',
			'price.amount',
			'amount.value',
		],
		...[
			'How many people live with you?',
			'How likely are you to recommend us?',
			'Accounts Payable Total',
		],
	],
	letters: [
		'Floor',
		'Flat',
		'Room',
		'Ward',
		'App Version',
		'Size',
		'Class',
		'Batch',
		'Status',
		'label',
		'Table',
	],
	text: [
		'Notes',
		'First Name',
		'Username',
		'Address 1',
		'billing.address_1',
		'Gender',
		'Created By',
		'Initial',
	],
	place: ['City', 'State', 'Company', 'billing.country'],
	date: [
		'Joined',
		'Date of Birth',
		'DOB',
		'birthday',
		'created_at',
		'createdate',
		'Last Order Date',
		'Updated On',
	],
	time: ['Time', 'add_time', 'Last Visit', 'last_login'],
	plural: ['Contacts', 'Accounts', 'Widgets', 'Phones sold things'],
	nothing: ['Col A', 'X', 'Growth', 'candidate', 'Vote', '', ' ', '.', '???', 'Bonus'],
};

const rows = Object.entries(meanings).flatMap(([says, names]) => names.map((name) => [name, says]));

describe('a header', () => {
	it.each(rows)('%p says %s', (name, says) => {
		expect(readHeader(name ?? '').says ?? 'nothing').toBe(says);
	});

	it.each<[string, 'plainly' | 'perhaps' | undefined]>([
		...[
			'Newsletter',
			'Subscribed',
			'Accepts Marketing',
			'accepts_marketing',
			'Is VIP',
			'isVip',
		].map((name): [string, 'plainly'] => [name, 'plainly']),
		...['Opt In', 'WhatsApp Opt-in', 'hs_email_optout', 'Consent', 'Active', 'active_flag'].map(
			(name): [string, 'plainly'] => [name, 'plainly'],
		),
		...['has_account', 'Terms Accepted', 'Email Verified', 'I agree to receive offers'].map(
			(name): [string, 'plainly'] => [name, 'plainly'],
		),
		['May we write to you?', 'perhaps'],
		['Delivered', 'perhaps'],
		['Items Returned', 'perhaps'],
		['SMS', 'perhaps'],
		['Do you have any allergies?', undefined],
		['Which size?', undefined],
		['Opt-in Date', undefined],
		['Active Deals', undefined],
		['Newsletter Opens', undefined],
		['Speed', undefined],
		['City', undefined],
		['Children', undefined],
	])('%p asks for yes or no: %p', (name, asks) => {
		expect(readHeader(name).asks).toBe(asks);
	});

	it('of megabytes is read at its beginning', () => {
		expect(readHeader(`Phone ${'x '.repeat(2_000_000)}`).words.length).toBeLessThan(200);
	});
});
