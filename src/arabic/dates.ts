// Dates and times as an Arabic newspaper prints them, in both calendars, and how long ago something was.

import { type Digits, formatDigits } from './digits.ts';
import { englishMonthName, hijriMonthName, type MonthNaming, monthName } from './months.ts';
import { counted, TIME_UNITS, type TimeUnit } from './plurals.ts';
import { zonePhrase } from './zones.ts';

/** What can be printed as a date. A zoned date prints its own day; convert an instant to its reader's zone first. */
export type Dated = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.ZonedDateTime;

export type DateStyle = {
  readonly language: 'ar' | 'en';
  readonly naming: MonthNaming;
  readonly digits: Digits;
  readonly calendar: 'gregorian' | 'hijri';
  /** Print the day of the week before the date; off unless said otherwise. */
  readonly weekday?: boolean;
  /** Print the year; on unless said otherwise. */
  readonly year?: boolean;
};

export type TimeStyle = {
  readonly language: 'ar' | 'en';
  readonly digits: Digits;
  /** `24` (15:30) unless said otherwise; `12` prints 3:30 مساءً. */
  readonly clock?: '24' | '12';
};

export type DateTimeStyle = DateStyle &
  TimeStyle & {
    /** IANA name of the zone in which to print. */
    readonly timeZone: string;
    /** Name the zone after the time, بتوقيت غرينتش; off unless said otherwise. */
    readonly zone?: boolean;
  };

const UMALQURA = 'islamic-umalqura';

const weekdays = {
  ar: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** The name of a day of the week, 1 (Monday) to 7 (Sunday), as Temporal counts. RangeError for another number. */
export function weekdayName(dayOfWeek: number, language: 'ar' | 'en' = 'ar'): string {
  const name = weekdays[language][dayOfWeek - 1];
  if (name === undefined) throw new RangeError(`no weekday ${dayOfWeek}: weekdays are 1 to 7`);
  return name;
}

/**
 * A date: `الأحد، 8 أكتوبر (تشرين الأول) 2023`, `23 ربيع الأول 1445هـ`, `Sunday, 8 October 2023`.
 * Hijri dates are those of Umm al-Qura, the civil calendar of Saudi Arabia; a sighting may differ by a day.
 */
export function formatDate(date: Dated, style: DateStyle): string {
  const day = toPlainDate(date);
  const hasYear = style.year ?? true;
  const weekday = style.weekday
    ? `${weekdayName(day.dayOfWeek, style.language)}${style.language === 'ar' ? '،' : ','} `
    : '';
  const rest =
    style.calendar === 'hijri' ? hijriText(day, style.language, hasYear) : gregorianText(day, style, hasYear);
  return formatDigits(weekday + rest, figures(style));
}

function gregorianText(day: Temporal.PlainDate, style: DateStyle, hasYear: boolean): string {
  const month = style.language === 'ar' ? monthName(day.month, style.naming) : englishMonthName(day.month);
  return `${day.day} ${month}${hasYear ? ` ${day.year}` : ''}`;
}

function hijriText(day: Temporal.PlainDate, language: 'ar' | 'en', hasYear: boolean): string {
  const hijri = hijriDate(day);
  const year = language === 'ar' ? ` ${hijri.year}هـ` : ` ${hijri.year} AH`;
  return `${hijri.day} ${hijriMonthName(hijri.month, language)}${hasYear ? year : ''}`;
}

/** A time of day, to the minute: `15:30`, `3:30 مساءً`, `3:30 pm`. */
export function formatTime(
  time: Temporal.PlainTime | Temporal.PlainDateTime | Temporal.ZonedDateTime,
  style: TimeStyle,
): string {
  const minutes = String(time.minute).padStart(2, '0');
  const text =
    style.clock === '12'
      ? `${time.hour % 12 === 0 ? 12 : time.hour % 12}:${minutes} ${periodName(time.hour, style.language)}`
      : `${String(time.hour).padStart(2, '0')}:${minutes}`;
  return formatDigits(text, figures(style));
}

function periodName(hour: number, language: 'ar' | 'en'): string {
  if (language === 'en') return hour < 12 ? 'am' : 'pm';
  if (hour === 12) return 'ظهراً';
  return hour < 12 ? 'صباحاً' : 'مساءً';
}

/**
 * An instant as date and time in the zone asked for: `الخميس، 21 نوفمبر (تشرين الثاني) 2024 - 10:33 بتوقيت غرينتش`,
 * `21 November 2024, 10:33 GMT`. RangeError when there is no such zone.
 */
export function formatDateTime(instant: Temporal.Instant, style: DateTimeStyle): string {
  const local = instant.toZonedDateTimeISO(style.timeZone);
  const separator = style.language === 'ar' ? ' - ' : ', ';
  const zone = style.zone ? ` ${zonePhrase(local, style.language)}` : '';
  return `${formatDate(local, style)}${separator}${formatTime(local, style)}${formatDigits(zone, figures(style))}`;
}

export type HijriDate = { readonly year: number; readonly month: number; readonly day: number };

/** The Hijri date of a day by Umm al-Qura. From 1882 to 2174 it is the printed calendar, outside of that a computed one. */
export function hijriDate(date: Temporal.PlainDate): HijriDate {
  const { year, month, day } = date.withCalendar(UMALQURA);
  return { year, month, day };
}

/** The day of a Hijri date by Umm al-Qura. RangeError for a day that the month does not have, as 30 of a month of 29. */
export function fromHijri(date: HijriDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ calendar: UMALQURA, ...date }, { overflow: 'reject' }).withCalendar('iso8601');
}

