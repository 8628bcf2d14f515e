// From one day, month or year to another: `بين 5 و8 أكتوبر 2023`, `من مايو إلى يوليو 2023`, `ليل الخميس - الجمعة`, `بين عامي
// 2020 و2023`. The contract of a rule is that of `day-rules.ts`.

import type { DateReading } from './date-reading.ts';
import {
  type DateContext,
  monthDays,
  nearestYear,
  resolveDay,
  resolveWeekday,
  type WrittenYear,
  yearDays,
  yearOfTurn,
} from './date-resolving.ts';
import { type DateToken, isToken, type Read, readPhrase, skip } from './date-tokens.ts';
import { type MonthName, WEEKDAYS, wordSet } from './date-words.ts';
import { calendarDay } from './day-rules.ts';
import { ofWords, readDayNumber, readMonth, readYear, readYearOf, type YearNumber } from './month-rules.ts';
import type { SpanRead } from './span-rules.ts';

type Tokens = readonly DateToken[];

const leads = wordSet('في خلال');
const period = wordSet('الفترة المدة');
const between = wordSet('بين');
const fromWords = wordSet('من');
const and = wordSet('و');
const until = new Set(['-', ...wordSet('إلى حتى ولغاية لغاية')]);
const monthLead = wordSet('شهر شهري');
const yearLeads = wordSet('عامي عام سنتي سنة الأعوام السنوات');
const nights = wordSet('ليل ليلة');
const nightJoints = new Set(['-', '/', ...wordSet('إلى على')]);

/** A range in any of its forms. */
export function readRange(tokens: Tokens, at: number, context: DateContext): SpanRead {
  return night(tokens, at, context) ?? opened(tokens, at, context) ?? dashed(tokens, at, context);
}

/** `ليل الخميس - الجمعة`: the two days must follow one another. */
function night(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const from = skip(tokens, at, nights);
  const first = from === at ? null : readPhrase(tokens, from, WEEKDAYS);
  const second = first === null ? null : readPhrase(tokens, skip(tokens, first.next, nightJoints), WEEKDAYS);
  if (first === null || second === null) return null;
  const day = resolveWeekday(first.value, null, context.reference);
  const next = day?.add({ days: 1 });
  const follows = day !== null && next?.dayOfWeek === second.value;
  return { value: follows ? days(day, next, 'gregorian', false) : null, next: second.next };
}

/** Forms with a word that opens them, each of which says how the two ends are joined. */
function opened(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const start = skip(tokens, skip(tokens, at, leads), period);
  const afterWhat = isToken(tokens, start, 'ما') ? start + 1 : start;
  const afterBetween = skip(tokens, afterWhat, between);
  if (afterBetween !== afterWhat) return twoEnds(tokens, afterBetween, and, context);
  const afterFrom = skip(tokens, start, fromWords);
  return afterFrom === start ? null : twoEnds(tokens, afterFrom, until, context);
}

/** `5 - 8 أكتوبر 2023`, `2020-2023`; and two that follow one another, `8 و9 أكتوبر`, `عامي 2022 و2023`. */
function dashed(tokens: Tokens, at: number, context: DateContext): SpanRead {
  if (tokens[at]?.kind !== 'number' && skip(tokens, at, yearLeads) === at) return null;
  return twoEnds(tokens, at, new Set(['-']), context) ?? neighbours(tokens, at, context);
}

/** Two days or years that are not neighbours, `8 و12 أكتوبر`, are no range. */
function neighbours(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const read = twoDays(tokens, at, and, context) ?? twoYears(tokens, at, and);
  if (read?.value?.kind !== 'range') return null;
  const { from, to, precision } = read.value;
  const areNeighbours =
    precision === 'year' ? to.year - from.year === 1 : from.until(to, { largestUnit: 'day' }).days === 1;
  return areNeighbours ? read : null;
}

function twoEnds(tokens: Tokens, at: number, joint: ReadonlySet<string>, context: DateContext): SpanRead {
  return (
    twoFullDays(tokens, at, joint, context) ??
    twoDays(tokens, at, joint, context) ??
    twoMonths(tokens, at, joint, context) ??
    twoYears(tokens, at, joint)
  );
}

/** `من 28 سبتمبر 2023 إلى 3 أكتوبر 2023`, `من 5/10/2023 إلى 8/10/2023`: both ends say everything. */
function twoFullDays(tokens: Tokens, at: number, joint: ReadonlySet<string>, context: DateContext): SpanRead {
  const first = calendarDay(tokens, at, context, null);
  if (first === null || first.value?.assumed !== false) return null;
  const from = skip(tokens, first.next, joint);
  const second = from === first.next ? null : calendarDay(tokens, from, context, null);
  if (second === null || second.value === null) return null;
  return {
    value: days(first.value.date, second.value.date, second.value.calendar, second.value.assumed),
    next: second.next,
  };
}

type End = { readonly day: number; readonly month: MonthName | null; readonly year: WrittenYear };

