// The months are named as each tradition names them.

import { describe, expect, it } from 'vitest';
import { englishMonthName, HIJRI_SPELLINGS, hijriMonthName, MONTH_SPELLINGS, monthName } from './months.ts';
import { matchKey } from './normal-form.ts';

describe('monthName', () => {
  it('names October in every tradition', () => {
    expect(monthName(10, 'gregorian')).toBe('أكتوبر');
    expect(monthName(10, 'levantine')).toBe('تشرين الأول');
    expect(monthName(10, 'both')).toBe('أكتوبر (تشرين الأول)');
    expect(monthName(8, 'maghrebi')).toBe('أوت');
    expect(monthName(8, 'moroccan')).toBe('غشت');
    expect(englishMonthName(10)).toBe('October');
  });

  it('agrees with the locale data of the engine', () => {
    const locales = { gregorian: 'ar-AE', levantine: 'ar-LB', maghrebi: 'ar-DZ', moroccan: 'ar-MA' } as const;
    for (const [naming, locale] of Object.entries(locales)) {
      const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn-ca-gregory`, { month: 'long', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        expect(monthName(month, naming as keyof typeof locales)).toBe(format.format(Date.UTC(2023, month - 1, 15)));
      }
    }
  });

  it('names the Hijri months', () => {
    expect(hijriMonthName(9)).toBe('رمضان');
    expect(hijriMonthName(3)).toBe('ربيع الأول');
    expect(hijriMonthName(9, 'en')).toBe('Ramadan');
  });

  it('refuses a month that is not there', () => {
    expect(() => monthName(0, 'both')).toThrow(RangeError);
    expect(() => monthName(13, 'gregorian')).toThrow(RangeError);
    expect(() => hijriMonthName(1.5)).toThrow(RangeError);
  });

  it('has no spelling that stands for two months', () => {
    const months = new Map<string, string>();
    for (const [calendar, table] of Object.entries({ gregorian: MONTH_SPELLINGS, hijri: HIJRI_SPELLINGS })) {
      for (const [index, spellings] of table.entries()) {
        for (const spelling of spellings) {
          const place = `${calendar} ${index + 1}`;
          expect(months.get(matchKey(spelling)) ?? place).toBe(place);
          months.set(matchKey(spelling), place);
        }
      }
    }
  });
});
