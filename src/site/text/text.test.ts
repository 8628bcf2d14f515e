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

test('results are counted in Arabic and in English', () => {
  const { results } = textOf('ar').search;
  expect([0, 1, 2, 7, 40, 1200].map((count) => results(count, 'latn'))).toEqual([
    'لا نتائج',
    'نتيجة واحدة',
    'نتيجتان',
    '7 نتائج',
    '40 نتيجة',
    '1,200 نتيجة',
  ]);
  expect([0, 1, 2].map((count) => textOf('en').search.results(count, 'latn'))).toEqual([
    '0 results',
    '1 result',
    '2 results',
  ]);
});

test('a language without a catalogue of its own is spoken to in English', () => {
  expect(textOf('fr').language).toBe('en');
  expect(textOf('ar-EG').language).toBe('ar');
});

test('Arabic texts use Arabic punctuation and quotation marks', () => {
  const { guideLines, ...search } = textOf('ar').search;
  const textsIn = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value('كلمة', 'latn'))];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  };
  // These take a number.
  const noCounts = { readingTime: '', gallery: '', stories: '', eventFrom: '', eventSpan: '' };
  // What can be typed is shown as it is typed.
  const meanings = guideLines.map(([, meaning]) => meaning);
  const texts = textsIn([{ ...textOf('ar'), ...noCounts, search: { ...search, results: '' } }, meanings]);
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) expect(text).not.toMatch(/[,;?"]|ًا/);
});
