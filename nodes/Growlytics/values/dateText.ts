import { trimUnseen } from './characters';

/** Which of two numbers in front of the year is the day. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/** A day and a time as they are written; nothing is converted. */
export interface WrittenDate {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	/** Minutes east of UTC; undefined where no zone is written. */
	offset: number | undefined;
}

/** What is written like a date and does not say which day it is. */
export type PartialDate = 'noYear' | 'noCentury' | 'noDay' | 'noSuchDay';

export interface DateReading {
	/** What it means if the day stands first, or where only one meaning is possible. */
	dayFirst?: WrittenDate;
	/** What it means if the month stands first, or where only one meaning is possible. */
	monthFirst?: WrittenDate;
	/** Whether the order of day and month was open, so that a single reading proves it. */
	hasOrder: boolean;
	/** Eight digits in a row, which are a date only where a date is meant. */
	isCompact?: true;
	partial?: PartialDate;
}

interface Layout {
	/** `YYYY` year, `MM` and `DD` two digits, `M` and `D` one or two, `MMM` the month's name; `A` and `B` are day and month in either order. */
	write: string;
	partial?: PartialDate;
	isCompact?: true;
}

/** Every way to write a day. What stands behind it is a time (see TIME), or nothing. */
export const dateLayouts: readonly Layout[] = [
	{ write: 'YYYY-M-D' },
	{ write: 'YYYY/M/D' },
	{ write: 'YYYY.MM.DD' },
	{ write: 'YYYY-MMM-D' },
	{ write: 'YYYY MMM D' },
	{ write: 'YYYYMMDD', isCompact: true },
	{ write: 'A/B/YYYY' },
	{ write: 'A-B-YYYY' },
	{ write: 'A.B.YYYY' },
	{ write: 'D MMM YYYY' },
	{ write: 'D MMM, YYYY' },
	{ write: 'D-MMM-YYYY' },
	{ write: 'D/MMM/YYYY' },
	{ write: 'D. MMM YYYY' },
	{ write: 'DMMMYYYY' },
	{ write: 'MMM D, YYYY' },
	{ write: 'MMM D YYYY' },
	{ write: 'MMM-D-YYYY' },
	{ write: '--MM-DD', partial: 'noYear' },
	{ write: 'A/B/YY', partial: 'noCentury' },
	{ write: 'A-B-YY', partial: 'noCentury' },
	{ write: 'A.B.YY', partial: 'noCentury' },
	{ write: 'D-MMM-YY', partial: 'noCentury' },
	{ write: 'D MMM YY', partial: 'noCentury' },
	{ write: 'MMM D', partial: 'noYear' },
	{ write: 'D MMM', partial: 'noYear' },
	{ write: 'D-MMM', partial: 'noYear' },
	{ write: 'MMM YYYY', partial: 'noDay' },
	{ write: 'MMM-YYYY', partial: 'noDay' },
	{ write: 'YYYY-MM', partial: 'noDay' },
];

const MONTHS = [
	...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];
const MONTH_NAME =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
	/^(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,? +/i;

/** What each part of a layout looks like in text; the longest first, since `M` begins `MMM`. */
const parts: ReadonlyArray<readonly [part: string, pattern: string]> = [
	['YYYY', '(\\d{4})'],
	['YY', '(\\d{2})'],
	['MMM', `(${MONTH_NAME})`],
	['MM', '(\\d{2})'],
	['DD', '(\\d{2})'],
	['M', '(\\d{1,2})'],
	['D', '(\\d{1,2})(?:st|nd|rd|th)?'],
	['A', '(\\d{1,2})'],
	['B', '(\\d{1,2})'],
	[' ', ' +'],
];

/** What may stand between a day and its time. */
const BEFORE_TIME = '(?:T| +|, ?| at )';
const CLOCK = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?: ?([ap])\\.?m\\.?)?';
const COMPACT_CLOCK = '(\\d{2})(\\d{2})(\\d{2})?()';
/** `Z`, `UTC`, `GMT`, `+05:30`, `+0530`, `+05`; a zone's name in brackets behind it adds nothing. */
const ZONE =
	'(?: ?(?:Z|UTC|GMT)| ?(?:UTC|GMT)?([+-]\\d{2}(?::?\\d{2})?)(?: UTC)?)?(?: ?[([][A-Za-z_/ ]{1,40}[)\\]])?';
