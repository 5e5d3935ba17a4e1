import { cleanText } from '../values/characters';

/**
 * What a header says about the values under it:
 * `code` digits that nobody adds up (phones, postcodes, record and card numbers);
 * `letters` what may hold 12 today and 12a tomorrow, and numbers that stand for a kind (a floor, a status);
 * `text` words by nature (notes, titles); `place` names and places, where "N/A" is nobody's city;
 * `quantity` amounts and measures; `plural` things that can be counted, by their ending alone;
 * `date` a day or a moment; `time` a moment, or a time of day, or a duration.
 */
export type HeaderMeaning =
	| 'code'
	| 'letters'
	| 'text'
	| 'place'
	| 'quantity'
	| 'plural'
	| 'date'
	| 'time';

export interface Header {
	/** The words of the last part of a path, in lower case. */
	words: readonly string[];
	/** The words of the parts before it. */
	pathWords: readonly string[];
	says: HeaderMeaning | undefined;
	/**
	 * Whether it asks something that yes or no answers: `plainly` where 1 and 0 are answers too
	 * (`is_vip`, Newsletter), `perhaps` where only words are (Delivered).
	 */
	asks: 'plainly' | 'perhaps' | undefined;
	/** Whether single letters under it are letters, no answers: an initial, a grade. */
	meansLetters: boolean;
}

/** The words that tell what a header means, in lower case and without spaces. */
const vocabulary: Record<Exclude<HeaderMeaning, 'plural'>, string> = {
	code: `id ids uid uuid guid oid pid sid cid no nos nr num number numbers code codes pin pincode pincodes zip zipcode
		zipcodes postcode postcodes postal postalcode phone phones telephone tel mobile mobiles cell cellphone cellular
		mobilephone phonenumber mobilenumber mobileno phoneno whatsapp fax contact contactno contactnumber msisdn
		landline helpline imei imsi account acct accountno card cards cardno aadhaar aadhar adhaar uidai pan gst gstin
		tin tan cin din ssn nin iban ifsc swift bic micr vpa upi sku skus barcode ean upc isbn issn hsn sac asin gtin
		mpn otp token key hash ref reference serial invoice invoiceno order orderno orderid ticket roll rollno
		registration reg regno licence license passport vehicle vin voucher coupon promo awb tracking consignment lot
		policy folio po extension ext ip ipaddress mac customerid userid contactid leadid recordid externalid orgid
		objectid employeeid memberid membership srno slno sr prn uan epf esi npi ein abn vat cvv iin gclid fbclid leid euid vid
		plz postleitzahl cep codepostal codigopostal telefon telefono telefone celular handy mobil rufnummer nummer
		telefonnummer kundennummer numero`,
	letters: `floor flat room unit seat house door plot block ward sector wing tower gate lane apt apartment suite shop
		building version versions build release firmware model size grade class batch section division phase zone
		route platform level tier label labels status stage stages type types kind category categories segment
		segments group groups tag tags source channel medium term lifecycle lifecyclestage role priority cohort
		variant bin rack shelf blood reason flag table desk exempt method mode plan`,
	text: `name firstname lastname fullname surname nickname username user handle title description desc note notes
		comment remark remarks message feedback answer response text subject line street address address1 address2
		url link website site domain path file filename image photo avatar email mail mails emailaddress by
		from owner assignee manager agent author brand product item designation occupation profession job
		gender sex language locale currency timezone strasse vorname nachname color colour review bio about interest interests hobby skills
		initial initials prefix suffix salutation`,
	place: `city cities town village district county province region country state place location area locality
		landmark company organisation organization org employer school college university`,
	quantity: `total totals subtotal count counts amount amt sum value price prices cost costs mrp spend spent revenue
		sales balance points point score scores rating ratings age quantity qty rate rates average avg mean median min
		max minimum maximum clv ltv aov mrr arr cltv rfm income salary budget fee fees tax taxes discount discounts
		weight height length width depth distance duration percent percentage ratio wallet credit credits debit debits
		loan emi bill payment payments refund refunds turnover stock inventory nps csat latitude lat longitude lng lon
		temperature temp population employees headcount people children kids members persons adults guests visits
		purchases orders transactions items units clicks opens sends sessions views impressions likes followers
		following karma steps calories likely many much often days hours minutes seconds weeks months years year inr
		usd eur gbp rs rupees dollars euros kg kgs gram grams cm mm km kms miles lbs percentile rank marks gpa cgpa
		bmi deals tickets calls limit capacity frequency recency monetary profit margin expense expenses savings
		deposit due dues outstanding paid installment streak lifetime partysize familysize householdsize groupsize
		teamsize`,
	date: `date dates dt dob doj doe birthday birthdate birth born bday anniversary created updated modified joined
		joining createdat updatedat signup expiry expires expiration deadline since datetime createdate updatedate
		modifieddate lastmodifieddate closedate createddate registered wedding timestamp`,
	time: `time times at on when seen login visit visited until till start end ts`,
};

