// Dates as an edition prints them: both month names or one, its digits, its calendars, its own day. Formatting a date
// costs more than rendering a paragraph, so what was printed for an edition is remembered.
import { type DateStyle, formatDate, formatDateTime, formatTime } from '../arabic/dates.ts';
import { formatDigits, formatNumber } from '../arabic/digits.ts';
import { englishMonthName, hijriMonthName, monthName } from '../arabic/months.ts';
import type { Edition } from '../story/edition.ts';
import type { ArchivePart } from './archive-calendar.ts';
import { editionOf, type PageContext, wordsOf } from './page-context.ts';

const memories = new WeakMap<Edition, Map<string, string>>();
/** Strings remembered for an edition before it starts afresh; about a megabyte. */
const mostRemembered = 8_192;

/** What `make` prints for an edition, made once for each key. */
export function remembered(edition: Edition, key: string, make: () => string): string {
  let memory = memories.get(edition);
  if (memory === undefined) {
    memory = new Map();
    memories.set(edition, memory);
  }
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= mostRemembered) memory.clear();
  const text = make();
  memory.set(key, text);
  return text;
}

function styleOf(ctx: PageContext, calendar: DateStyle['calendar'] = 'gregorian'): DateStyle {
  const { digits, monthNaming } = editionOf(ctx);
  return { language: wordsOf(ctx).language, naming: monthNaming, digits, calendar };
}

const instantOf = (millis: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(millis);

/** The day in the edition's own zone. */
export function dayOf(ctx: PageContext, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(editionOf(ctx).timeZone).toPlainDate();
}

const todays = new WeakMap<PageContext, Temporal.PlainDate>();

/** The day on which the page is rendered, in the edition's own zone. */
export function todayOf(ctx: PageContext): Temporal.PlainDate {
  let today = todays.get(ctx);
  if (today === undefined) {
    today = dayOf(ctx, ctx.now);
    todays.set(ctx, today);
  }
  return today;
}

/** A day in the edition's calendars, first to last, the weekday before the first. */
export function dayInCalendars(ctx: PageContext, day: Temporal.PlainDate): string[] {
  return editionOf(ctx).calendars.map((calendar, index) =>
    remembered(editionOf(ctx), `${calendar} ${index} ${day}`, () =>
      formatDate(day, { ...styleOf(ctx, calendar), weekday: index === 0 }),
    ),
  );
}

/** A day in one calendar, without the weekday. */
export function dayText(
  ctx: PageContext,
  day: Temporal.PlainDate,
  calendar: DateStyle['calendar'] = 'gregorian',
): string {
  return remembered(editionOf(ctx), `${calendar} ${day}`, () => formatDate(day, styleOf(ctx, calendar)));
}

type Months = Pick<Temporal.PlainYearMonth, 'year' | 'month'>;

/** A month with its year: `أكتوبر (تشرين الأول) 2023`, `رمضان 1445هـ`. */
export function monthText(
  ctx: PageContext,
  { year, month }: Months,
  calendar: DateStyle['calendar'] = 'gregorian',
): string {
  return `${monthNameText(ctx, month, calendar)} ${yearText(ctx, year, calendar)}`;
}

/** A month without its year, 1 to 12. */
export function monthNameText(ctx: PageContext, month: number, calendar: DateStyle['calendar'] = 'gregorian'): string {
  const { language, naming } = styleOf(ctx);
  if (calendar === 'hijri') return hijriMonthName(month, language);
  return language === 'ar' ? monthName(month, naming) : englishMonthName(month);
}

/** A whole number as it stands in a calendar: a day of the month, how many. */
export function numberText(ctx: PageContext, number: number): string {
  const { language, digits } = styleOf(ctx);
  return remembered(editionOf(ctx), `number ${number}`, () =>
    formatNumber(number, { digits: language === 'ar' ? digits : 'latn' }),
  );
}

/** `2023`, `1445هـ`. */
export function yearText(ctx: PageContext, year: number, calendar: DateStyle['calendar'] = 'gregorian'): string {
  const { language, digits } = styleOf(ctx);
  const era = calendar === 'gregorian' ? '' : language === 'ar' ? 'هـ' : ' AH';
  return formatDigits(`${year}${era}`, language === 'ar' ? digits : 'latn');
}

/** `أرشيف نوفمبر (تشرين الثاني) 2026`; the name alone, of all of it. */
export function archiveTitle(ctx: PageContext, part: ArchivePart): string {
  const { archive, archiveOf } = wordsOf(ctx);
  return part.year === null ? archive : archiveOf(partText(ctx, part));
}

/** A part by its own name: `2026`, `نوفمبر (تشرين الثاني) 2026`. */
export function partText(ctx: PageContext, { calendar, year, month }: ArchivePart): string {
  if (year === null) return wordsOf(ctx).archive;
  return month === null ? yearText(ctx, year, calendar) : monthText(ctx, { year, month }, calendar);
}

/** A stretch of days in words: `في أكتوبر (تشرين الأول) 2023`. Epoch milliseconds, `to` not included; null when neither is given. */
export function spanText(
  ctx: PageContext,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): string | null {
  const { spans } = wordsOf(ctx).search;
  const first = from === null ? null : dayOf(ctx, instantOf(from));
  const last = to === null ? null : dayOf(ctx, instantOf(to - 1));
  if (first === null) return last === null ? null : spans.until(dayText(ctx, last));
  if (last === null) return spans.since(dayText(ctx, first));
  if (first.equals(last)) return spans.day(dayText(ctx, first));
  const after = last.add({ days: 1 });
  if (first.dayOfYear === 1 && after.equals(first.add({ years: 1 }))) return spans.within(yearText(ctx, first.year));
  if (first.day === 1 && after.equals(first.add({ months: 1 }))) return spans.within(monthText(ctx, first));
  return spans.between(dayText(ctx, first), dayText(ctx, last));
}

/** Date, time and zone: `24 نوفمبر (تشرين الثاني) 2026 - 14:35 بتوقيت الرياض`. */
export function momentText(ctx: PageContext, millis: number): string {
  const { timeZone } = editionOf(ctx);
  return remembered(editionOf(ctx), `at ${Math.floor(millis / 60_000)}`, () =>
    formatDateTime(instantOf(millis), { ...styleOf(ctx), timeZone, zone: true }),
  );
}

/** The time of day: `14:35`. */
export function timeText(ctx: PageContext, millis: number): string {
  return remembered(editionOf(ctx), `time ${Math.floor(millis / 60_000)}`, () =>
    formatTime(instantOf(millis).toZonedDateTimeISO(editionOf(ctx).timeZone), styleOf(ctx)),
  );
}

/** For lists: the time of day for what was published today, else the date. */
export function shortMomentText(ctx: PageContext, millis: number): string {
  const today = todayOf(ctx);
  return remembered(editionOf(ctx), `short ${today} ${Math.floor(millis / 60_000)}`, () => {
    const local = instantOf(millis).toZonedDateTimeISO(editionOf(ctx).timeZone);
    if (local.toPlainDate().equals(today)) return formatTime(local, styleOf(ctx));
    return formatDate(local, { ...styleOf(ctx), year: local.year !== today.year });
  });
}

/** The value of a `datetime` attribute. */
export const machineInstant = (millis: number): string => new Date(millis).toISOString();
