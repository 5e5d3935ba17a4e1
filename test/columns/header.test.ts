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
		...[
			'Number Plate',
			'Total ID',
			'usercode',
			'orderid2',
			'XMLHttpId',
			'id of owner',
			'Téléphone',
		],
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
		...[
			'Total Plates',
			'num_tags',
			'nb_basket',
			'How old?',
			'N Orders',
			'no. of kids',
			'How old are you?',
			'Sum Insured',
			'AgeYears',
		],
		...['value', 'Value 1', 'Points Value', 'x.value', 'Average Basket', 'Children of the school'],
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
		'Name of Company',
		'notes.text',
		'HTMLName',
		'Address 2 Value',
		'E-mail 1 - Value',
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
		'Joined At',
		'Date Time',
		'orderdate',
		'date of visit',
		'Active Since',
	],
	time: ['Time', 'add_time', 'Last Visit', 'last_login', 'Order Time', 'Delivered On'],
	plural: ['Contacts', 'Accounts', 'Widgets', 'Phones sold things', 'Cars', 'E-mails'],
	nothing: [
		'Col A',
		'X',
		'Growth',
		'candidate',
		'Vote',
		'',
		' ',
		'.',
		'???',
		'Bonus',
		'update',
		'promocode',
		'Dress',
		'Bus',
		'Gas',
		'How',
		'of',
		'#1',
		'पता',
	],
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
		...['I agree', 'Are you married', 'Newsletter?', 'Double opt in', 'Tax Exempt', 'Paid'].map(
			(name): [string, 'plainly'] => [name, 'plainly'],
		),
		...['Is VIP?', 'Has Orders', 'Marketing Status', 'Used', 'WhatsApp', 'Push', 'RCS'].map(
			(name): [string, 'perhaps'] => [name, 'perhaps'],
		),
		...['I live in Pune', 'I', 'Is', 'Status', 'Subscription Status', 'Which newsletter'].map(
			(name): [string, undefined] => [name, undefined],
		),
		...['Red', 'Do any apply', 'Push Notifications', 'Delivered On', 'Customer Since'].map(
			(name): [string, undefined] => [name, undefined],
		),
		['May we write to you?', 'perhaps'],
		['May we write to you? ', 'perhaps'],
		['Coming to the party?', 'perhaps'],
		['Email', 'perhaps'],
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

	it.each<[string, string, string]>([
		['WhatsAppOpt-in 2', 'whatsapp opt in 2', ''],
		['E-mail Address', 'email address', ''],
		['e-mails', 'emails', ''],
		['XMLHttpId', 'xml http id', ''],
		['Line1', 'line 1', ''],
		['Order #', 'order no', ''],
		['#1', '1', ''],
		['Prénom', 'prenom', ''],
		['नाम', 'नाम', ''],
		['2fa', '2fa', ''],
		// A point with a space beside it ends a short form.
		['billing.address_1', 'address 1', 'billing'],
		['customer.defaultAddress.zip', 'zip', 'customer default address'],
		['Sr. No.', 'sr no', ''],
		['billing.???', 'billing', ''],
	])('%s is the words "%s" under "%s"', (name, words, pathWords) => {
		const header = readHeader(name);
		expect([header.words.join(' '), header.pathWords.join(' ')]).toEqual([words, pathWords]);
	});

	it.each<[string, boolean]>([
		['Initial', true],
		['Blood Group', true],
		['Middle Name', true],
		['Opt In', false],
		['Newsletter', false],
	])('%s is about letters: %s', (name, meansLetters) => {
		expect(readHeader(name).meansLetters).toBe(meansLetters);
	});

	it('of megabytes is read at its beginning', () => {
		expect(readHeader(`Phone ${'x '.repeat(2_000_000)}`).words.length).toBeLessThan(200);
	});
});