export type RelativeStyle = {
  readonly language: 'ar' | 'en';
  readonly digits: Digits;
  /** IANA zone whose midnight parts today from yesterday; UTC unless said otherwise. */
  readonly timeZone?: string;
};

const englishUnits = { minute: 'minute', hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' };

/**
 * How long ago, as a newspaper writes it: `الآن` (under a minute), `قبل دقيقتين`, `قبل 3 دقائق`, `قبل 11 دقيقة`, `قبل ساعة`,
 * then `أمس` by the calendar, `قبل يومين` to `قبل 6 أيام`. Null from seven days on, and for what is more than a minute in
 * the future: print the date then.
 */
export function relativeTime(then: Temporal.Instant, now: Temporal.Instant, style: RelativeStyle): string | null {
  const seconds = Math.floor((now.epochMilliseconds - then.epochMilliseconds) / 1000);
  if (seconds < -60) return null;
  if (seconds < 60) return style.language === 'ar' ? 'الآن' : 'now';
  if (seconds < 3600) return ago(Math.floor(seconds / 60), 'minute', style);
  if (seconds < 86_400) return ago(Math.floor(seconds / 3600), 'hour', style);
  const timeZone = style.timeZone ?? 'UTC';
  const days = then
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .until(now.toZonedDateTimeISO(timeZone).toPlainDate(), { largestUnit: 'day' }).days;
  if (days >= 7) return null;
  if (days <= 1) return style.language === 'ar' ? 'أمس' : 'yesterday';
  return ago(days, 'day', style);
}

function ago(n: number, unit: TimeUnit, style: RelativeStyle): string {
  if (style.language === 'ar') return `قبل ${counted(n, TIME_UNITS[unit].oblique, style)}`;
  const noun = englishUnits[unit];
  return `${counted(n, { one: noun, other: `${noun}s` }, { digits: 'latn', language: 'en' })} ago`;
}

/** English text keeps 0 to 9 whatever the edition prints in Arabic. */
function figures(style: { readonly language: 'ar' | 'en'; readonly digits: Digits }): Digits {
  return style.language === 'ar' ? style.digits : 'latn';
}

function toPlainDate(date: Dated): Temporal.PlainDate {
  return (date instanceof Temporal.PlainDate ? date : date.toPlainDate()).withCalendar('iso8601');
}
