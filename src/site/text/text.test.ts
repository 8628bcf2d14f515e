// The catalogues: true plurals, Arabic punctuation, a language for everybody.
import { expect, test } from 'vitest';
import { textOf } from './text.ts';

test('minutes of reading take the true plural of Arabic', () => {
  const { readingTime } = textOf('ar');
  const said = [1, 2, 3, 10, 11, 100].map((minutes) => readingTime(minutes, 'latn').replace('مدة القراءة: ', ''));
  expect(said).toEqual(['دقيقة', 'دقيقتان', '3 دقائق', '10 دقائق', '11 دقيقة', '100 دقيقة']);
  expect(readingTime(11, 'arab')).toBe('مدة القراءة: ١١ دقيقة');
});

test('pictures of a gallery are counted in Arabic and in English', () => {
  expect([1, 2, 6, 12].map((count) => textOf('ar').gallery(count, 'latn'))).toEqual([
    'صورة واحدة',
    'صورتان',
    '6 صور',
    '12 صورة',
  ]);
  expect([1, 6].map((count) => textOf('en').gallery(count, 'latn'))).toEqual(['1 picture', '6 pictures']);
});

test('a language without a catalogue of its own is spoken to in English', () => {
  expect(textOf('fr').language).toBe('en');
  expect(textOf('ar-EG').language).toBe('ar');
});

test('Arabic texts use Arabic punctuation and quotation marks', () => {
  const texts = Object.values(textOf('ar')).flatMap((value) =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value) : [],
  );
  for (const text of texts) expect(text).not.toMatch(/[,;?"]|ًا/);
});
