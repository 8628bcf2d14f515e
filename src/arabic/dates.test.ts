// Dates, times and distances in time are printed as a newspaper prints them.

import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatTime, fromHijri, hijriDate, relativeTime, weekdayName } from './dates.ts';

const day = Temporal.PlainDate.from('2023-10-08');
const pan = { language: 'ar', naming: 'both', digits: 'latn', calendar: 'gregorian' } as const;

describe('formatDate', () => {
  it.each([
    [{}, '8 أكتوبر (تشرين الأول) 2023'],
    [{ weekday: true }, 'الأحد، 8 أكتوبر (تشرين الأول) 2023'],
    [{ naming: 'gregorian', digits: 'arab' }, '٨ أكتوبر ٢٠٢٣'],
    [{ naming: 'levantine', year: false }, '8 تشرين الأول'],
    [{ calendar: 'hijri' }, '23 ربيع الأول 1445هـ'],
    [{ calendar: 'hijri', digits: 'arab', weekday: true }, 'الأحد، ٢٣ ربيع الأول ١٤٤٥هـ'],
    [{ language: 'en' }, '8 October 2023'],
    [{ language: 'en', weekday: true, digits: 'arab' }, 'Sunday, 8 October 2023'],
    [{ language: 'en', calendar: 'hijri' }, '23 Rabi al-Awwal 1445 AH'],
  ] as const)('with %o prints %s', (style, expected) => {
    expect(formatDate(day, { ...pan, ...style })).toBe(expected);
  });

  it('prints the day that a zoned date has in its own zone', () => {
    const zoned = Temporal.Instant.from('2023-10-07T22:30Z').toZonedDateTimeISO('Asia/Riyadh');
    expect(formatDate(zoned, pan)).toBe('8 أكتوبر (تشرين الأول) 2023');
    expect(formatDate(zoned.toPlainDateTime(), pan)).toBe('8 أكتوبر (تشرين الأول) 2023');
  });

  it('names the days of the week', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((n) => weekdayName(n)).join(' ')).toBe(
      'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
    );
    expect(() => weekdayName(0)).toThrow(RangeError);
  });
});

describe('formatTime', () => {
  const at = (time: string) => Temporal.PlainTime.from(time);

  it('prints twenty-four hours, or twelve with the part of the day', () => {
    expect(formatTime(at('15:30'), { language: 'ar', digits: 'latn' })).toBe('15:30');
    expect(formatTime(at('09:05'), { language: 'ar', digits: 'arab' })).toBe('٠٩:٠٥');
    expect(formatTime(at('15:30'), { language: 'ar', digits: 'latn', clock: '12' })).toBe('3:30 مساءً');
    expect(formatTime(at('00:10'), { language: 'ar', digits: 'latn', clock: '12' })).toBe('12:10 صباحاً');
    expect(formatTime(at('12:10'), { language: 'ar', digits: 'latn', clock: '12' })).toBe('12:10 ظهراً');
    expect(formatTime(at('12:10'), { language: 'en', digits: 'arab', clock: '12' })).toBe('12:10 pm');
  });
});

describe('formatDateTime', () => {
  const instant = Temporal.Instant.from('2024-11-21T10:33:59Z');

  it('prints in the zone asked for, and names it when asked', () => {
    expect(formatDateTime(instant, { ...pan, timeZone: 'UTC', zone: true })).toBe(
      '21 نوفمبر (تشرين الثاني) 2024 - 10:33 بتوقيت غرينتش',
    );
    expect(formatDateTime(instant, { ...pan, timeZone: 'Africa/Cairo', zone: true, weekday: true })).toBe(
      'الخميس، 21 نوفمبر (تشرين الثاني) 2024 - 12:33 بتوقيت القاهرة',
    );
    expect(formatDateTime(instant, { ...pan, language: 'en', timeZone: 'UTC', zone: true })).toBe(
      '21 November 2024, 10:33 GMT',
    );
    expect(formatDateTime(instant, { ...pan, timeZone: 'Asia/Tokyo' })).toBe('21 نوفمبر (تشرين الثاني) 2024 - 19:33');
    expect(formatDateTime(instant, { ...pan, timeZone: 'Asia/Tokyo', zone: true })).toMatch(/بتوقيت غرينتش \+9$/);
  });
});

