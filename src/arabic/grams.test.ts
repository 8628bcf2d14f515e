// The grams of long and short words, and the pairs of neighbours.

import { expect, test } from 'vitest';
import { grams, stemPairs } from './grams.ts';

test('a long word gives every run of four letters, a short one itself', () => {
  expect(grams('برنامج')).toEqual(['برنا', 'رنام', 'نامج']);
  expect(grams('كتاب')).toEqual(['كتاب']);
  expect(grams('في')).toEqual(['في']);
});

test('neighbours pair in order', () => {
  expect(stemPairs(['وزير', 'خارج', 'روس'])).toEqual(['وزير_خارج', 'خارج_روس']);
  expect(stemPairs(['وزير'])).toEqual([]);
});
