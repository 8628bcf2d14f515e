// Reads the dates of a query as instants: those after قبل: and بعد:, and those in words anywhere in it.

import { readDate } from '../../arabic/date-grammar.ts';
import { foldDigits } from '../../arabic/normal-form.ts';
import { queryDates } from '../../arabic/query-dates.ts';

/** First and last day, both included. */
export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** The reader's day, from which أمس is counted. */
export function readersNow(now: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
}

/** Epoch milliseconds of the first moment of a day. */
export function startOfDay(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime({ timeZone }).epochMilliseconds;
}

const MOST_WORDS_TRIED = 3;
const trailing = /[.,،؛;:!?؟)\]}"»”]+$/u;

/** The date at the beginning of what stands after قبل: or بعد:, and where it ends in it. Null when there is none. */
export function readBound(value: string, now: Temporal.ZonedDateTime): (Days & { readonly end: number }) | null {
  const ends = [...value.matchAll(/\S+/gu)].map((word) => word.index + word[0].length);
  const [first] = queryDates(value, now);
  const firstEnd = ends.find((end) => first !== undefined && end >= first.end);
  if (first?.start === 0 && firstEnd !== undefined && value.slice(first.end, firstEnd).replace(trailing, '') === '') {
    return { from: first.from, to: first.to, end: firstEnd };
  }
  for (const end of ends.slice(0, MOST_WORDS_TRIED).reverse()) {
    const days = readWhole(value.slice(0, end).replace(trailing, ''), now);
    if (days !== null) return { ...days, end };
  }
  return null;
}

function readWhole(text: string, now: Temporal.ZonedDateTime): Days | null {
  const today = now.toPlainDate();
  const reading = readDate(text, { reference: today });
  if (reading !== null && reading.kind !== 'time') {
    const isAhead = reading.assumed && Temporal.PlainDate.compare(reading.from, today) > 0;
    return isAhead
      ? { from: reading.from.subtract({ years: 1 }), to: reading.to.subtract({ years: 1 }) }
      : { from: reading.from, to: reading.to };
  }
  const [date] = queryDates(text, now);
  if (date !== undefined && date.start === 0 && date.end === text.length) return { from: date.from, to: date.to };
  return monthInFigures(text);
}

const yearFirst = /^([12][0-9]{3})[-/]([0-9]{1,2})$/;
const monthFirst = /^([0-9]{1,2})[-/]([12][0-9]{3})$/;

/** `2023-10` and `10/2023`, which in running text may be many things, but not after قبل:. */
function monthInFigures(text: string): Days | null {
  const figures = foldDigits(text);
  const [, year, month] = yearFirst.exec(figures) ?? [];
  const [, otherMonth, otherYear] = monthFirst.exec(figures) ?? [];
  const number = Number(month ?? otherMonth);
  if (!(number >= 1 && number <= 12)) return null;
  const from = new Temporal.PlainDate(Number(year ?? otherYear), number, 1);
  return { from, to: from.with({ day: from.daysInMonth }) };
}

/** The stretch of days that a query's own words name, from the first date's beginning to the end of the last. */
export function readDateWords(
  text: string,
  now: Temporal.ZonedDateTime,
): (Days & { readonly start: number; readonly end: number }) | null {
  const today = now.toPlainDate();
  // Of days to come the archive has nothing, and `كأس العالم 2030` is asked for today.
  const dates = queryDates(text, now).filter(({ from }) => Temporal.PlainDate.compare(from, today) <= 0);
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return null;
  const order = Temporal.PlainDate.compare;
  const from = dates.map((date) => date.from).sort(order)[0] ?? first.from;
  const to =
    dates
      .map((date) => date.to)
      .sort(order)
      .at(-1) ?? last.to;
  return { from, to, start: first.start, end: last.end };
}
