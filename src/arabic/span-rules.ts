// Stretches of time as they are written: months, years, weeks, seasons, quarters, parts of them (`مطلع أكتوبر`), and how
// long ago (`قبل ثلاثة أيام`, `الأسبوع الماضي`). The contract of a rule is that of `day-rules.ts`.

import type { DateReading, Part, Season } from './date-reading.ts';
import {
  type DateContext,
  type Days,
  monthDays,
  monthOf,
  nearestYear,
  yearDays,
  yearOfTurn,
} from './date-resolving.ts';
import { type DateToken, isToken, type Read, readNumber, readPhrase, skip } from './date-tokens.ts';
import {
  COUNTED_UNITS,
  DEFINITE_UNITS,
  type MonthName,
  PARTS,
  SEASONS,
  TURNS,
  type Turn,
  wordSet,
} from './date-words.ts';
import { monthLead, ofWords, readMonth, readYear, readYearOf, readYearTurn, TURN_DISTANCE } from './month-rules.ts';
import { CARDINALS, FIRST_TO_FOURTH } from './number-words.ts';

type Tokens = readonly DateToken[];
export type SpanRead = Read<DateReading | null> | null;

const leads = wordSet('في خلال');
const thisWords = wordSet('هذا هذه');
const yearWords = wordSet('عام سنة العام');
const oneWords = wordSet('واحد واحدة');

/** Any stretch of time that begins at a token. */
export function readSpan(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const from = skip(tokens, at, leads);
  return (
    part(tokens, from, context) ??
    fraction(tokens, from, context) ??
    monthOfYear(tokens, from, context, null) ??
    season(tokens, from, context) ??
    unitByTurn(tokens, from, context, null) ??
    yearAlone(tokens, from, null) ??
    ago(tokens, at, context)
  );
}

/** `مطلع أكتوبر`, `أواخر سبتمبر (أيلول) الماضي`, `منتصف العام الجاري`, `نهاية 2023`. */
function part(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const which = readPhrase(tokens, at, PARTS);
  if (which === null) return null;
  const from = skip(tokens, which.next, ofWords);
  return (
    monthOfYear(tokens, from, context, which.value) ??
    unitByTurn(tokens, from, context, which.value) ??
    yearAlone(tokens, from, which.value) ??
    bareYear(tokens, from, which.value)
  );
}

/** `أكتوبر 2023`, `شهر رمضان 1445`, `تشرين الأول/أكتوبر المنصرم`, `أكتوبر من العام الماضي`, `أكتوبر`. */
function monthOfYear(tokens: Tokens, at: number, context: DateContext, which: Part | null): SpanRead {
  const from = skip(tokens, at, monthLead);
  const month = readMonth(tokens, from);
  if (month === null) return null;
  const year = readYearOf(tokens, month.next, month.value, context);
  if (year.value === 'contradiction') return { value: null, next: year.next };
  if (year.value === null) {
    // A bare name may be a word of another kind (أب، مارس، رمضان): it is a month by itself only when it can be nothing else.
    if (which === null && from === at && isAmbiguousName(tokens, from, month)) return null;
    return monthReading(month.value, nearestYear(month.value, context.reference), which, true, year.next);
  }
  const number = 'year' in year.value ? year.value.year : yearOfTurn(month.value, year.value.turn, context.reference);
  return monthReading(month.value, number, which, false, year.next);
}

const ambiguousNames = wordSet('آب ماي أوت جوان may mar march sat sun');

function isAmbiguousName(tokens: Tokens, at: number, month: Read<MonthName>): boolean {
  if (month.value.calendar === 'hijri') return true;
  return month.next === at + 1 && ambiguousNames.has(tokens[at]?.text ?? '');
}

function monthReading(
  name: MonthName,
  year: number | null,
  which: Part | null,
  assumed: boolean,
  next: number,
): Read<DateReading | null> {
  const days = year === null ? null : monthDays(name.calendar, year, name.month);
  if (year === null || days === null) return { value: null, next };
  const { from, to } = thirdOfMonth(days, which);
  return {
    value: { kind: 'month', year, month: name.month, part: which, from, to, calendar: name.calendar, assumed },
    next,
  };
}

