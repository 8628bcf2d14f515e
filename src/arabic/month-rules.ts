// The pieces of a date: the number of a day, the name of a month under one or both traditions, and which year is meant.

import { type DateContext, GREGORIAN_YEARS, HIJRI_YEARS, monthOf, type WrittenYear } from './date-resolving.ts';
import { type DateToken, isToken, type Read, readNumber, readPhrase, skip } from './date-tokens.ts';
import { DEFINITE_UNITS, MONTHS, type MonthName, TURNS, type Turn, wordSet } from './date-words.ts';
import { DAY_ORDINALS } from './number-words.ts';

type Tokens = readonly DateToken[];

/** Words between a day and its month, before a month, and after a year. */
export const ofWords = wordSet('من of');
export const monthLead = wordSet('شهر');
export const gregorianSigns = wordSet('م ميلادي ميلادية');
export const hijriSigns = wordSet('ه هجري هجرية للهجرة');
const yearLeads = wordSet('عام سنة لعام لسنة العام');
const thisWords = wordSet('هذا هذه');
const commas = new Set([',', '،']);
const englishOrdinal = wordSet('st nd rd th');

export type DayAndMonth = { readonly day: number; readonly month: MonthName };

/** `8 أكتوبر`, `الثامن من شهر أكتوبر`, `8th of October`. */
export function readDayAndMonth(tokens: Tokens, at: number): Read<DayAndMonth> | null {
  const day = readDayNumber(tokens, at);
  if (day === null) return null;
  const month = readMonth(tokens, skip(tokens, skip(tokens, day.next, ofWords), monthLead));
  return month === null ? null : { value: { day: day.value, month: month.value }, next: month.next };
}

/** `Nov. 21`, with the month first as American English has it. */
export function readMonthAndDay(tokens: Tokens, at: number): Read<DayAndMonth> | null {
  if (!/^[a-z]+$/.test(tokens[at]?.text ?? '')) return null;
  const month = readMonth(tokens, at);
  if (month === null) return null;
  const day = readDayNumber(tokens, month.next);
  return day === null ? null : { value: { day: day.value, month: month.value }, next: day.next };
}

/** The day of a month in figures or as an ordinal: `8`, `الـ8`, `8th`, `الحادي والعشرين`. */
export function readDayNumber(tokens: Tokens, at: number): Read<number> | null {
  const from = isToken(tokens, at, 'ال') && tokens[at + 1]?.glued === true ? at + 1 : at;
  const number = readNumber(tokens, from, 2);
  if (number !== null) return { ...number, next: skip(tokens, number.next, englishOrdinal) };
  return readPhrase(tokens, at, DAY_ORDINALS);
}

/** A month under one name or under both: `أكتوبر`, `أكتوبر (تشرين الأول)`, `تشرين الأول/أكتوبر`. Null when the two are not one month. */
export function readMonth(tokens: Tokens, at: number): Read<MonthName> | null {
  const first = readPhrase(tokens, at, MONTHS);
  if (first === null) return null;
  const isLatin = /^[a-z]+$/.test(tokens[at]?.text ?? '');
  const after = isLatin && isToken(tokens, first.next, '.') ? first.next + 1 : first.next;
  const opened = isToken(tokens, after, '(');
  const second = readPhrase(tokens, opened || isToken(tokens, after, '/') ? after + 1 : after, MONTHS);
  if (second === null || second.value.calendar !== first.value.calendar) return { value: first.value, next: after };
  if (second.value.month !== first.value.month) return null;
  if (opened && !isToken(tokens, second.next, ')')) return null;
  return { value: first.value, next: opened ? second.next + 1 : second.next };
}

/** How far each turn is from the present month, week or year. */
export const TURN_DISTANCE: Readonly<Record<Turn, number>> = { past: -1, current: 0, next: 1, 'before last': -2 };

/** The year of a month: in figures, by its turn (`الماضي`, `من العام الماضي`), or none. */
export function readYearOf(
  tokens: Tokens,
  at: number,
  month: MonthName,
  context: DateContext,
): Read<WrittenYear | 'contradiction'> {
  const year = readYear(tokens, at);
  if (year !== null) {
    const agrees = year.value.calendar === month.calendar;
    return { value: agrees ? { year: year.value.year } : 'contradiction', next: year.next };
  }
  const yearsTurn = readYearTurn(tokens, skip(tokens, at, ofWords));
  if (yearsTurn !== null) {
    const here = monthOf(month.calendar, context.reference).year;
    return { value: { year: here + TURN_DISTANCE[yearsTurn.value] }, next: yearsTurn.next };
  }
  const turn = readPhrase(tokens, at, TURNS);
  return turn === null ? { value: null, next: at } : { value: { turn: turn.value }, next: turn.next };
}

/** `العام الماضي`, `السنة الجارية`, `هذا العام`. */
export function readYearTurn(tokens: Tokens, at: number): Read<Turn> | null {
  const afterThis = skip(tokens, at, thisWords);
  const unit = readPhrase(tokens, afterThis, DEFINITE_UNITS);
  if (unit?.value !== 'year') return null;
  return afterThis !== at ? { value: 'current', next: unit.next } : readPhrase(tokens, unit.next, TURNS);
}

export type YearNumber = { readonly year: number; readonly calendar: MonthName['calendar'] };

/** `2023`, `، 2023`, `عام 2023م`, `1445هـ`, `سنة 1445 هجرية`: four figures that are a year of news in one of the calendars. */
export function readYear(tokens: Tokens, at: number): Read<YearNumber> | null {
  const from = skip(tokens, skip(tokens, skip(tokens, at, commas), ofWords), yearLeads);
  const number = tokens[from]?.text.length === 4 ? readNumber(tokens, from, 4) : null;
  if (number === null) return null;
  const isHijri = number.value >= HIJRI_YEARS.from && number.value <= HIJRI_YEARS.to;
  const isGregorian = number.value >= GREGORIAN_YEARS.from && number.value <= GREGORIAN_YEARS.to;
  if (!isHijri && !isGregorian) return null;
  const signs = isHijri ? hijriSigns : gregorianSigns;
  const wrongSigns = isHijri ? gregorianSigns : hijriSigns;
  if (skip(tokens, number.next, wrongSigns) !== number.next && !isTime(tokens, number.next)) return null;
  return {
    value: { year: number.value, calendar: isHijri ? 'hijri' : 'gregorian' },
    next: skip(tokens, number.next, signs),
  };
}

function isTime(tokens: Tokens, at: number): boolean {
  return tokens[at + 1]?.kind === 'number';
}
