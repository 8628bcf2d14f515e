// What an address keeps of a headline.

import { describe, expect, it } from 'vitest';
import { EMPTY_SLUG, slugOf } from './slug.ts';
import { hostileTexts, randomTexts, timeOf } from './testing/hostile.ts';

describe('slugOf', () => {
  it.each([
    ['لافروف يدعو واشنطن لقتال «النصرة» والتنسيق ضد «داعش»', 'لافروف-يدعو-واشنطن-لقتال-النصرة-والتنسيق-ضد-داعش'],
    ['«حماس» تُرحّب بـ«الخطوة»', 'حماس-ترحب-بالخطوة'],
    ['مؤتمر أ.ف.ب في ٢٠٢٤', 'مؤتمر-أ-ف-ب-في-2024'],
    ['Reuters: The UN’s View', 'reuters-the-uns-view'],
    ['  ـــ  نعم؟  ', 'نعم'],
    ['نمو 5%', 'نمو-5'],
  ])('makes %s into %s', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
    expect(slugOf(slug)).toBe(slug);
  });

  it('says مادة when a headline has no word', () => {
    expect(slugOf('')).toBe(EMPTY_SLUG);
    expect(slugOf('«»… \u{64E} 😀')).toBe(EMPTY_SLUG);
  });

  it('cuts a long headline between words', () => {
    const slug = slugOf('كلمة طويلة '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.split('-').every((word) => word === 'كلمة' || word === 'طويلة')).toBe(true);
    expect(slug.length).toBeGreaterThan(70);
  });

  it('cuts a single endless word, and not through a character', () => {
    expect(slugOf('ا'.repeat(200))).toBe('ا'.repeat(80));
    expect(slugOf(`a${'𐐨'.repeat(60)}`).isWellFormed()).toBe(true);
  });

  it('is safe in an address and bounded, whatever it is given', () => {
    for (const headline of [...randomTexts(500, 120), ...hostileTexts(3000)]) {
      const slug = slugOf(headline);
      expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
      expect(slug.length).toBeLessThanOrEqual(80);
    }
  });

  it('does not read a megabyte to make one line', () => {
    for (const text of hostileTexts(1_000_000)) expect(timeOf(() => slugOf(text))).toBeLessThan(20_000);
  });
});