function thirdOfMonth(days: Days, which: Part | null): Days {
  switch (which) {
    case null:
      return days;
    case 'start':
      return { from: days.from, to: days.from.add({ days: 9 }) };
    case 'mid':
      return { from: days.from.add({ days: 10 }), to: days.from.add({ days: 19 }) };
    case 'end':
      return { from: days.from.add({ days: 20 }), to: days.to };
    default:
      return which satisfies never;
  }
}

/** `الأسبوع الماضي`, `هذا الشهر`, `العام المقبل`, `السنة قبل الماضية`. */
function unitByTurn(tokens: Tokens, at: number, context: DateContext, which: Part | null): SpanRead {
  const afterThis = skip(tokens, at, thisWords);
  const unit = readPhrase(tokens, afterThis, DEFINITE_UNITS);
  if (unit === null) return null;
  const turn: Read<Turn> | null =
    afterThis !== at ? { value: 'current', next: unit.next } : readPhrase(tokens, unit.next, TURNS);
  if (turn === null) return null;
  const distance = TURN_DISTANCE[turn.value];
  const { reference } = context;
  switch (unit.value) {
    case 'week':
      return { value: weekReading(reference.add({ weeks: distance }), which), next: turn.next };
    case 'month': {
      const { year, month } = reference.with({ day: 1 }).add({ months: distance });
      return monthReading({ calendar: 'gregorian', month }, year, which, false, turn.next);
    }
    case 'year':
      return { value: yearReading('gregorian', reference.year + distance, which), next: turn.next };
    default:
      return unit.value satisfies never;
  }
}

function weekReading(day: Temporal.PlainDate, which: Part | null): DateReading {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return {
    kind: 'week',
    year: day.yearOfWeek ?? day.year,
    week: day.weekOfYear ?? 1,
    part: which,
    from: monday,
    to: monday.add({ days: 6 }),
    calendar: 'gregorian',
    assumed: false,
  };
}

/** A year by its number needs a word that says it is one: `عام 2023`, `1445هـ`. */
function yearAlone(tokens: Tokens, at: number, which: Part | null): SpanRead {
  const year = readYear(tokens, at);
  if (year === null || tokens[at]?.kind === 'mark') return null;
  const isSaid = skip(tokens, at, yearWords) !== at || tokens[year.next - 1]?.kind === 'word';
  return isSaid ? { value: yearReading(year.value.calendar, year.value.year, which), next: year.next } : null;
}

/** `مطلع 2024`: the part says that the number is a year. */
function bareYear(tokens: Tokens, at: number, which: Part | null): SpanRead {
  if (tokens[at]?.kind !== 'number') return null;
  const year = readYear(tokens, at);
  return year === null ? null : { value: yearReading(year.value.calendar, year.value.year, which), next: year.next };
}

/** A whole text that is a year and nothing else, as in a search box. */
export function readBareYear(tokens: Tokens, at: number): SpanRead {
  return bareYear(tokens, at, null);
}

function yearReading(calendar: MonthName['calendar'], year: number, which: Part | null): DateReading | null {
  const days = yearDays(calendar, year);
  if (days === null) return null;
  const months = which === null ? null : { start: [1, 4], mid: [5, 8], end: [9, 12] }[which];
  const from = months === null ? days.from : (monthDays(calendar, year, months[0] as number)?.from ?? days.from);
  const to = months === null ? days.to : (monthDays(calendar, year, months[1] as number)?.to ?? days.to);
  return { kind: 'year', year, part: which, from, to, calendar, assumed: false };
}

/** The year of a season or quarter: a number, or a turn of the year. */
function whichYear(tokens: Tokens, at: number, context: DateContext): Read<number> | null {
  const from = skip(tokens, at, ofWords);
  const turn = readYearTurn(tokens, from);
  if (turn !== null) return { value: context.reference.year + TURN_DISTANCE[turn.value], next: turn.next };
  const year = readYear(tokens, from);
  return year?.value.calendar === 'gregorian' && tokens[from]?.kind !== 'mark'
    ? { value: year.value.year, next: year.next }
    : null;
}

