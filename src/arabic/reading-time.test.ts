// Reading time follows the speed at which each language is read.

import { describe, expect, it } from 'vitest';
import { countWords, readingMinutes } from './reading-time.ts';

describe('readingMinutes', () => {
  it('is 138 words a minute in Arabic and 228 in English', () => {
    expect(readingMinutes(138)).toBe(1);
    expect(readingMinutes(690)).toBe(5);
    expect(readingMinutes(690, 'en')).toBe(3);
  });

  it('is never less than a minute', () => {
    expect(readingMinutes(0)).toBe(1);
    expect(readingMinutes(-5)).toBe(1);
    expect(readingMinutes(Number.NaN)).toBe(1);
  });
});

describe('countWords', () => {
  it('counts words and figures and not the marks that stand alone', () => {
    expect(countWords('قال الوزير – أمس – إن «النمو» بلغ 5%.')).toBe(7);
    expect(countWords(' … \n')).toBe(0);
    expect(countWords('')).toBe(0);
  });
});
