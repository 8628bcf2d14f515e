// The letter grams of long and short words.

import { expect, test } from 'vitest';
import { grams } from './grams.ts';

test('a word gives every run of four letters, its edges among them, a short one itself', () => {
  expect(grams('برنامج')).toEqual(['_برن', 'برنا', 'رنام', 'نامج', 'امج_']);
  expect(grams('كتاب')).toEqual(['_كتا', 'كتاب', 'تاب_']);
  expect(grams('في')).toEqual(['_في_']);
  expect(grams('و')).toEqual(['_و_']);
});
