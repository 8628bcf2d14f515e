// Every form of date that newspapers write is read rightly or not at all.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDates, readDate, readDateTime, readDateTimes } from './date-grammar.ts';
import { isoForm } from './date-reading.ts';
import { formatDate } from './dates.ts';
import { DATE_FORMS, NO_DATES, REFERENCE } from './testing/date-forms.ts';
import { hostileTexts, randomTexts, timeOf } from './testing/hostile.ts';

const reference = Temporal.PlainDate.from(REFERENCE);
const read = (text: string, from = reference) => {
  const reading = readDate(text, { reference: from });
  return reading === null ? null : isoForm(reading);
};

const shared = join(
  process.env.WARRAQ_DATA ?? join(import.meta.dirname, '../../../shared/data'),
  'style/date-forms.jsonl',
);
if (!existsSync(shared)) console.log(`skipped: the sixty shared forms of dates, since ${shared} is not there`);

describe.runIf(existsSync(shared))('the sixty shared forms', () => {
  const forms = existsSync(shared)
    ? readFileSync(shared, 'utf8')
        .trim()
        .split('\n')
        .map((line): { text: string; expected: string; reference: string } => JSON.parse(line))
    : [];
  it.each(forms)('$text is $expected', ({ text, expected, reference: from }) => {
    expect(read(text, Temporal.PlainDate.from(from))).toBe(expected);
  });
});

describe('readDate', () => {
  it.each(DATE_FORMS)('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(NO_DATES)('refuses %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads back every date that formatDate prints', () => {
    const styles = (['gregorian', 'levantine', 'both', 'maghrebi', 'moroccan'] as const).flatMap((naming) =>
      (['ar', 'en'] as const).flatMap((language) =>
        (['gregorian', 'hijri'] as const).flatMap((calendar) =>
          (['latn', 'arab'] as const).map((digits) => ({ naming, language, calendar, digits, weekday: true })),
        ),
      ),
    );
    for (let day = Temporal.PlainDate.from('2019-12-30'); day.year < 2026; day = day.add({ days: 17 })) {
      for (const style of styles) {
        if (style.language === 'en' && style.calendar === 'hijri') continue;
        expect(read(formatDate(day, style))).toBe(day.toString());
      }
    }
  });

  it('says which days a reading covers, and whether the year was assumed', () => {
    const month = readDate('مطلع أكتوبر', { reference });
    expect(month).toMatchObject({ kind: 'month', assumed: true, part: 'start' });
    expect(month?.kind === 'month' && `${month.from}/${month.to}`).toBe('2024-10-01/2024-10-10');
    const winter = readDate('شتاء 2025', { reference });
    expect(winter?.kind === 'season' && `${winter.from}/${winter.to}`).toBe('2024-12-01/2025-02-28');
    expect(readDate('8 أكتوبر 2023', { reference })).toMatchObject({ assumed: false, calendar: 'gregorian' });
    expect(readDate('1 محرم 1446', { reference })).toMatchObject({ assumed: false, calendar: 'hijri' });
  });

  it('knows the leap year that a bare 29 February must mean', () => {
    expect(read('29 فبراير')).toBe('2024-02-29');
    expect(read('29 فبراير', Temporal.PlainDate.from('2025-02-10'))).toBe('2024-02-29');
    expect(read('29 فبراير', Temporal.PlainDate.from('2026-06-10'))).toBeNull();
  });

  it('refuses a weekday that the day does not have, rather than look for it in another year', () => {
    expect(read('الجمعة 8 نوفمبر')).toBe('2024-11-08');
    expect(read('الأربعاء 8 نوفمبر')).toBeNull();
  });
});

