// When a record says that it was published: ISO 8601, RFC 822, day/month/year, or a date as newspapers write it.
import { readDateTime } from '../../arabic/date-grammar.ts';

// Years that are not written are never guessed, so that any day will do.
const reference = Temporal.PlainDate.from('2000-01-01');
const longest = 80;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The zones that RFC 822 names, in hours. */
const zones: ReadonlyMap<string, string> = new Map([
  ['ut', '+00:00'],
  ['utc', '+00:00'],
  ['gmt', '+00:00'],
  ['z', '+00:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
]);
const rfc822 =
  /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]{0,6} (\d{4}|\d{2}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([a-z]{1,3}|[+-]\d{2}:?\d{2}))?$/u;
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?\s?(z|[+-]\d{2}(?::?\d{2})?)?$/u;
const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u;

/**
 * The instant in UTC, ISO 8601; a day without a time is its midnight. `timeZone` holds for times that name no zone. Null
 * for what is no date, no day of the calendar, or outside the years of newspapers on the web.
 */
export function instantOfRecord(text: string, timeZone: string): string | null {
  const line = text.trim().replace(/\s+/gu, ' ').toLowerCase();
  if (line === '' || line.length > longest) return null;
  const exact = ofIso(line, timeZone) ?? ofRfc822(line, timeZone) ?? ofDayFirst(line, timeZone);
  if (exact !== null) return exact === 'no-day' ? null : withinYears(exact);
  const read = readDateTime(text.trim(), { reference, timeZone });
  if (read === null) return null;
  return withinYears(read.instant ?? read.date.toZonedDateTime(timeZone).toInstant());
}

type Found = Temporal.Instant | 'no-day' | null;

function ofIso(line: string, timeZone: string): Found {
  const [found, year, month, day, hour, minute, second, zone] = iso.exec(line) ?? [];
  if (found === undefined) return null;
  const offset = zone === 'z' ? '+00:00' : zone === undefined ? undefined : `${zone}${zone.length === 3 ? ':00' : ''}`;
  return instantAt({ year, month, day, hour, minute, second }, offset, timeZone);
}

function ofRfc822(line: string, timeZone: string): Found {
  const [found, day, monthName = '', years = '', hour, minute, second, zone] = rfc822.exec(line) ?? [];
  if (found === undefined) return null;
  const month = months.indexOf(monthName) + 1;
  if (month === 0) return null;
  // RFC 2822 on two digits: 50 and above are of the last century.
  const year = years.length === 4 ? Number(years) : Number(years) + (Number(years) < 50 ? 2000 : 1900);
  const offset = zone === undefined ? undefined : /^[+-]/u.test(zone) ? zone : zones.get(zone);
  if (zone !== undefined && offset === undefined) return 'no-day';
  return instantAt({ year, month, day, hour, minute, second }, offset, timeZone);
}

function ofDayFirst(line: string, timeZone: string): Found {
  const [found, day, month, year, hour, minute, second] = dayFirst.exec(line) ?? [];
  return found === undefined ? null : instantAt({ year, month, day, hour, minute, second }, undefined, timeZone);
}

type Figures = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string | number | undefined>;

function instantAt(figures: Figures, offset: string | undefined, timeZone: string): Temporal.Instant | 'no-day' {
  const of = (name: keyof Figures): number => Number(figures[name] ?? 0);
  try {
    const time = Temporal.PlainDateTime.from(
      {
        year: of('year'),
        month: of('month'),
        day: of('day'),
        hour: of('hour'),
        minute: of('minute'),
        second: of('second'),
      },
      { overflow: 'reject' },
    );
    return time.toZonedDateTime(offset ?? timeZone).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return 'no-day';
    throw error;
  }
}

function withinYears(instant: Temporal.Instant): string | null {
  const { year } = instant.toZonedDateTimeISO('UTC');
  return year < 1800 || year > 2200 ? null : instant.toString();
}
