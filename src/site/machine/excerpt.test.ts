// Cutting texts for machines: one line, whole words, no half characters.
import { expect, test } from 'vitest';
import { excerpt, line } from './excerpt.ts';

test('a text that fits stays whole, on one line', () => {
  expect(excerpt('  اتفاق\n على   فتح الميناء ', 40)).toBe('اتفاق على فتح الميناء');
  expect(line('أ\u0000ب\ud800')).toBe('أب');
});

test('a longer text is cut between words, without the punctuation before the cut', () => {
  expect(excerpt('اتفاق على فتح الميناء، والملاحة تعود', 26)).toBe('اتفاق على فتح الميناء…');
});

test('a cut is never longer than asked and never inside a surrogate pair', () => {
  for (const text of ['😀'.repeat(100), 'ا'.repeat(300), 'كلمة '.repeat(100), '، '.repeat(200)]) {
    for (const most of [9, 10, 110]) {
      const cut = excerpt(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.endsWith('…')).toBe(true);
    }
  }
});