describe('the Hijri calendar', () => {
  it('is Umm al-Qura and comes back to the same day for two centuries', () => {
    expect(hijriDate(day)).toEqual({ year: 1445, month: 3, day: 23 });
    expect(hijriDate(Temporal.PlainDate.from('2024-03-11'))).toEqual({ year: 1445, month: 9, day: 1 });
    for (let at = Temporal.PlainDate.from('1940-01-01'); at.year < 2077; at = at.add({ days: 41 })) {
      expect(fromHijri(hijriDate(at)).toString()).toBe(at.toString());
    }
  });

  it('has no day 31 and no month 13', () => {
    expect(() => fromHijri({ year: 1445, month: 9, day: 31 })).toThrow(RangeError);
    expect(() => fromHijri({ year: 1445, month: 13, day: 1 })).toThrow(RangeError);
  });
});

describe('relativeTime', () => {
  const now = Temporal.Instant.from('2024-11-21T10:33Z');
  const arabic = (duration: Temporal.DurationLike) =>
    relativeTime(now.subtract(duration), now, { language: 'ar', digits: 'latn' });

  it.each([
    [{ seconds: -30 }, 'الآن'],
    [{ seconds: 0 }, 'الآن'],
    [{ seconds: 59 }, 'الآن'],
    [{ minutes: 1 }, 'قبل دقيقة'],
    [{ minutes: 2 }, 'قبل دقيقتين'],
    [{ minutes: 3 }, 'قبل 3 دقائق'],
    [{ minutes: 10 }, 'قبل 10 دقائق'],
    [{ minutes: 11 }, 'قبل 11 دقيقة'],
    [{ minutes: 59 }, 'قبل 59 دقيقة'],
    [{ hours: 1 }, 'قبل ساعة'],
    [{ hours: 2 }, 'قبل ساعتين'],
    [{ hours: 5 }, 'قبل 5 ساعات'],
    [{ hours: 23 }, 'قبل 23 ساعة'],
    [{ hours: 24 }, 'أمس'],
    [{ hours: 48 }, 'قبل يومين'],
    [{ hours: 24 * 3 }, 'قبل 3 أيام'],
    [{ hours: 24 * 6 }, 'قبل 6 أيام'],
    [{ hours: 24 * 7 }, null],
    [{ minutes: -2 }, null],
  ])('says of %o ago: %s', (duration, expected) => {
    expect(arabic(duration)).toBe(expected);
  });

  it('parts yesterday from the day before by the midnight of the zone', () => {
    const then = Temporal.Instant.from('2024-11-19T21:30Z');
    expect(relativeTime(then, now, { language: 'ar', digits: 'latn', timeZone: 'UTC' })).toBe('قبل يومين');
    expect(relativeTime(then, now, { language: 'ar', digits: 'latn', timeZone: 'Asia/Riyadh' })).toBe('أمس');
  });

  it('speaks English and prints Arabic-Indic digits', () => {
    expect(relativeTime(now.subtract({ minutes: 3 }), now, { language: 'ar', digits: 'arab' })).toBe('قبل ٣ دقائق');
    expect(relativeTime(now.subtract({ minutes: 1 }), now, { language: 'en', digits: 'latn' })).toBe('1 minute ago');
    expect(relativeTime(now.subtract({ hours: 3 }), now, { language: 'en', digits: 'arab' })).toBe('3 hours ago');
    expect(relativeTime(now.subtract({ hours: 30 }), now, { language: 'en', digits: 'latn' })).toBe('yesterday');
  });
});
