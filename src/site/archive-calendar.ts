// The parts of the archive in either calendar: where years, months and days begin, and under which addresses they are.
import { dayPath, editionRoot, hijriDayPath } from '../story/address.ts';

export type Calendar = 'gregorian' | 'hijri';

/** All of it, a year, or a month of it; a month never without its year. */
export interface ArchivePart {
  readonly calendar: Calendar;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
}

export interface Month extends ArchivePart {
  readonly year: number;
  readonly month: number;
}

const names = { gregorian: 'iso8601', hijri: 'islamic-umalqura' } as const;
type Place = Parameters<typeof editionRoot>[0];

/** The part that an address names by figures; null when there is none such, as a thirteenth month. */
export function partOfAddress(calendar: Calendar, figures: readonly string[]): ArchivePart | null {
  if (figures.length > 2 || !figures.every((figure) => /^\d{1,4}$/.test(figure))) return null;
  const [year, month] = figures.map(Number);
  if (year === undefined) return { calendar, year: null, month: null };
  if (year < 1 || (month !== undefined && (month < 1 || month > 12))) return null;
  return { calendar, year, month: month ?? null };
}

export function archivePartPath(edition: Place, { calendar, year, month }: ArchivePart): string {
  const root = `${editionRoot(edition)}/archive${calendar === 'hijri' ? '/hijri' : ''}`;
  if (year === null) return root;
  return month === null ? `${root}/${year}` : `${root}/${year}/${String(month).padStart(2, '0')}`;
}

/** A day's own page. */
export const archiveDayPath = (edition: Place, calendar: Calendar, day: Temporal.PlainDate): string =>
  (calendar === 'hijri' ? hijriDayPath : dayPath)(edition, day.withCalendar(names[calendar]));

/** The month of a day. */
export function monthOf(calendar: Calendar, day: Temporal.PlainDate): Month {
  const { year, month } = day.withCalendar(names[calendar]);
  return { calendar, year, month };
}

const startOf = (calendar: Calendar, year: number, month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ calendar: names[calendar], year, month, day: 1 });

/** Where the parts of a part begin, in order, and then where it ends: years of all, months of a year, days of a month. */
export function startsIn(part: ArchivePart, published: { first: Temporal.PlainDate; last: Temporal.PlainDate }) {
  const { calendar, year, month } = part;
  const starts: Temporal.PlainDate[] = [];
  if (year === null) {
    const last = monthOf(calendar, published.last).year;
    const first = Math.max(monthOf(calendar, published.first).year, last - MOST_YEARS);
    for (let at = first; at <= last + 1; at += 1) starts.push(startOf(calendar, at, 1));
  } else if (month === null) {
    for (let at = 0; at <= 12; at += 1) starts.push(startOf(calendar, year, 1).add({ months: at }));
  } else {
    const start = startOf(calendar, year, month);
    for (let at = 0; at <= start.daysInMonth; at += 1) starts.push(start.add({ days: at }));
  }
  return starts;
}

/** A story that says it is older than this was dated by mistake. */
const MOST_YEARS = 300;

/** The parts of the same kind before and after. */
export function besides({
  calendar,
  year,
  month,
}: ArchivePart): readonly [before: ArchivePart, after: ArchivePart] | null {
  if (year === null) return null;
  if (month === null) {
    return [
      { calendar, year: year - 1, month },
      { calendar, year: year + 1, month },
    ];
  }
  const start = startOf(calendar, year, month);
  return [monthOf(calendar, start.subtract({ months: 1 })), monthOf(calendar, start.add({ months: 1 }))];
}