/** One word, one meaning: the first list that has it. Quantities come first, so that no amount becomes a code. */
const meanings: ReadonlyMap<string, HeaderMeaning> = (() => {
	const known = new Map<string, HeaderMeaning>();
	for (const says of ['quantity', 'date', 'time', 'code', 'place', 'letters', 'text'] as const) {
		for (const word of vocabulary[says].split(/\s+/)) {
			if (!known.has(word)) known.set(word, says);
		}
	}
	return known;
})();

/** Words that leave the one before or behind them to say what is meant. */
const SMALL_WORDS: ReadonlySet<string> =
	words(`the a an of in for to your my our is are was per and or you we us do
	did does have has what which how please enter this that it current primary main first last new old other e`);

/** Words that begin a question that yes or no answers. */
const ASKING_FIRST: ReadonlySet<string> =
	words(`is has have are can do does did was were will would may should
	accepts accept allow allows agree agrees wants want receives receive enable enables`);

/** Behind an I: what a form's box to tick says. */
const AGREEING: ReadonlySet<string> = words(
	`agree accept consent confirm allow want wish would am have understand`,
);

/** What is subscribed to, agreed on or true of a customer: 1 and 0 answer it as well. */
const ASKING: ReadonlySet<string> =
	words(`newsletter newsletters subscribed unsubscribed subscriber optin optout
	optedin optedout consent gdpr dnd dnc vip active inactive verified unverified enabled disabled confirmed
	blocked blacklisted suppressed banned deleted archived member subscribe unsubscribe marketing married smoker
	student veteran flag bool boolean accepted agreed approved opted optedin terms tnc permission doubleoptin
	loyalty premium staff admin superuser anonymous bounced exempt taxexempt taxable paid
	done complete given taken insured insurance`);

/** A question that begins with one of these wants words, or a number. */
const OPEN_QUESTION: ReadonlySet<string> = words(
	'what which how when why who whom whose where any',
);

const LETTERS: ReadonlySet<string> =
	words(`initial initials letter grade section group class category type team size
	blood gender sex code key variant prefix suffix middle division wing block row name series option answer choice`);

/** Ends in `ed` and is no participle. */
const NO_PARTICIPLE: ReadonlySet<string> = words(
	'seed feed speed need breed bed red med ed fed shed',
);

/** Ends in `s` and counts nothing. */
const NO_PLURAL: ReadonlySet<string> =
	words(`status address gps sms news business class bonus canvas series analysis
	basis campus always plus gas bus pass less access process progress success express wireless css https was is`);

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}

/** Words of the last part that only name the part before: `org_id.value` is an ID as `org_id` is. */
const NAMES_THE_PARENT: ReadonlySet<string> = words(
	'value values val data text content raw display displayvalue',
);

/**
 * Reads a header or an attribute's name as a person does: the last word that says something is the head
 * (`Order Value` is a value, `Customer No` a number), unless `of` stands behind it (`Number of Orders`).
 * @example readHeader('owner.id').says // 'code'
 */
export function readHeader(name: string): Header {
	const path = splitPath(cleanText(name.slice(0, LONGEST_READ)));
	const all = path.map(splitWords).filter((part) => part.length > 0);
	const last = all.pop() ?? [];
	const pathWords = all.flat();
	const isParents = last.length === 1 && NAMES_THE_PARENT.has(last[0] ?? '');
	const parent = all.at(-1);
	const fromParent = isParents && parent !== undefined ? meaningOf(parent) : undefined;
	return {
		words: last,
		pathWords,
		says: fromParent ?? meaningOf(last),
		asks: asks(last, name),
		meansLetters: last.some((word) => LETTERS.has(word)),
	};
}

/** Nobody reads further either; a name may be megabytes long. */
const LONGEST_READ = 200;

/** A point between two characters that are no spaces separates the parts of a path; in `Sr. No.` it does not. */
function splitPath(name: string): string[] {
	return name.split(/(?<=\S)\.(?=\S)/);
}

/**
 * @returns the words of a name, in lower case: at spaces, signs, and where capitals or digits begin
 * @example splitWords('WhatsAppOpt-in 2') // ['whats', 'app', 'opt', 'in', '2']
 */