describe('findDates', () => {
  const found = (text: string) =>
    findDates(text, { reference }).map(({ start, end, reading }) => `${text.slice(start, end)} = ${isoForm(reading)}`);

  it('finds the dates of a paragraph and nothing else', () => {
    expect(
      found(
        'أعلنت الوزارة، اليوم (الجمعة)، أنها عملت منذ الثامن من أكتوبر (تشرين الأول) 2023 وحتى 5 مايو (أيار) الماضي، وفق اتفاقية مايو 2016. ' +
          'واجتمع الوزراء الساعة الثالثة والنصف عصراً، ثم أمس الخميس، من 5 إلى 8 نوفمبر 2024، وفاز الفريق 2-1 قبل ثلاثة أيام.',
      ),
    ).toEqual([
      'اليوم (الجمعة) = 2024-11-22',
      'الثامن من أكتوبر (تشرين الأول) 2023 = 2023-10-08',
      '5 مايو (أيار) الماضي = 2024-05-05',
      'مايو 2016 = 2016-05',
      'الساعة الثالثة والنصف عصراً = 15:30',
      'أمس الخميس = 2024-11-21',
      'من 5 إلى 8 نوفمبر 2024 = 2024-11-05/2024-11-08',
      'قبل ثلاثة أيام = 2024-11-19',
    ]);
  });

  it.each([
    ['مارس الفريق التمارين في مارس الماضي', ['مارس الماضي = 2024-03']],
    ['قتل الاثنين معاً', []],
    ['قال، الاثنين، إن', ['الاثنين = 2024-11-18']],
    ['زار محمد رمضان ورجب شعبان القاهرة', []],
    ['بلغت النسبة 8.5 مايو', []],
    ['الأحد 22 نوفمبر 2024', []],
    ['يوم 31 فبراير 2024', []],
    ['اليوم الوطني واليوم التالي', []],
    ['مليون برميل في اليوم', []],
    ['قبل يومين من الانتخابات، وبعد ثلاثة أيام من إغلاقها', []],
    ['في العام السابق', []],
    ['عدد السكان 2024 نسمة والآية 2:15', []],
    ['في عام 2023 وعام 1445هـ', ['عام 2023 = 2023', 'عام 1445هـ = 2023-07-19/2024-07-06']],
  ])('in %s finds %o', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('takes time in proportion to the length of a hostile text', { timeout: 120_000 }, () => {
    for (const text of hostileTexts(100_000)) expect(timeOf(() => findDates(text, { reference }))).toBeLessThan(20_000);
  });

  it('gives spans that stand in the text, in order', () => {
    for (const text of [...randomTexts(300, 200), ...hostileTexts(300)]) {
      let reached = 0;
      for (const { start, end } of findDates(text, { reference })) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('readDateTime', () => {
  const line = (text: string, timeZone?: string) => {
    const reading = readDateTime(text, { reference, timeZone });
    return reading === null ? null : [reading.date, reading.time, reading.zone, reading.instant].map(String).join(' ');
  };

  it.each([
    ['نُشر: 09:15-29 سبتمبر 2024 م ـ 26 ربيع الأول 1446 هـ', '2024-09-29 09:15:00 null 2024-09-29T06:15:00Z'],
    ['آخر تحديث: 15:02-21 نوفمبر 2024 م', '2024-11-21 15:02:00 null 2024-11-21T12:02:00Z'],
    ['الأربعاء، 25 نوفمبر 2026 - 14:30 بتوقيت غرينتش', '2026-11-25 14:30:00 UTC 2026-11-25T14:30:00Z'],
    ['الخميس 21/11/2024 10:33 م', '2024-11-21 22:33:00 null 2024-11-21T19:33:00Z'],
    ['تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً', '2020-04-24 21:22:00 null 2020-04-24T18:22:00Z'],
    ['17:55 GMT 17 مارس/ آذار 2020', '2020-03-17 17:55:00 UTC 2020-03-17T17:55:00Z'],
    ['GMT 17:27 17.03.2020 (محدثة GMT 17:49 17.03.2020)', '2020-03-17 17:27:00 UTC 2020-03-17T17:27:00Z'],
    ['الثلاثاء، 13 فبراير / شباط 2018; 10:22 (GMT +0400)', '2018-02-13 10:22:00 +04:00 2018-02-13T06:22:00Z'],
    ['نشر في: 21 نوفمبر ,2024: 10:33 ص GST', '2024-11-21 10:33:00 Asia/Dubai 2024-11-21T06:33:00Z'],
    ['آخر تحديث: 21/11/2024 | 10:33 (توقيت مكة)', '2024-11-21 10:33:00 Asia/Riyadh 2024-11-21T07:33:00Z'],
    ['الخميس 21 نوفمبر 2024 - 12:30 ت غ', '2024-11-21 12:30:00 UTC 2024-11-21T12:30:00Z'],
    ['19 جمادى الأولى 1446هـ', '2024-11-21 null null null'],
    ['اليوم 10:33', '2024-11-22 10:33:00 null 2024-11-22T07:33:00Z'],
    ['Published 21 November 2024 10:33 GMT', '2024-11-21 10:33:00 UTC 2024-11-21T10:33:00Z'],
    ['Last updated: Thu 21 Nov 2024 10.33 GMT', '2024-11-21 10:33:00 UTC 2024-11-21T10:33:00Z'],
    ['Published: November 21, 2024 at 10:33 p.m. ET', '2024-11-21 22:33:00 America/New_York 2024-11-22T03:33:00Z'],
    ['Nov 21, 2024', '2024-11-21 null null null'],
    ['2024-11-21', '2024-11-21 null null null'],
    ['2024-11-21T10:33:00+0300', '2024-11-21 10:33:00 +03:00 2024-11-21T07:33:00Z'],
    ['2024-11-21T10:33:59.123Z', '2024-11-21 10:33:59 UTC 2024-11-21T10:33:59Z'],
    ['2020-06-03 03:01:00', '2020-06-03 03:01:00 null 2020-06-03T00:01:00Z'],
    ['Sun, 18 Feb 2018 21:35:43 +0400', '2018-02-18 21:35:43 +04:00 2018-02-18T17:35:43Z'],
    ['Thu, 21 Nov 2024 10:33:00 GMT', '2024-11-21 10:33:00 UTC 2024-11-21T10:33:00Z'],
    ['Thu, 7 Feb 2002 11:09:01 -0500 (EST)', '2002-02-07 11:09:01 -05:00 2002-02-07T16:09:01Z'],
    ['21 Nov 2024 10:33 EST', '2024-11-21 10:33:00 -05:00 2024-11-21T15:33:00Z'],
    ['11/21/2024 10:33 PM', '2024-11-21 22:33:00 null 2024-11-21T19:33:00Z'],
  ])('reads %s', (text, expected) => {
    expect(line(text, 'Asia/Riyadh')).toBe(expected);
  });

  it('takes the order of figures from the weekday, and in English from nothing else', () => {
    const first = (text: string, language?: 'ar' | 'en') =>
      readDateTime(text, { reference, language })?.date.toString();
    expect(first('10/8/2023')).toBe('2023-08-10');
    expect(first('10/8/2023', 'ar')).toBe('2023-08-10');
    expect(first('10/8/2023', 'en')).toBeUndefined();
    expect(first('Sun, 10/8/2023')).toBe('2023-10-08');
    expect(first('Thu, 10/8/2023')).toBe('2023-08-10');
    expect(first('Fri, 10/8/2023')).toBeUndefined();
    expect(first('10.8.2023', 'en')).toBe('2023-08-10');
    expect(first('8/8/2023', 'en')).toBe('2023-08-08');
  });

  it('gives no instant when nobody says in which zone', () => {
    expect(line('21 نوفمبر 2024 10:33')).toBe('2024-11-21 10:33:00 null null');
  });

  it.each([
    ['قال الوزير يوم الخميس 21 نوفمبر 2024 إن'],
    ['31 فبراير 2024 10:33'],
    ['2024-02-31'],
    ['2024-11-21T25:00:00Z'],
    ['10/8/2023 10:33 PM'],
    ['10:33'],
    ['اليوم'],
    ['الخميس'],
    ['لافروف'],
    ['آخر تحديث'],
    ['الأحد 21 نوفمبر 2024 10:33'],
    ['29 سبتمبر 2024 م ـ 2 ربيع الأول 1446 هـ'],
    ['32 Nov 2024 10:33 GMT'],
    ['21 Nov 2024 10:33 XQZ'],
    ['١'.repeat(300)],
    [''],
  ])('refuses %s', (text) => {
    expect(line(text, 'Asia/Riyadh')).toBeNull();
  });

  it('tells publication from updates', () => {
    const dates = readDateTimes('نُشر 21 نوفمبر 2024 10:33، آخر تحديث 11:05', { reference, timeZone: 'UTC' });
    expect(dates.map(({ role, instant }) => `${role} ${instant}`)).toEqual([
      'published 2024-11-21T10:33:00Z',
      'updated 2024-11-21T11:05:00Z',
    ]);
    expect(line('آخر تحديث: 22 نوفمبر 2024 - نُشر: 21 نوفمبر 2024')).toBe('2024-11-21 null null null');
  });

  it('takes no time over lines that nobody wrote', { timeout: 60_000 }, () => {
    for (const text of [...hostileTexts(240), ...hostileTexts(1_000_000)]) {
      expect(timeOf(() => readDateTime(text, { reference }))).toBeLessThan(20_000);
      expect(timeOf(() => readDate(text.slice(0, 200), { reference }))).toBeLessThan(20_000);
    }
  });
});
