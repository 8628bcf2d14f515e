// The memory of readings: bounded, and never older than the last act.
import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('a value that was read before something was dropped is not kept', () => {
  const kept = new Kept<string, string>(4);
  const mark = kept.mark();
  kept.drop('a');
  kept.keep(mark, 'a', 'old');
  expect(kept.get('a')).toBeUndefined();
  kept.keep(kept.mark(), 'a', 'new');
  expect(kept.get('a')).toBe('new');
});

test('the one that was used the longest time ago is forgotten first, and never more are held than the limit', () => {
  const kept = new Kept<number, number>(4);
  for (const key of [1, 2, 3, 4]) kept.keep(kept.mark(), key, key);
  kept.get(1);
  kept.keep(kept.mark(), 5, 5);
  expect([1, 2, 3, 4, 5].filter((key) => kept.get(key) !== undefined)).toEqual([1, 3, 4, 5]);
});

test('what is kept anew takes no place from others', () => {
  const kept = new Kept<number, number>(2);
  for (const key of [1, 2, 1, 2]) kept.keep(kept.mark(), key, key);
  expect([kept.get(1), kept.get(2)]).toEqual([1, 2]);
});