function splitWords(name: string): string[] {
	return withoutAccents(name)
		.replace(/whatsapp/gi, ' Whatsapp ')
		.replace(/e-?mail(?:s(?!\p{L}))?/giu, (word) => ` ${word.replace('-', '')} `)
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.replace(/(\p{L})(\d)/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{N}#]+/u)
		.map((word) => (word === '#' ? 'no' : word.replace(/#/g, '')))
		.filter((word) => word !== '');
}

/** `Téléphone` and `Telefono` are looked up in plain letters; marks of other scripts are vowels and stay. */
function withoutAccents(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC');
}

/** How one asks for a quantity, whatever follows. */
const QUANTITY_FIRST = [
	['number', 'of'],
	['no', 'of'],
	['nos', 'of'],
	['num', 'of'],
	['count', 'of'],
	['sum', 'of'],
	['how', 'many'],
	['how', 'much'],
	['how', 'likely'],
	['how', 'old'],
	['how', 'often'],
] as const;

/** What makes a quantity of things that can be counted: `num_associated_deals`, `Total Contacts`. */
const COUNTING_FIRST: ReadonlySet<string> = words('num total avg average n nb no number count sum');

function meaningOf(all: readonly string[]): HeaderMeaning | undefined {
	if (QUANTITY_FIRST.some((start) => begins(all, start))) return 'quantity';
	const head = headMeaning(all);
	if (all.length < 2 || !COUNTING_FIRST.has(all[0] ?? '')) return head;
	const isCounted = head === undefined || head === 'plural' || isPlural(all.at(-1) ?? '');
	return isCounted ? 'quantity' : head;
}

function begins(all: readonly string[], start: readonly string[]): boolean {
	return start.every((word, index) => all[index] === word);
}

function headMeaning(all: readonly string[]): HeaderMeaning | undefined {
	const of = all.indexOf('of');
	if (of > 0) {
		const before = headMeaning(all.slice(0, of));
		return before ?? headMeaning(all.slice(of + 1));
	}
	const isNumbered = NAMES_THE_PARENT.has(all.at(-1) ?? '') && isOrdinal(all.at(-2) ?? '');
	const telling = (isNumbered ? all.slice(0, -2) : all).filter(
		(word) => !isOrdinal(word) && !SMALL_WORDS.has(word),
	);
	for (let index = telling.length - 1; index >= 0; index -= 1) {
		const word = telling[index] ?? '';
		const known = meaningOfWord(telling[index - 1] ?? '', word);
		if (known !== undefined) return known;
	}
	return undefined;
}

/** `Phone 1 - Value` is the first phone. */
function isOrdinal(word: string): boolean {
	return /^\d+$/.test(word);
}

function meaningOfWord(before: string, word: string): HeaderMeaning | undefined {
	const joined = meanings.get(before + word);
	const known = meanings.get(word);
	if (joined !== undefined) return joined;
	if (known === 'time' && meanings.get(before) === 'date') return 'date';
	if (known !== undefined) return known;
	if (endsInDate(word)) return 'date';
	if (/.(?:id|code)$/.test(word) && /^(?:customer|user|contact|lead|order|member)/.test(word)) {
		return 'code';
	}
	return isPlural(word) ? 'plural' : undefined;
}

/** `createdate`, `orderdate`; no candidate, no update. */
function endsInDate(word: string): boolean {
	return word.endsWith('date') && !/(?:candi|up|man|vali|consoli|seda|intimi)date$/.test(word);
}

function isPlural(word: string): boolean {
	return word.length > 3 && /[^s]s$/.test(word) && !NO_PLURAL.has(word);
}

function asks(all: readonly string[], name: string): Header['asks'] {
	const first = all[0] ?? '';
	const last = all.at(-1) ?? '';
	const isQuestion = name.trimEnd().endsWith('?');
	if (OPEN_QUESTION.has(first) || all.includes('any')) return undefined;
	if (first === 'i' && AGREEING.has(all[1] ?? '')) return 'plainly';
	if (ASKING_FIRST.has(first) && all.length > 1) {
		return isQuestion || meaningOf(all) === 'quantity' ? 'perhaps' : 'plainly';
	}
	if (ASKING.has(last) || ASKING.has((all.at(-2) ?? '') + last)) return 'plainly';
	if (last === 'status' && all.length > 1 && ASKING.has(all.at(-2) ?? '')) return 'perhaps';
	if (isQuestion) return 'perhaps';
	const isParticiple = last.length > 3 && last.endsWith('ed') && !NO_PARTICIPLE.has(last);
	return isParticiple || ['sms', 'whatsapp', 'email', 'push', 'rcs'].includes(last)
		? 'perhaps'
		: undefined;
}
