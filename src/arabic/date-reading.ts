// What the date grammar answers with: a day, a stretch of time or a time of day, with the precision that was written.

/** The third of a month or year that words such as مطلع، منتصف، أواخر name. */
export type Part = 'start' | 'mid' | 'end';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** The days that a reading may mean, both included, whatever its precision: what a search filters by. */
type Days = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** The calendar that was written; every date here is given in ISO. */
  readonly calendar: 'gregorian' | 'hijri';
  /** The year was not written and was taken from the reference. */
  readonly assumed: boolean;
};

export type DayReading = Days & {
  readonly kind: 'day';
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  /** IANA id or offset, when the text names a zone. */
  readonly zone: string | null;
};

export type DateReading =
  | DayReading
  | (Days & { readonly kind: 'range'; readonly precision: 'day' | 'month' | 'year' })
  | (Days & { readonly kind: 'week'; readonly year: number; readonly week: number; readonly part: Part | null })
  | (Days & { readonly kind: 'month'; readonly year: number; readonly month: number; readonly part: Part | null })
  | (Days & { readonly kind: 'quarter'; readonly year: number; readonly quarter: number })
  | (Days & { readonly kind: 'half'; readonly year: number; readonly half: number })
  | (Days & { readonly kind: 'season'; readonly year: number; readonly season: Season })
  | (Days & { readonly kind: 'year'; readonly year: number; readonly part: Part | null })
  | { readonly kind: 'time'; readonly time: Temporal.PlainTime; readonly zone: string | null };

/**
 * A reading as a short string in the manner of ISO 8601: `2023-10-08`, `2023-10-05/2023-10-08`, `2023-W40`, `2023-10`,
 * `2023-10 (start)`, `2023-Q3`, `2023-H1`, `2024 (summer)`, `2023`, `15:30Z`, `15:30[Asia/Riyadh]`. Hijri months and years are
 * given as the days that they cover.
 */
export function isoForm(reading: DateReading): string {
  switch (reading.kind) {
    case 'day':
      return reading.time === null ? reading.date.toString() : `${reading.date}T${clock(reading.time, reading.zone)}`;
    case 'time':
      return clock(reading.time, reading.zone);
    case 'range':
      return `${cut(reading.from, reading.precision)}/${cut(reading.to, reading.precision)}`;
    case 'week':
      return `${reading.year}-W${String(reading.week).padStart(2, '0')}${suffix(reading.part)}`;
    case 'month':
      if (reading.calendar === 'hijri') return `${reading.from}/${reading.to}`;
      return `${reading.year}-${String(reading.month).padStart(2, '0')}${suffix(reading.part)}`;
    case 'quarter':
      return `${reading.year}-Q${reading.quarter}`;
    case 'half':
      return `${reading.year}-H${reading.half}`;
    case 'season':
      return `${reading.year} (${reading.season})`;
    case 'year':
      if (reading.calendar === 'hijri') return `${reading.from}/${reading.to}`;
      return `${reading.year}${suffix(reading.part)}`;
    default:
      return reading satisfies never;
  }
}

function clock(time: Temporal.PlainTime, zone: string | null): string {
  const text = time.toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' });
  if (zone === null) return text;
  if (zone === 'UTC') return `${text}Z`;
  return /^[+-]/.test(zone) ? `${text}${zone}` : `${text}[${zone}]`;
}

function cut(date: Temporal.PlainDate, precision: 'day' | 'month' | 'year'): string {
  const text = date.toString();
  return precision === 'day' ? text : text.slice(0, precision === 'month' ? -3 : -6);
}

function suffix(part: Part | null): string {
  return part === null ? '' : ` (${part})`;
}