const firstMonths: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** `صيف 2024`, `شتاء العام الماضي`. Three whole months; winter begins in the December before its year. */
function season(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const which = readPhrase(tokens, at, SEASONS);
  const year = which === null ? null : whichYear(tokens, which.next, context);
  if (which === null || year === null) return null;
  const month = firstMonths[which.value];
  const from = new Temporal.PlainDate(month === 12 ? year.value - 1 : year.value, month, 1);
  const to = from.add({ months: 3 }).subtract({ days: 1 });
  return {
    value: { kind: 'season', year: year.value, season: which.value, from, to, calendar: 'gregorian', assumed: false },
    next: year.next,
  };
}

/** `الربع الثالث من 2023`, `النصف الأول من العام الجاري`. */
function fraction(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const isHalf = isToken(tokens, at, 'النصف');
  if (!isHalf && !isToken(tokens, at, 'الربع')) return null;
  const ordinal = readPhrase(tokens, at + 1, FIRST_TO_FOURTH);
  const year = ordinal === null ? null : whichYear(tokens, ordinal.next, context);
  if (ordinal === null || year === null || (isHalf && ordinal.value > 2)) return null;
  const months = isHalf ? 6 : 3;
  const from = new Temporal.PlainDate(year.value, (ordinal.value - 1) * months + 1, 1);
  const days = { from, to: from.add({ months }).subtract({ days: 1 }), calendar: 'gregorian', assumed: false } as const;
  const named = { year: year.value, ...days };
  const value: DateReading = isHalf
    ? { kind: 'half', half: ordinal.value, ...named }
    : { kind: 'quarter', quarter: ordinal.value, ...named };
  return { value, next: year.next };
}

const backwards = wordSet('قبل منذ');

/** `قبل يومين`, `منذ 3 أسابيع`, `بعد ثلاثة أيام`, `قبل عام`: days and weeks name a day, months a month, years a year. */
function ago(tokens: Tokens, at: number, context: DateContext): SpanRead {
  const isBack = skip(tokens, at, backwards) !== at;
  if (!isBack && !isToken(tokens, at, 'بعد')) return null;
  const amount = readAmount(tokens, at + 1);
  if (amount === null) return null;
  const count = isBack ? -amount.value.count : amount.value.count;
  const { reference } = context;
  switch (amount.value.unit) {
    case 'day':
    case 'week': {
      const date = reference.add(amount.value.unit === 'day' ? { days: count } : { weeks: count });
      return {
        value: {
          kind: 'day',
          date,
          from: date,
          to: date,
          calendar: 'gregorian',
          assumed: false,
          time: null,
          zone: null,
        },
        next: amount.next,
      };
    }
    case 'month': {
      const { year, month } = monthOf('gregorian', reference.with({ day: 1 }).add({ months: count }));
      return monthReading({ calendar: 'gregorian', month }, year, null, false, amount.next);
    }
    case 'year':
      return { value: yearReading('gregorian', reference.year + count, null), next: amount.next };
    default:
      return amount.value.unit satisfies never;
  }
}

function readAmount(tokens: Tokens, at: number) {
  const alone = readPhrase(tokens, at, COUNTED_UNITS);
  if (alone !== null) {
    const { unit, count } = alone.value;
    return count === null
      ? null
      : { value: { unit, count }, next: count === 1 ? skip(tokens, alone.next, oneWords) : alone.next };
  }
  const count = readNumber(tokens, at, 3) ?? readPhrase(tokens, at, CARDINALS);
  const noun = count === null ? null : readPhrase(tokens, count.next, COUNTED_UNITS);
  if (count === null || noun === null || noun.value.count === 2 || count.value === 0) return null;
  return { value: { unit: noun.value.unit, count: count.value }, next: noun.next };
}
