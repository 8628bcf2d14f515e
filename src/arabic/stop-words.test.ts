// Stop words by use, in every spelling.

import { expect, test } from 'vitest';
import { matchKey } from './normal-form.ts';
import { isStopWord } from './stop-words.ts';

test('every spelling of a stop word is one', () => {
  for (const word of ['على', 'علي', 'عَلى', 'إلى', 'الى']) expect(isStopWord(matchKey(word), 'search')).toBe(true);
});

test('verbs of reporting count in a search and not in a comparison', () => {
  expect(isStopWord(matchKey('أكد'), 'search')).toBe(false);
  expect(isStopWord(matchKey('أكد'), 'similarity')).toBe(true);
  expect(isStopWord(matchKey('وزير'), 'similarity')).toBe(false);
});
