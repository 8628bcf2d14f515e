// Figures go to either family and come back.

import { describe, expect, it } from 'vitest';
import { formatDigits, formatNumber } from './digits.ts';
import { hostileTexts, timeOf } from './testing/hostile.ts';

describe('formatDigits', () => {
  it.each([
    ['بلغ 1,234.5% أمس', 'بلغ ١٬٢٣٤٫٥٪ أمس'],
    ['عند 15:30 في 8/10/2023', 'عند ١٥:٣٠ في ٨/١٠/٢٠٢٣'],
    ['8.10.2023', '٨.١٠.٢٠٢٣'],
    ['مقاتلة F-16 وCOVID-19', 'مقاتلة F-16 وCOVID-19'],
    ['https://example.com/2023', 'https://example.com/2023'],
    ['10، 20', '١٠، ٢٠'],
  ])('prints %s as %s in Arabic-Indic digits', (text, expected) => {
    expect(formatDigits(text, 'arab')).toBe(expected);
    expect(formatDigits(expected, 'latn')).toBe(text);
    expect(formatDigits(expected, 'arab')).toBe(expected);
  });

  it('turns Persian digits too', () => {
    expect(formatDigits('۲۰۲۳', 'latn')).toBe('2023');
    expect(formatDigits('۲۰۲۳', 'arab')).toBe('٢٠٢٣');
  });

  it('takes time in proportion to the length of a hostile text', { timeout: 60_000 }, () => {
    for (const text of hostileTexts(1_000_000)) expect(timeOf(() => formatDigits(text, 'arab'))).toBeLessThan(20_000);
  });
});

describe('formatNumber', () => {
  it('groups thousands and rounds to two places unless told otherwise', () => {
    expect(formatNumber(12_500.456, { digits: 'latn' })).toBe('12,500.46');
    expect(formatNumber(12_500.5, { digits: 'arab' })).toBe('١٢٬٥٠٠٫٥');
    expect(formatNumber(2023, { digits: 'latn', grouping: false })).toBe('2023');
    expect(formatNumber(1.25, { digits: 'arab', fraction: 0 })).toBe('١');
    expect(formatNumber(-3, { digits: 'latn' })).toBe('-3');
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN, { digits: 'latn' })).toThrow(RangeError);
    expect(() => formatNumber(Number.POSITIVE_INFINITY, { digits: 'latn' })).toThrow(RangeError);
  });
});
