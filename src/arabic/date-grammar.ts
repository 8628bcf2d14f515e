// Reads dates as Arabic and English newspapers write them, to the precision that was written, and refuses what has no
// single meaning: no reading is better than a wrong one.

import { readClock } from './clock-rules.ts';
import type { DateReading, DayReading } from './date-reading.ts';
import type { DateContext } from './date-resolving.ts';
import { type DateToken, dateTokens, isToken, type Read, readPhrase, skip } from './date-tokens.ts';
import { DAY_PARTS, DEFINITE_UNITS, MONTHS, NEAR_DAYS, PARTS, SEASONS, WEEKDAYS, wordSet } from './date-words.ts';
import { type Dateline, readDateline } from './datelines.ts';
import { readDay } from './day-rules.ts';
import { DAY_ORDINALS, HOUR_ORDINALS } from './number-words.ts';
import { readRange } from './range-rules.ts';
import { readBareYear, readSpan } from './span-rules.ts';

export type DateOptions = {
  /** The day on which the text was printed: what أمس and الماضي are counted from. */
  readonly reference: Temporal.PlainDate;
  /** The language of what the text stands in, when it is known: in English 10/8/2023 is two days, and so none. */
  readonly language?: 'ar' | 'en' | undefined;
};

/** Longer texts are prose, which is `findDates`'s. */
const LONGEST_DATE = 200;

const beforeClock = new Set([',', '،', '-', '|', ';', ...wordSet('عند في at')]);
const fromWord = wordSet('من');
const closing = new Set(['.', ',', '،', '؛', ':', '؟', '!', '…']);

/**
 * Reads a text that is one date and nothing else: a day (`الأحد، 8 أكتوبر 2023`), a range (`بين 5 و8 أكتوبر`), a month, a week,
 * a year, a part of one (`مطلع أكتوبر`), a season, or a time of day (`الساعة 15:30 بتوقيت غرينتش`). `isoForm` prints what was
 * read. Null when the text is anything else, has no single meaning, or contradicts itself (31 فبراير, a wrong weekday).
 */
export function readDate(text: string, options: DateOptions): DateReading | null {
  if (text.length > LONGEST_DATE) return null;
  const tokens = dateTokens(text);
  const context = contextOf(text, options);
  const end = withoutClosing(tokens);
  for (const rule of [readWhole, readRange, readSpan, clockAlone, readBareYear]) {
    const read = rule(tokens, 0, context);
    if (read !== null && read.next >= end) return read.value;
  }
  return null;
}

export type FoundDate = {
  /** UTF-16 offsets: `text.slice(start, end)` is the date. */
  readonly start: number;
  readonly end: number;
  readonly reading: DateReading;
};

/**
 * The dates that stand in a longer text, in order, not overlapping, in linear time. Only what is plainly a date: a bare
 * weekday needs a word beside it that says so, a month a year or a turn, a time الساعة or a zone. What contradicts itself is
 * stepped over whole.
 */
export function findDates(text: string, options: DateOptions): FoundDate[] {
  const tokens = dateTokens(text);
  const context = contextOf(text, options);
  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = mayBegin(tokens, at) ? longest(tokens, at, context) : null;
    if (read === null) {
      at += 1;
      continue;
    }
    if (read.value !== null && !isTooBare(tokens, at, read)) {
      const first = tokens[at] as DateToken;
      const last = tokens[read.next - 1] as DateToken;
      found.push({ start: first.start, end: last.end, reading: read.value });
    }
    at = read.next;
  }
  return found;
}

export type DateTimeOptions = DateOptions & {
  /** IANA zone in which a time without a zone was printed; without it such a time gives no instant. */
  readonly timeZone?: string | undefined;
};

export type DateTimeReading = {
  /** Null without a time, and when neither the text nor the options name its zone. */
  readonly instant: Temporal.Instant | null;
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  /** The zone that the text names: IANA id or offset. */
  readonly zone: string | null;
};

/**
 * Reads a line that says when a page was published: `نُشر: 09:15-29 سبتمبر 2024 م ـ 26 ربيع الأول 1446 هـ`, `الخميس 21/11/2024 10:33 م`,
 * `Published 21 November 2024 10:33 GMT`, ISO 8601, RFC 822. Of a line with several dates, the day of publication, else
 * the first. Null for prose, for lines without a day, and for days that do not exist.
 */
export function readDateTime(text: string, options: DateTimeOptions): DateTimeReading | null {
  const datelines = readDateTimes(text, options);
  const chosen =
    datelines.find(({ role }) => role === 'published') ?? datelines.find(({ role }) => role === null) ?? datelines[0];
  return chosen ?? null;
}

/** All that a dateline says, each date with what its label says it is: `نُشر … آخر تحديث …`. Empty when it is no dateline. */
export function readDateTimes(text: string, options: DateTimeOptions): Dateline[] {
  return readDateline(text, contextOf(text, options), options.timeZone);
}

function contextOf(text: string, { reference, language }: DateOptions): DateContext {
  const looksEnglish = /[a-z]/i.test(text) && !/\p{Script=Arabic}/u.test(text);
  const isEnglish = language === undefined ? looksEnglish : language === 'en';
  return { reference: reference.withCalendar('iso8601'), isEnglish };
}