const TIME = new RegExp(`^${BEFORE_TIME}${CLOCK}(${ZONE})$`, 'i');
const COMPACT_TIME = new RegExp(`^T${COMPACT_CLOCK}(${ZONE})$`, 'i');

interface CompiledLayout extends Layout {
	pattern: RegExp;
	fields: readonly string[];
}

function compile(layout: Layout): CompiledLayout {
	const fields: string[] = [];
	let pattern = '';
	let rest = layout.write;
	while (rest !== '') {
		const [part, partPattern] = parts.find(([one]) => rest.startsWith(one)) ?? [rest.charAt(0), ''];
		if (partPattern === '') pattern += part.replace(/[.]/g, '\\.');
		else pattern += partPattern;
		if (partPattern.startsWith('(')) fields.push(part);
		rest = rest.slice(part.length);
	}
	return { ...layout, fields, pattern: new RegExp(`^${pattern}(?![\\d])`, 'i') };
}

/** How many digits text begins with says which layouts are worth a try. */
const layoutsByDigits: ReadonlyArray<readonly CompiledLayout[]> = Array.from(
	{ length: 9 },
	(_, digits) => dateLayouts.filter(({ write }) => canBegin(write, digits)).map(compile),
);

function canBegin(write: string, digits: number): boolean {
	if (write.startsWith('YYYYMMDD')) return digits === 8;
	if (write.startsWith('YYYY')) return digits === 4;
	if (/^[ABD]/.test(write)) return digits === 1 || digits === 2;
	return digits === 0;
}

const SHORTEST = 5;
const LONGEST = 80;

/**
 * Reads a day, with or without a time, in every spelling of `dateLayouts`. Days that do not exist, weekdays
 * that contradict the day and times that no clock shows are no dates.
 * @returns what it can mean, or undefined if it is no date
 * @example readDate('31/01/2026') // only { dayFirst }: there is no month 31
 * @example readDate('03/04/2026') // { dayFirst: 3 April, monthFirst: 4 March }
 */
export function readDate(written: string): DateReading | undefined {
	if (written.length > LONGEST || written.length < SHORTEST || !/\d/.test(written)) {
		return undefined;
	}
	const trimmed = trimUnseen(written).replace(/[\u00a0\u202f]/g, ' ');
	const weekday = WEEKDAY.exec(trimmed);
	const text = weekday === null ? trimmed : trimmed.slice(weekday[0].length);
	const layouts = layoutsByDigits[leadingDigits(text)];
	if (layouts === undefined) return undefined;
	let isWhole = false;
	for (const layout of layouts) {
		const match = layout.pattern.exec(text);
		if (match === null) continue;
		isWhole ||= match[0].length === text.length && layout.fields.includes('YYYY');
		const reading = understand(layout, match, text.slice(match[0].length));
		if (reading !== undefined) return weekday ? onWeekday(reading, weekday[1] ?? '') : reading;
	}
	return isWhole && weekday === null ? { partial: 'noSuchDay', hasOrder: false } : undefined;
}

function leadingDigits(text: string): number {
	let count = 0;
	while (count < 9 && text.charCodeAt(count) >= 0x30 && text.charCodeAt(count) <= 0x39) count += 1;
	return count;
}

function understand(
	layout: CompiledLayout,
	match: RegExpExecArray,
	behind: string,
): DateReading | undefined {
	if (layout.partial !== undefined) {
		return behind === '' && isPlausible(layout, match)
			? { partial: layout.partial, hasOrder: false }
			: undefined;
	}
	const time = readTime(layout, behind);
	if (time === undefined) return undefined;
	const field = (name: string) => match[layout.fields.indexOf(name) + 1] ?? '';
	const year = Number(field('YYYY'));
	const day = (month: number, dayOfMonth: number) =>
		existingDay(year, month, dayOfMonth) ? { year, month, day: dayOfMonth, ...time } : undefined;
	if (layout.fields.includes('A')) {
		const [a, b] = [Number(field('A')), Number(field('B'))];
		return either(day(b, a), day(a, b));
	}
	const month = layout.fields.includes('MMM')
		? monthOf(field('MMM'))
		: Number(field(layout.fields.includes('MM') ? 'MM' : 'M'));
	const only = day(month, Number(field(layout.fields.includes('DD') ? 'DD' : 'D')));
	if (only === undefined) return undefined;
	const reading: DateReading = { dayFirst: only, monthFirst: only, hasOrder: false };
	return layout.isCompact && behind === '' ? { ...reading, isCompact: true } : reading;
}

