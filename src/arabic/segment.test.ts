// What the segmentation cuts, what it leaves, and what the collection's own words decide.

import { expect, test } from 'vitest';
import { cachedSegment, emptyVocabulary, segment, type Vocabulary } from './segment.ts';

const counts: Record<string, number> = {
  قال: 90,
  وقال: 60,
  وزير: 50,
  الوزير: 40,
  زير: 1,
  بيروت: 30,
  ببيروت: 5,
  برنامج: 20,
  البرنامج: 15,
  يكون: 20,
  سيكون: 8,
  سياسه: 20,
  كتاب: 10,
  كتابهم: 2,
  مدرسه: 12,
  مدرستها: 1,
  شخص: 30,
  شخصا: 12,
  لبنان: 40,
  بنان: 1,
  واضاف: 50,
  اضاف: 20,
};
const vocabulary: Vocabulary = { count: (word) => counts[word] ?? 0, total: 1000 };
const stem = (word: string) => segment(word, vocabulary);

test('ambiguous letters are cut only where the collection supports what remains', () => {
  expect(['وقال', 'واضاف', 'ببيروت', 'سيكون'].map(stem)).toEqual(['قال', 'اضاف', 'بيروت', 'يك']);
  expect(['وزير', 'لبنان', 'برنامج', 'سياسه'].map(stem)).toEqual(['وزير', 'لبن', 'برنامج', 'سياس']);
});

test('pronouns go, and the feminine ending behind them meets the bare word', () => {
  expect(['كتابهم', 'مدرستها', 'شخصا'].map(stem)).toEqual(['كتاب', stem('مدرسه'), 'شخص']);
});

test('prefixes with the article are cut whatever the collection holds', () => {
  for (const word of ['والمدرسه', 'بالمدرسه', 'للمدرسه', 'المدرسه', 'وللمدرسه', 'وبالمدرسه']) {
    expect(segment(word, emptyVocabulary)).toBe('مدرس');
    expect(stem(word)).toBe('مدرس');
  }
});

test('with no counts, letters other than waw stay', () => {
  expect(['وقال', 'ببيروت', 'كتابهم'].map((word) => segment(word, emptyVocabulary))).toEqual([
    'قال',
    'ببيروت',
    'كتابهم',
  ]);
});

test('figures, other scripts and short words stay as they are', () => {
  expect(['2018', 'the', 'في', 'covid', ''].map(stem)).toEqual(['2018', 'the', 'في', 'covid', '']);
});

test('the cached form gives the same stems, also past its limit', () => {
  const cached = cachedSegment(vocabulary, 2);
  for (const word of ['وقال', 'ببيروت', 'شخصا', 'وقال', 'وزير']) expect(cached(word)).toBe(stem(word));
});

test('the article stays where what follows it would be a particle: الماء is not ما', () => {
  expect(segment('الما', emptyVocabulary)).toBe('الما');
  expect(segment('اليد', emptyVocabulary)).toBe('يد');
});