/** `5 و8 أكتوبر 2023`, `28 سبتمبر و3 أكتوبر`: what the first end leaves out is the second's. */
function twoDays(tokens: Tokens, at: number, joint: ReadonlySet<string>, context: DateContext): SpanRead {
  const first = readEnd(tokens, at, context);
  const from = first === null ? at : skip(tokens, first.next, joint);
  const second = first === null || from === first.next ? null : readEnd(tokens, from, context);
  const month = second?.value.month ?? null;
  if (first === null || second === null || month === null) return null;
  const to = resolveDay({ ...second.value, month }, context, null);
  if (to === null) return { value: null, next: second.next };
  const begun = firstDay(first.value, month, to, context);
  return {
    value: begun === null ? null : days(begun, to, month.calendar, second.value.year === null),
    next: second.next,
  };
}

/** The last such day before the end of the range. */
function firstDay(
  first: End,
  month: MonthName,
  to: Temporal.PlainDate,
  context: DateContext,
): Temporal.PlainDate | null {
  const written = { day: first.day, month: first.month ?? month, year: null };
  const begun = resolveDay(written, { ...context, reference: to }, null);
  if (begun === null) return null;
  const apart = begun.until(to, { largestUnit: 'day' }).days;
  if (first.month === null) return apart > 0 && apart < 31 ? begun : null;
  if (apart > 0) return begun;
  const earlier = begun.subtract({ years: 1 });
  return written.month.calendar === 'gregorian' && earlier.day === first.day ? earlier : null;
}

function readEnd(tokens: Tokens, at: number, context: DateContext): Read<End> | null {
  const day = readDayNumber(tokens, at);
  if (day === null) return null;
  const month = readMonth(tokens, skip(tokens, skip(tokens, day.next, ofWords), monthLead));
  if (month === null) return { value: { day: day.value, month: null, year: null }, next: day.next };
  const year = readYearOf(tokens, month.next, month.value, context);
  if (year.value === 'contradiction') return null;
  return { value: { day: day.value, month: month.value, year: year.value }, next: year.next };
}

/** `من مايو إلى يوليو 2023`, `بين مايو (أيار) 2022 ويناير 2023`. */
function twoMonths(tokens: Tokens, at: number, joint: ReadonlySet<string>, context: DateContext): SpanRead {
  const first = readMonth(tokens, skip(tokens, at, monthLead));
  if (first === null) return null;
  const firstYear = readYearOf(tokens, first.next, first.value, context);
  const from = skip(tokens, firstYear.next, joint);
  const second = from === firstYear.next ? null : readMonth(tokens, skip(tokens, from, monthLead));
  if (second === null || second.value.calendar !== first.value.calendar) return null;
  const secondYear = readYearOf(tokens, second.next, second.value, context);
  const last = numberOf(second.value, secondYear.value, context) ?? nearestYear(second.value, context.reference);
  const begun =
    numberOf(first.value, firstYear.value, context) ?? (first.value.month < second.value.month ? last : last - 1);
  const start = monthDays(first.value.calendar, begun, first.value.month);
  const end = monthDays(second.value.calendar, last, second.value.month);
  const isRight =
    start !== null && end !== null && secondYear.value !== 'contradiction' && firstYear.value !== 'contradiction';
  if (!isRight || Temporal.PlainDate.compare(start.from, end.from) >= 0) return { value: null, next: secondYear.next };
  const calendar = first.value.calendar;
  const precision = calendar === 'hijri' ? 'day' : 'month';
  const assumed = secondYear.value === null;
  return {
    value: { kind: 'range', precision, from: start.from, to: end.to, calendar, assumed },
    next: secondYear.next,
  };
}

function numberOf(month: MonthName, year: WrittenYear | 'contradiction', context: DateContext): number | null {
  if (year === null || year === 'contradiction') return null;
  return 'year' in year ? year.year : yearOfTurn(month, year.turn, context.reference);
}

/** `عامي 2020 و2023`, `2020 إلى 2023`, `1444 و1445هـ`. */
function twoYears(tokens: Tokens, at: number, joint: ReadonlySet<string>): SpanRead {
  const first = yearEnd(tokens, at);
  const from = first === null ? at : skip(tokens, first.next, joint);
  const second = first === null || from === first.next ? null : yearEnd(tokens, from);
  if (first === null || second === null || first.value.calendar !== second.value.calendar) return null;
  const start = yearDays(first.value.calendar, first.value.year);
  const end = yearDays(second.value.calendar, second.value.year);
  if (start === null || end === null || first.value.year >= second.value.year)
    return { value: null, next: second.next };
  const calendar = first.value.calendar;
  const precision = calendar === 'hijri' ? 'day' : 'year';
  return {
    value: { kind: 'range', precision, from: start.from, to: end.to, calendar, assumed: false },
    next: second.next,
  };
}

function yearEnd(tokens: Tokens, at: number): Read<YearNumber> | null {
  const from = skip(tokens, at, yearLeads);
  return tokens[from]?.kind === 'number' ? readYear(tokens, from) : null;
}

function days(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: MonthName['calendar'],
  assumed: boolean,
): DateReading | null {
  if (Temporal.PlainDate.compare(from, to) >= 0) return null;
  return { kind: 'range', precision: 'day', from, to, calendar, assumed };
}
