// From what was written to days: which year a date without one means, and what a calendar does not have.

import type { MonthName, Turn } from './date-words.ts';
import { fromHijri, hijriDate } from './dates.ts';

/** What a reading leans on: the day on which the text was printed, and how its numbers are ordered. */
export type DateContext = {
  readonly reference: Temporal.PlainDate;
  /** The text is English, where 10/8/2023 is two different days; such a date is refused. */
  readonly isEnglish: boolean;
};

/** A year as written: by its number, by its turn (العام الماضي), or not at all. */
export type WrittenYear = { readonly year: number } | { readonly turn: Turn } | null;

/** A day as written. */
export type WrittenDay = { readonly month: MonthName; readonly day: number; readonly year: WrittenYear };

/** The Hijri years for which Umm al-Qura is printed or foretold, and the Gregorian ones that news speaks of. */
export const HIJRI_YEARS = { from: 1300, to: 1600 };
export const GREGORIAN_YEARS = { from: 1800, to: 2200 };

type Calendar = MonthName['calendar'];

/** The day of a calendar, or null when it has no such day (31 فبراير). */
export function dayOf(calendar: Calendar, year: number, month: number, day: number): Temporal.PlainDate | null {
  if (!Number.isInteger(day) || day < 1 || day > 31 || month < 1 || month > 12) return null;
  const years = calendar === 'hijri' ? HIJRI_YEARS : GREGORIAN_YEARS;
  if (year < years.from || year > years.to) return null;
  try {
    if (calendar === 'hijri') return fromHijri({ year, month, day });
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** Year and month of a day in a calendar. */
export function monthOf(
  calendar: Calendar,
  date: Temporal.PlainDate,
): { readonly year: number; readonly month: number } {
  return calendar === 'hijri' ? hijriDate(date) : { year: date.year, month: date.month };
}

/** First and last day of a month of a calendar; null when the year is out of bounds. */
export function monthDays(calendar: Calendar, year: number, month: number): Days | null {
  const from = dayOf(calendar, year, month, 1);
  const next = month === 12 ? dayOf(calendar, year + 1, 1, 1) : dayOf(calendar, year, month + 1, 1);
  return from === null || next === null ? null : { from, to: next.subtract({ days: 1 }) };
}

/** First and last day of a year of a calendar; null when the year is out of bounds. */
export function yearDays(calendar: Calendar, year: number): Days | null {
  const from = dayOf(calendar, year, 1, 1);
  const next = dayOf(calendar, year + 1, 1, 1);
  return from === null || next === null ? null : { from, to: next.subtract({ days: 1 }) };
}

export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/**
 * The year in which a month stands whose turn was written: `أكتوبر الماضي` in October is last year's. Null for `الجاري`
 * beside another month than the present one, which contradicts itself.
 */
export function yearOfTurn(name: MonthName, turn: Turn, reference: Temporal.PlainDate): number | null {
  const now = monthOf(name.calendar, reference);
  switch (turn) {
    case 'past':
      return name.month < now.month ? now.year : now.year - 1;
    case 'next':
      return name.month > now.month ? now.year : now.year + 1;
    case 'current':
      return name.month === now.month ? now.year : null;
    case 'before last':
      return null;
    default:
      return turn satisfies never;
  }
}

/** Days after which this year's date is so far off that the neighbouring year's is the one a paper would print bare. */
const FAR = 300;

/**
 * The day that was written. Without a year it is this year's, as newspapers print; unless that is more than ten months
 * away and the neighbouring year's is near. Null when there is no such day, or when it is not on the weekday that was
 * written with it: a slip of the pen is likelier than a day of another year.
 */
export function resolveDay(
  written: WrittenDay,
  context: DateContext,
  weekday: number | null,
): Temporal.PlainDate | null {
  const date = written.year === null ? nearestDay(written, context.reference) : dayOfYear(written, context.reference);
  return date !== null && (weekday === null || date.dayOfWeek === weekday) ? date : null;
}

function dayOfYear(written: WrittenDay, reference: Temporal.PlainDate): Temporal.PlainDate | null {
  const year = yearNumber(written, reference);
  return year === null ? null : dayOf(written.month.calendar, year, written.month.month, written.day);
}

function nearestDay({ month, day }: WrittenDay, reference: Temporal.PlainDate): Temporal.PlainDate | null {
  const here = monthOf(month.calendar, reference).year;
  const distance = (date: Temporal.PlainDate) => Math.abs(date.until(reference, { largestUnit: 'day' }).days);
  const candidates = [here, here - 1, here + 1]
    .map((year) => dayOf(month.calendar, year, month.month, day))
    .filter((date) => date !== null);
  const first = candidates[0];
  if (first === undefined) return null;
  if (distance(first) <= FAR) return first;
  return candidates.reduce((nearest, date) => (distance(date) < distance(nearest) ? date : nearest));
}

function yearNumber(written: WrittenDay, reference: Temporal.PlainDate): number | null {
  if (written.year === null) return null;
  return 'year' in written.year ? written.year.year : yearOfTurn(written.month, written.year.turn, reference);
}

/** The year of a month that was written without one: this year's, unless the neighbouring year's is far nearer. */
export function nearestYear(name: MonthName, reference: Temporal.PlainDate): number {
  const now = monthOf(name.calendar, reference);
  if (name.month - now.month > 9) return now.year - 1;
  return now.month - name.month > 9 ? now.year + 1 : now.year;
}

/** The day of the week at or before the reference, or strictly before or after it. */
export function resolveWeekday(
  weekday: number,
  turn: Turn | null,
  reference: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const back = (reference.dayOfWeek - weekday + 7) % 7;
  switch (turn) {
    case null:
      return reference.subtract({ days: back });
    case 'past':
      return reference.subtract({ days: back === 0 ? 7 : back });
    case 'next':
      return reference.add({ days: 7 - back });
    case 'current':
    case 'before last':
      return null;
    default:
      return turn satisfies never;
  }
}
