// Broken plurals meet their singulars; what has no consonants to speak of stays.

import { expect, test } from 'vitest';
import { skeleton } from './skeleton.ts';

test('a broken plural meets its singular', () => {
  for (const [one, many] of [
    ['مدرس', 'مدارس'],
    ['وزير', 'وزرا'],
    ['كتاب', 'كتب'],
  ] as const) {
    expect(skeleton(one)).toBe(skeleton(many));
  }
});

test('a stem of weak letters, a figure and a Latin word stay', () => {
  expect(['واي', '2018', 'covid'].map(skeleton)).toEqual(['واي', '2018', 'covid']);
});