function either(
	dayFirst: WrittenDate | undefined,
	monthFirst: WrittenDate | undefined,
): DateReading | undefined {
	if (dayFirst === undefined && monthFirst === undefined) return undefined;
	const isSame = dayFirst?.month === monthFirst?.month;
	return {
		...(dayFirst === undefined ? {} : { dayFirst }),
		...(monthFirst === undefined ? {} : { monthFirst }),
		hasOrder: !isSame,
	};
}

/** What the numbers of a layout that names no day can be: a month where only one can stand there. */
const LARGEST: Readonly<Record<string, number>> = { A: 31, B: 31, D: 31, DD: 31, MM: 12 };

/** What cannot be a day and a month in any order is no date without a century either: `99/99/26`. */
function isPlausible(layout: CompiledLayout, match: RegExpExecArray): boolean {
	const numbers: number[] = [];
	for (const [index, field] of layout.fields.entries()) {
		const largest = LARGEST[field];
		if (largest === undefined) continue;
		const number = Number(match[index + 1]);
		if (number < 1 || number > largest) return false;
		numbers.push(number);
	}
	return numbers.length < 2 || Math.min(...numbers) <= 12;
}

function monthOf(name: string): number {
	return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

type TimeOfDay = Pick<WrittenDate, 'hour' | 'minute' | 'second' | 'offset'>;

const MIDNIGHT: TimeOfDay = { hour: 0, minute: 0, second: 0, offset: undefined };

function readTime(layout: CompiledLayout, behind: string): TimeOfDay | undefined {
	if (behind === '') return MIDNIGHT;
	const match = (layout.isCompact ? COMPACT_TIME : TIME).exec(behind);
	if (match === null) return undefined;
	const [, hours, minute, second, half, zone = '', offsetText] = match;
	const hour = hourOf(Number(hours), half);
	const offset = zone === '' ? undefined : offsetOf(offsetText);
	if (hour === undefined || offset === null) return undefined;
	const time = { hour, minute: Number(minute), second: Number(second ?? 0), offset };
	return isOnClock(time) ? time : undefined;
}

/** 12 AM is midnight, 12 PM noon; `13:00 PM` is neither one thing nor the other. */
function hourOf(hour: number, half: string | undefined): number | undefined {
	if (half === undefined || half === '') return hour;
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** 24:00 is the end of the day, as ISO 8601 has it. */
function isOnClock({ hour, minute, second }: TimeOfDay): boolean {
	if (hour === 24) return minute === 0 && second === 0;
	return hour < 24 && minute < 60 && second < 60;
}

const LARGEST_OFFSET_HOURS = 14;

/** @returns minutes east of UTC; null if nobody's clock is that far off */
function offsetOf(text: string | undefined): number | null {
	if (text === undefined) return 0;
	const hours = Number(text.slice(1, 3));
	const minutes = Number(text.slice(3).replace(':', ''));
	if (hours > LARGEST_OFFSET_HOURS || minutes > 59) return null;
	return (text.startsWith('-') ? -1 : 1) * (60 * hours + minutes);
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function existingDay(year: number, month: number, day: number): boolean {
	if (year < 1 || day < 1) return false;
	const isLeapDay = month === 2 && day === 29;
	if (isLeapDay) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day <= (DAYS_OF_MONTHS[month - 1] ?? 0);
}

/** Without the readings that fall on another day of the week than the one that is written. */
function onWeekday(reading: DateReading, name: string): DateReading | undefined {
	const wanted = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
	const fits = (date: WrittenDate | undefined) =>
		date !== undefined && weekdayOf(date) === wanted ? date : undefined;
	const checked = either(fits(reading.dayFirst), fits(reading.monthFirst));
	return checked && { ...checked, hasOrder: reading.hasOrder };
}

const MS_OF_DAY = 86_400_000;

/** @returns 1 for Monday to 7 for Sunday */
function weekdayOf({ year, month, day }: WrittenDate): number {
	const noon = new Date(0);
	noon.setUTCFullYear(year, month - 1, day);
	const daysSinceEpoch = Math.floor(noon.getTime() / MS_OF_DAY);
	return ((((daysSinceEpoch + 3) % 7) + 7) % 7) + 1;
}
