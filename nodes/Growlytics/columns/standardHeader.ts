import type { StandardAttribute } from '../values/standardAttributes';
import type { Header } from './header';

/** How plainly a header means a standard attribute: the lowest place serves. */
export interface StandardHeader {
	attribute: StandardAttribute;
	place: number;
	/** Whether the header alone says it: no other number or address of the same person is meant. */
	isPlain: boolean;
}

/** The words that mean a standard attribute; the earlier list is the better one. */
const kernels: ReadonlyArray<
	readonly [
		attribute: StandardAttribute,
		rank: number,
		words: ReadonlySet<string>,
		/** Whether values have to show what is meant: a Customer can be a number. */
		needsValues?: true,
	]
> = [
	['email', 0, words('email emails mail emailaddress emailid mailid courriel correo')],
	[
		'mobile',
		0,
		words(
			'mobile cell cellphone mobilephone mobilenumber mobileno msisdn cellular mobil handy celular',
		),
	],
	[
		'mobile',
		1,
		words(
			'phone telephone tel phonenumber phoneno contactno contactnumber phones telefon telefono telefone',
		),
	],
	['mobile', 2, words('whatsapp whatsappnumber whatsappno')],
	['mobile', 3, words('contact'), true],
	['name', 0, words('name fullname customername clientname contactname nomcomplet nombrecompleto')],
	['name', 1, words('customer client cardholder'), true],
];

/** Words that change nothing: whose address but the customer's would it be? */
const neutral: Record<StandardAttribute, ReadonlySet<string>> = {
	email:
		words(`id address no number primary main my your our the a an what is are was please enter provide give
		us tell and or valid best can we reach you at on of for to customer client contact person personal lead
		subscriber member buyer guest user registered value preferred default properties fields data json body
		attributes adresse electronico electronique cust`),
	mobile:
		words(`id no nos num number numbers primary main my your our the a an what is are was please enter provide
		give us tell and or valid best can we reach you at on of for to customer client contact person personal lead
		subscriber member buyer guest user registered value preferred default address with country code properties
		fields data json body attributes cust`),
	name: words(`full complete customer client contact person lead subscriber member buyer guest respondent attendee
		participant applicant patient student employee passenger traveller donor volunteer candidate tenant
		borrower holder cardholder cust party your my the what is please enter of and a us tell value properties fields data json
		body attributes`),
};

/** Words that mean another one of the same person: it serves where there is no better one. */
const SECONDARY =
	words(`alternate alternative alt secondary second other additional work office business home billing
	shipping delivery old previous display landline`);

/** A part of a name, for where no column holds the whole. */
const nameParts = {
	first: words('firstname givenname fname forename vorname prenom'),
	last: words('lastname surname familyname lname nachname'),
};

const SECONDARY_PLACE = 1000;
const NESTED_PLACE = 100;
const RANK_PLACE = 10;

/**
 * @returns which standard attribute a header means, or undefined: a word that is not known here
 *   (owner, company, file, opt-in, count) makes it somebody's or something else's
 */
export function readStandardHeader({ words: all, pathWords }: Header): StandardHeader | undefined {
	for (const [attribute, rank, kernel, needsValues] of kernels) {
		const others = without(all, kernel);
		if (others === undefined) continue;
		const qualifiers = [...others, ...pathWords];
		const known = qualifiers.every(
			(word) => isNumber(word) || isKnown(word, attribute) || SECONDARY.has(word),
		);
		if (!known) continue;
		const isSecondary = qualifiers.some((word) => SECONDARY.has(word));
		return {
			attribute,
			place:
				(isSecondary ? SECONDARY_PLACE : 0) +
				(pathWords.length > 0 ? NESTED_PLACE : 0) +
				rank * RANK_PLACE +
				(others.length > 0 ? 1 : 0),
			isPlain: !isSecondary && pathWords.length === 0 && !needsValues,
		};
	}
	return undefined;
}

function isKnown(word: string, attribute: StandardAttribute): boolean {
	if (neutral[attribute].has(word)) return true;
	return (
		attribute === 'mobile' &&
		kernels.some(([one, , kernel]) => one === attribute && kernel.has(word))
	);
}

/** @returns which part of a customer's name a header means: `First Name`, `lastname`; not `billing.first_name` */
export function readNamePart({ words: all, pathWords }: Header): 'first' | 'last' | undefined {
	if (!pathWords.every((word) => neutral.name.has(word))) return undefined;
	const joined = all.filter((word) => !neutral.name.has(word)).join('');
	if (nameParts.first.has(joined)) return 'first';
	return nameParts.last.has(joined) ? 'last' : undefined;
}

/** @returns the words beside the kernel; undefined if it is not among them, in one word or two */
function without(all: readonly string[], kernel: ReadonlySet<string>): string[] | undefined {
	for (const [index, word] of all.entries()) {
		if (kernel.has(word)) return all.filter((_, other) => other !== index);
	}
	return undefined;
}

function isNumber(word: string): boolean {
	return /^\d+$/.test(word);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
