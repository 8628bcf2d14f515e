// Days as they are written: `الأحد، 8 أكتوبر (تشرين الأول) 2023`, `الثامن من الشهر الجاري`, `8/10/2023`, `أمس الخميس`,
// `23 ربيع الأول 1445هـ الموافق 8 أكتوبر 2023م`.
//
// A rule answers null when its form is not there, and a value of null when the form is there and contradicts itself
// (`الأحد 9 أكتوبر 2023` was a Monday): such a stretch is refused whole, and no part of it is read instead.

import type { DayReading } from './date-reading.ts';
import { type DateContext, dayOf, HIJRI_YEARS, monthOf, resolveDay, resolveWeekday } from './date-resolving.ts';
import { type DateToken, isToken, type Read, readPhrase, skip } from './date-tokens.ts';
import {
  DAY_PARTS,
  DEFINITE_UNITS,
  type MonthName,
  NEAR_DAYS,
  TURNS,
  type Turn,
  WEEKDAYS,
  wordSet,
} from './date-words.ts';
import {
  gregorianSigns,
  hijriSigns,
  ofWords,
  readDayAndMonth,
  readDayNumber,
  readMonthAndDay,
  readYearOf,
  TURN_DISTANCE,
} from './month-rules.ts';

const leads = wordSet('في بتاريخ تاريخ يوم بيوم on');
const commas = new Set([',', '،']);
const betweenCalendars = new Set([',', '،', '-', '/', '|', '=', ...wordSet('الموافق الموافقة لـ ل')]);
const nightWord = wordSet('ليلة');
const afterWeekday = new Set([',', '،', ...wordSet('الموافق الموافقة')]);

type Tokens = readonly DateToken[];
type DayRead = Read<DayReading | null> | null;
type Found = { readonly date: Temporal.PlainDate; readonly calendar: MonthName['calendar']; readonly assumed: boolean };

/** A day in any of its forms, with the words that lead to it (`في يوم`, `مساء`). */
export function readDay(tokens: Tokens, at: number, context: DateContext): DayRead {
  const from = afterDayPart(tokens, at);
  const read =
    nearDay(tokens, at, context) ??
    nearDay(tokens, skip(tokens, from, nightWord), context) ??
    weekdayFirst(tokens, from, context) ??
    calendarDay(tokens, from, context, null);
  if (read === null) return null;
  if (read.value === null) return { value: null, next: read.next };
  const { date, calendar, assumed } = read.value;
  return {
    value: { kind: 'day', date, from: date, to: date, calendar, assumed, time: null, zone: null },
    next: read.next,
  };
}

/** The place after `في يوم`, `مساء`, `بعد ظهر يوم`. */
function afterDayPart(tokens: Tokens, at: number): number {
  let from = at;
  for (let round = 0; round < 2; round += 1) from = skip(tokens, from, leads);
  if (isToken(tokens, from, 'بعد') && isToken(tokens, from + 1, 'ظهر')) from += 1;
  return skip(tokens, skip(tokens, from, DAY_PARTS), leads);
}

/** `أمس`, `أمس الخميس`, `اليوم (الخميس)`, `غداً السبت 14 أكتوبر`: whatever follows must be that very day. */
function nearDay(tokens: Tokens, at: number, context: DateContext): Read<Found | null> | null {
  const near = readPhrase(tokens, at, NEAR_DAYS);
  if (near === null) return null;
  const date = context.reference.add({ days: near.value });
  const opened = isToken(tokens, near.next, '(');
  const from = opened ? near.next + 1 : skip(tokens, near.next, commas);
  const weekday = readPhrase(tokens, from, WEEKDAYS);
  const explicit = calendarDay(
    tokens,
    weekday === null ? from : skip(tokens, weekday.next, afterWeekday),
    context,
    null,
  );
  if (weekday === null && explicit === null) {
    return isOtherToday(tokens, near)
      ? null
      : { value: { date, calendar: 'gregorian', assumed: false }, next: near.next };
  }
  let next = explicit?.next ?? weekday?.next ?? near.next;
  if (opened) {
    if (!isToken(tokens, next, ')')) return { value: null, next };
    next += 1;
  }
  const agrees =
    (weekday === null || weekday.value === date.dayOfWeek) &&
    (explicit === null || explicit.value?.date.equals(date) === true);
  return { value: agrees ? { date, calendar: 'gregorian', assumed: false } : null, next };
}

