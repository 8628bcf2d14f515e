// Promises of the file beside it, each as a test.
import { describe, expect, it } from 'vitest';
import { matchKey } from '../../arabic/normal-form.ts';
import { readComposite } from './composite.ts';
import { readPageDate } from './dates.ts';

const read = (text: string): (string | null)[] | null => {
  const date = readPageDate(text, matchKey(text), 'UTC');
  return date === null ? null : [date.published, date.updated];
};

describe('readPageDate', () => {
  it.each([
    ['12 مايو 2025 - 09:30 ص بتوقيت غرينتش', '2025-05-12T09:30:00Z', null],
    ['نُشر: الاثنين ٣ فبراير ٢٠٢٥', '2025-02-03T00:00:00Z', null],
    ['آخر تحديث: 18 نوفمبر 2025 16:40 بتوقيت غرينتش', null, '2025-11-18T16:40:00Z'],
    ['التاريخ: 14 أكتوبر 2025', '2025-10-14T00:00:00Z', null],
    ['الجمعة 3 أكتوبر/تشرين الأول 2025', '2025-10-03T00:00:00Z', null],
    ['29/1/2025', '2025-01-29T00:00:00Z', null],
    ['Published 6 November 2025, 21:14 GMT', '2025-11-06T21:14:00Z', null],
    ['Thu 17 Apr 2025 06.00 BST', '2025-04-17T05:00:00Z', null],
  ])('%s', (line, published, updated) => {
    expect(read(line)).toEqual([published, updated]);
  });

  it('knows a date that says no day of a year, and makes none up', () => {
    expect(read('قبل ساعتين')).toEqual([null, null]);
    expect(read('3 hours ago')).toEqual([null, null]);
    expect(read('الأحد 8 أكتوبر')).toEqual([null, null]);
  });

  it('leaves sentences with a date in them alone', () => {
    expect(read('افتتح المعرض في 12 مايو 2025 بحضور الوزير')).toBeNull();
    expect(read('320')).toBeNull();
  });
});

describe('readComposite', () => {
  it('reads a name, a city, a day and its time side by side', () => {
    const line = readComposite('الكويت - هند العجمي | 22 مارس 2025 | 11:20 بتوقيت غرينتش', 'UTC');
    expect(line?.date?.published).toBe('2025-03-22T11:20:00Z');
    expect(line?.byline).toMatchObject({ authors: [{ name: 'هند العجمي' }], dateline: 'الكويت' });
  });

  it('reads parts that the dump has glued together', () => {
    const line = readComposite('May 6, 20253:45 PM GMTUpdated 2 hours ago', 'UTC');
    expect(line?.date?.published).toBe('2025-05-06T15:45:00Z');
    expect(readComposite('By Dana HoltDecember 12, 2025', 'UTC')?.byline?.authors[0]?.name).toBe('Dana Holt');
  });

  it('reads the section and the age of a card', () => {
    expect(readComposite('اقتصاد | قبل 5 ساعات', 'UTC')).toMatchObject({
      section: 'اقتصاد',
      date: { isRelative: true },
    });
  });

  it('is nothing when one part is a sentence', () => {
    expect(readComposite('قال الوزير إن الخطة بدأت | 22 مارس 2025', 'UTC')).toBeNull();
  });
});
