/** Why a field is left out unless it was selected by name; the words follow "left out: ". */
const BECAUSE = {
	addedByN8n: 'n8n adds it',
	noHeader: 'its column has no header',
	technical: 'it belongs to the system that the data comes from',
	linkOfSystem: 'it is a link of the system that the data comes from',
	utcTwin: 'it repeats the field beside it in UTC, without saying that it is UTC',
	labelOfValue: 'it only says what kind of value stands in the column beside it',
	picture: 'it is the address of a picture',
} as const;

interface Rule {
	test: (name: string, record: Record<string, unknown>) => boolean;
	because: (typeof BECAUSE)[keyof typeof BECAUSE];
}

/** Google Sheets > Get Row(s) numbers rows; NocoDB and Excel nodes do so under other names. */
const ROW_NUMBERS = new Set(['row_number', '__rowNum__', '_rowNumber', '_row_number']);

/** What n8n's Form Trigger adds to a submission (n8n-nodes-base 2.41.1, Form/utils). */
const FORM_FIELDS = new Set(['submittedAt', 'formMode', 'formQueryParameters']);

/** SheetJS calls a column without header __EMPTY, the Google Sheets node col_9. */
const NO_HEADER = /^(?:__EMPTY(?:_\d+)?|col_\d+)$/;

/** `__typename` of GraphQL, `__v` of Mongoose; `@odata.etag`, `fields@odata.context`; `$approved` of Zoho. */
const TECHNICAL = /^(?:__|\$|@)|@odata\./;

/** HAL's `_links`, and what else REST APIs call the record's own addresses. */
const LINKS = new Set(['_links', '_embedded', '_meta', '_metadata', '_xml']);

/** What n8n's Firestore node adds to a document. */
const FIRESTORE = new Set(['_name', '_createTime', '_updateTime']);

/** Google Contacts exports `E-mail 1 - Label` beside `E-mail 1 - Value`. */
const LABEL_OF_VALUE = /^(?:E-mail|Phone|Address|Website|Relation|Event|IM) \d+ - (?:Label|Type)$/;

const PICTURE = /^(?:gr)?avatar(?:_?urls?)?$/i;

/** What any of the rules could be about: one look at a name, for each field of each item. */
const SUSPECT =
	/^[_$@]|^(?:row_number$|change_type$|submittedAt$|form|col_|attributes|E-mail|Phone|Address|Website|Relation|Event|IM|(?:gr)?avatar)|_gmt$|@odata\./i;

/** Read from above: the first that applies gives the reason. */
const RULES: readonly Rule[] = [
	{ test: (name) => ROW_NUMBERS.has(name), because: BECAUSE.addedByN8n },
	{
		// Google Sheets Trigger, of a row that was added or updated (n8n-nodes-base 2.41.1).
		test: (name, record) => name === 'change_type' && Object.hasOwn(record, 'row_number'),
		because: BECAUSE.addedByN8n,
	},
	{
		test: (name, record) => FORM_FIELDS.has(name) && Object.hasOwn(record, 'formMode'),
		because: BECAUSE.addedByN8n,
	},
	{ test: (name) => NO_HEADER.test(name), because: BECAUSE.noHeader },
	{ test: (name) => LINKS.has(name), because: BECAUSE.linkOfSystem },
	{ test: (name) => TECHNICAL.test(name), because: BECAUSE.technical },
	{
		test: (name, record) => FIRESTORE.has(name) && Object.hasOwn(record, '_createTime'),
		because: BECAUSE.technical,
	},
	{ test: isSalesforceType, because: BECAUSE.technical },
	{
		test: (name, record) => name.endsWith('_gmt') && Object.hasOwn(record, name.slice(0, -4)),
		because: BECAUSE.utcTwin,
	},
	{ test: (name) => LABEL_OF_VALUE.test(name), because: BECAUSE.labelOfValue },
	{ test: (name) => PICTURE.test(name), because: BECAUSE.picture },
];

/** Salesforce says of every record, nested ones too, what it is and where: `attributes: { type, url }`. */
function isSalesforceType(name: string, record: Record<string, unknown>): boolean {
	if (name === 'attributes.type') return Object.hasOwn(record, 'attributes.url');
	if (name === 'attributes.url') return Object.hasOwn(record, 'attributes.type');
	if (name !== 'attributes') return false;
	const { attributes } = record;
	if (typeof attributes !== 'object' || attributes === null) return false;
	const keys = Object.keys(attributes);
	return keys.includes('type') && keys.every((key) => key === 'type' || key === 'url');
}

/**
 * Tells what tools add to a record from what the record is about.
 * @param record the record that holds the field: some names say so only beside others
 * @returns why the field is left out unless it was selected by name; undefined for any other field
 */
export function machinery(name: string, record: Record<string, unknown>): string | undefined {
	if (!SUSPECT.test(name)) return undefined;
	return RULES.find(({ test }) => test(name, record))?.because;
}