/** `اليوم التالي`, `اليوم الوطني`: a day, but not today. */
function isOtherToday(tokens: Tokens, near: Read<number>): boolean {
  const after = tokens[near.next];
  return near.value === 0 && after?.kind === 'word' && after.text.startsWith('ال');
}

/** `الخميس`, `الخميس الماضي`, `الأحد، 8 أكتوبر 2023`, `الأحد (8 أكتوبر 2023)`. */
function weekdayFirst(tokens: Tokens, at: number, context: DateContext): Read<Found | null> | null {
  const weekday = readPhrase(tokens, at, WEEKDAYS);
  if (weekday === null) return null;
  const named = isToken(tokens, weekday.next, '.') && context.isEnglish ? weekday.next + 1 : weekday.next;
  const turn = readPhrase(tokens, named, TURNS);
  const opened = isToken(tokens, named, '(');
  const from = opened ? named + 1 : skip(tokens, skip(tokens, turn?.next ?? named, afterWeekday), afterWeekday);
  const explicit = calendarDay(tokens, skip(tokens, from, leads), context, weekday.value);
  if (explicit !== null) {
    if (!opened) return explicit;
    return isToken(tokens, explicit.next, ')')
      ? withPartner(tokens, { value: explicit.value, next: explicit.next + 1 }, context)
      : null;
  }
  const date = resolveWeekday(weekday.value, turn?.value ?? null, context.reference);
  return { value: date === null ? null : { date, calendar: 'gregorian', assumed: false }, next: turn?.next ?? named };
}

/** A day with its month, by name or in figures, and the same day in the other calendar when it follows. */
export function calendarDay(
  tokens: Tokens,
  at: number,
  context: DateContext,
  weekday: number | null,
): Read<Found | null> | null {
  const read =
    numericDay(tokens, at, context, weekday) ??
    thisMonthsDay(tokens, at, context, weekday) ??
    namedDay(tokens, at, context, weekday);
  return read === null ? null : withPartner(tokens, read, context);
}

/** Two calendars may differ by a day, since Hijri months begin by sighting; more is a contradiction. */
function withPartner(tokens: Tokens, read: Read<Found | null>, context: DateContext): Read<Found | null> {
  const found = read.value;
  if (found === null) return read;
  const opened = isToken(tokens, read.next, '(');
  const from = opened ? read.next + 1 : skip(tokens, skip(tokens, read.next, betweenCalendars), betweenCalendars);
  if (from === read.next) return read;
  const partner = numericDay(tokens, from, context, null) ?? namedDay(tokens, skip(tokens, from, leads), context, null);
  if (partner === null || partner.value === null || partner.value.calendar === found.calendar || partner.value.assumed)
    return read;
  if (opened && !isToken(tokens, partner.next, ')')) return read;
  const next = opened ? partner.next + 1 : partner.next;
  const apart = Math.abs(found.date.until(partner.value.date, { largestUnit: 'day' }).days);
  if (apart > 1) return { value: null, next };
  return { value: found.calendar === 'gregorian' ? found : partner.value, next };
}

/** `8 من الشهر الجاري`, `الثامن من هذا الشهر`, `25 من الشهر الماضي`. */
function thisMonthsDay(
  tokens: Tokens,
  at: number,
  context: DateContext,
  weekday: number | null,
): Read<Found | null> | null {
  const day = readDayNumber(tokens, at);
  if (day === null) return null;
  const from = skip(tokens, day.next, ofWords);
  const isThis = isToken(tokens, from, 'هذا');
  const unit = readPhrase(tokens, isThis ? from + 1 : from, DEFINITE_UNITS);
  if (unit?.value !== 'month') return null;
  const turn: Read<Turn> | null = isThis ? { value: 'current', next: unit.next } : readPhrase(tokens, unit.next, TURNS);
  if (turn === null) return null;
  const month = context.reference.with({ day: 1 }).add({ months: TURN_DISTANCE[turn.value] });
  const date = dayOf('gregorian', month.year, month.month, day.value);
  const fits = date !== null && (weekday === null || date.dayOfWeek === weekday);
  return { value: fits ? { date, calendar: 'gregorian', assumed: false } : null, next: turn.next };
}

