// Which way a text runs, and which of its runs are isolated.

import { describe, expect, it } from 'vitest';
import { directionOf, latinRuns } from './direction.ts';
import { hostileTexts, randomTexts, timeOf } from './testing/hostile.ts';

describe('directionOf', () => {
  it.each([
    ['«حماس» ترحب', 'rtl'],
    ['CNN: انفجار', 'ltr'],
    ['123 - شخصاً', 'rtl'],
    ['٢٠٢٣ report', 'ltr'],
    ['שלום', 'rtl'],
    ['ﻣﺠﻠﺲ', 'rtl'],
    ['', 'rtl'],
    ['… 123', 'rtl'],
  ])('reads %s as %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});

describe('latinRuns', () => {
  it.each([
    ['نقل موقع Middle East Eye البريطاني', ['Middle East Eye']],
    ['مرض COVID-19 ومقاتلة F-16، وشركة AT&T', ['COVID-19', 'F-16', 'AT&T']],
    ['كتب @warraq_news في #Arab_News أمس', ['@warraq_news', '#Arab_News']],
    ['زوروا https://example.com/a?b=1، الآن', ['https://example.com/a?b=1']],
    ['لغة C++ و«New York Times».', ['C++', 'New York Times']],
    ['انخفض -3 وارتفع +5% ثم 12٪', ['-3', '+5%', '12٪']],
    ['فاز 2-1 في 8/10/2023 بين 10–12', ['2-1', '8/10/2023', '10–12']],
    ['للاتصال +961 1 234 567 يومياً', ['+961 1 234 567']],
    ['مهمة Apollo 11 Mission الأخيرة', ['Apollo 11 Mission']],
    ['قالت CNN 15 شخصاً', ['CNN']],
    ['بسعر $100 أو 50€', ['$100', '50€']],
    ['جائحة كوفيد-19 عام 2020 الساعة 15:30', []],
    ['رحب ثلاثون، و١٢٣ آخرون.', []],
    ['هبط (-٣) و٥٠٪', ['-٣', '٥٠٪']],
    ['(AFP)', ['AFP']],
  ])('isolates in %s: %o', (text, expected) => {
    expect(latinRuns(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('gives runs in order that do not overlap and hold no right-to-left letter', () => {
    for (const text of [...randomTexts(500, 80), ...hostileTexts(300)]) {
      let reached = 0;
      for (const { start, end } of latinRuns(text)) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toMatch(/[\u{621}-\u{64A}]/u);
        reached = end;
      }
    }
  });

  it('takes time in proportion to the length of a hostile text', { timeout: 60_000 }, () => {
    for (const text of hostileTexts(1_000_000)) expect(timeOf(() => latinRuns(text))).toBeLessThan(20_000);
  });
});