function withoutClosing(tokens: readonly DateToken[]): number {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]?.kind === 'mark' && closing.has(tokens[end - 1]?.text ?? '')) end -= 1;
  return end;
}

/** A day, and the time of day after it or before it: `الخميس 15:30`, `الرابعة عصر أمس`. */
function readWhole(tokens: readonly DateToken[], at: number, context: DateContext): Read<DateReading | null> | null {
  const day = readDay(tokens, at, context);
  if (day === null) return clockFirst(tokens, at, context);
  if (day.value === null) return day;
  const clock = readClock(tokens, skip(tokens, skip(tokens, day.next, beforeClock), beforeClock));
  if (clock === null) return day;
  const value: DayReading = { ...day.value, time: clock.value.time, zone: clock.value.zone };
  return { value, next: clock.next };
}

function clockFirst(tokens: readonly DateToken[], at: number, context: DateContext): Read<DateReading | null> | null {
  const clock = readClock(tokens, skip(tokens, at, beforeClock));
  const day =
    clock === null ? null : readDay(tokens, skip(tokens, skip(tokens, clock.next, beforeClock), fromWord), context);
  if (clock === null || day === null || day.value === null) return day;
  return { value: { ...day.value, time: clock.value.time, zone: clock.value.zone }, next: day.next };
}

function clockAlone(tokens: readonly DateToken[], at: number): Read<DateReading | null> | null {
  const from = skip(tokens, at, beforeClock);
  const clock = readClock(tokens, from);
  return clock === null ? null : { value: { kind: 'time', ...clock.value }, next: clock.next };
}

function longest(tokens: readonly DateToken[], at: number, context: DateContext): Read<DateReading | null> | null {
  let best: Read<DateReading | null> | null = null;
  for (const rule of [readRange, readWhole, readSpan, clockAlone]) {
    const read = rule(tokens, at, context);
    if (read !== null && read.next > (best?.next ?? at)) best = read;
  }
  return best;
}

/** Words with which a date may begin inside a text. A preposition before it (في، خلال) stays outside of it. */
const STARTERS: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, NEAR_DAYS, PARTS, SEASONS].flatMap((book) => [...book.keys()]),
  ...[DEFINITE_UNITS, DAY_ORDINALS, HOUR_ORDINALS].flatMap((book) => [...book.keys()]),
  ...DAY_PARTS,
  ...wordSet(
    'بتاريخ يوم بيوم ليلة هذا هذه عام سنة عامي سنتي شهر قبل منذ من بين ما الفترة المدة النصف الربع الساعة ال gmt utc',
  ),
]);

/** Not in the middle of a longer figure or word: `8.5 مايو`, `Al-8`. */
function mayBegin(tokens: readonly DateToken[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || token.kind === 'mark') return false;
  if (token.kind === 'word') return STARTERS.has(token.text);
  if (token.text.length > 4) return false;
  if (!token.glued || before === undefined) return true;
  if (before.kind === 'word') return joinedBefore.has(before.text);
  return !(/^[.,:/٫٬-]$/.test(before.text) && before.glued && tokens[at - 2]?.kind === 'number');
}

const joinedBefore = wordSet('و ال ب ل');
const backwards = wordSet('قبل منذ');
const fromThen = wordSet('من على');

/** `قبل ثلاثة أيام من الانتخابات` is counted from another day than today, and so, in a story, is `بعد ثلاثة أيام`. */
function isCountedFromElsewhere(tokens: readonly DateToken[], at: number, next: number): boolean {
  if (isToken(tokens, at, 'بعد')) return readPhrase(tokens, at, NEAR_DAYS) === null;
  return backwards.has(tokens[at]?.text ?? '') && fromThen.has(tokens[next]?.text ?? '');
}

/** `في اليوم` after a quantity is every day. */
function isPerDay(tokens: readonly DateToken[], at: number, next: number): boolean {
  return next === at + 1 && isToken(tokens, at, 'اليوم') && isToken(tokens, at - 1, 'في');
}

const saysDay = wordSet('يوم اليوم أمس صباح مساء فجر ظهر عصر ليل الماضي المقبل القادم');
const stops = /^[.,،؛:)»]$/;

/** What is a date only when the whole text is: a weekday that may be a number (الاثنين) or a name, a month without a year. */
function isTooBare(tokens: readonly DateToken[], at: number, read: Read<DateReading | null>): boolean {
  const reading = read.value;
  const isOne = read.next === at + 1;
  if (reading === null) return false;
  if (isCountedFromElsewhere(tokens, at, read.next) || isPerDay(tokens, at, read.next)) return true;
  if (reading.kind === 'time')
    return isOne || (reading.zone === null && !tokens.slice(at, read.next).some(({ text }) => text === 'الساعه'));
  if (reading.kind === 'month') return reading.assumed && reading.part === null;
  if (!isOne || readPhrase(tokens, at, WEEKDAYS) === null) return false;
  const before = tokens[at - 1];
  const after = tokens[read.next];
  const isBetweenStops =
    (before === undefined || stops.test(before.text)) && (after === undefined || stops.test(after.text));
  return !isBetweenStops && !saysDay.has(before?.text ?? '') && readPhrase(tokens, read.next, MONTHS) === null;
}