/** `8 أكتوبر (تشرين الأول) 2023`, `الثامن من أكتوبر الماضي`, `21 November 2024`, `Nov. 21, 2024`. */
function namedDay(tokens: Tokens, at: number, context: DateContext, weekday: number | null): Read<Found | null> | null {
  const written = readDayAndMonth(tokens, at) ?? readMonthAndDay(tokens, at);
  if (written === null) return null;
  const { day, month } = written.value;
  const year = readYearOf(tokens, written.next, month, context);
  if (year.value === 'contradiction') return { value: null, next: year.next };
  const date = resolveDay({ month, day, year: year.value }, context, weekday);
  return {
    value: date === null ? null : { date, calendar: month.calendar, assumed: year.value === null },
    next: year.next,
  };
}

/** `8/10/2023`, `2023-10-08`, `17.03.2020`, `23/3/1445هـ`, `8/10/23`: day first, as Arabic prints. */
function numericDay(
  tokens: Tokens,
  at: number,
  context: DateContext,
  weekday: number | null,
): Read<Found | null> | null {
  const parts = threeNumbers(tokens, at);
  if (parts === null) return null;
  const [first, second, third] = parts.value;
  const isYearFirst = first.length === 4;
  if (
    (isYearFirst ? third.length > 2 : first.length > 2 || third.length === 3) ||
    second.length > 2 ||
    third.length > 4
  )
    return null;
  const year = Number(isYearFirst ? first : third);
  const isHijri = year >= HIJRI_YEARS.from && year <= HIJRI_YEARS.to;
  const next = skip(tokens, parts.next, isHijri ? hijriSigns : gregorianSigns);
  const calendar = isHijri ? 'hijri' : 'gregorian';
  const fullYear = third.length <= 2 && !isYearFirst ? shortYear(third, context) : year;
  if (fullYear === null) return null;
  const day = Number(isYearFirst ? third : first);
  const turned = isYearFirst || tokens[at + 1]?.text === '.' ? null : dayOf(calendar, fullYear, day, Number(second));
  const orders = [dayOf(calendar, fullYear, Number(second), day), turned].filter((date) => date !== null);
  const date = inOrder(
    orders.filter((order) => weekday === null || order.dayOfWeek === weekday),
    context,
  );
  return { value: date === null ? null : { date, calendar, assumed: fullYear !== year }, next };
}

/**
 * Day first, as Arabic prints, and month first only when it cannot be day first. In English, where both orders live, a
 * date that could be either is none.
 */
function inOrder(orders: readonly Temporal.PlainDate[], context: DateContext): Temporal.PlainDate | null {
  const [first, other] = orders;
  if (first === undefined) return null;
  return context.isEnglish && other !== undefined && !other.equals(first) ? null : first;
}

/** `23` beside the reference's year: of its century unless that is more than a year ahead. */
function shortYear(figures: string, context: DateContext): number | null {
  if (figures.length !== 2) return null;
  const here = monthOf('gregorian', context.reference).year;
  const year = Math.floor(here / 100) * 100 + Number(figures);
  return year > here + 1 ? year - 100 : year;
}

/** Three numbers with one and the same mark between them; only a slash may stand in spaces. */
function threeNumbers(tokens: Tokens, at: number): Read<readonly [string, string, string]> | null {
  const [first, mark, second, other, third] = tokens.slice(at, at + 5);
  if (first?.kind !== 'number' || second?.kind !== 'number' || third?.kind !== 'number') return null;
  if (mark?.kind !== 'mark' || other?.kind !== 'mark' || mark.text !== other.text || !/^[/.-]$/.test(mark.text))
    return null;
  const isTight = mark.glued && second.glued && other.glued && third.glued;
  if (!isTight && mark.text !== '/') return null;
  const after = tokens[at + 5];
  if (after?.kind === 'mark' && after.glued && after.text === mark.text && tokens[at + 6]?.kind === 'number')
    return null;
  return { value: [first.text, second.text, third.text], next: at + 5 };
}
