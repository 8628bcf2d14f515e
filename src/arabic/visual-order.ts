// Telling text that a PDF gave in the order in which it is seen (back to front) from text in the order in which it is read.

import { ARABIC_LETTERS } from './characters.ts';

/**
 * First code point of each letter in Arabic Presentation Forms-B, with how many shapes it has: isolated, final and, for
 * letters that join to the left, initial and medial, always in that order. U+FEF5 on are the ligatures of lam and alef.
 */
const FIRST_SHAPE = 0xfe80;
const TWO_SHAPES = new Set([
  0xfe81, 0xfe83, 0xfe85, 0xfe87, 0xfe8d, 0xfe93, 0xfea9, 0xfeab, 0xfead, 0xfeaf, 0xfeed, 0xfeef, 0xfef5, 0xfef7,
  0xfef9, 0xfefb,
]);

type Shape = 'isolated' | 'final' | 'initial' | 'medial';
const shapes = new Map<number, Shape>([[FIRST_SHAPE, 'isolated']]);
for (let code = FIRST_SHAPE + 1; code <= 0xfefc; ) {
  const names: Shape[] = TWO_SHAPES.has(code) ? ['isolated', 'final'] : ['isolated', 'final', 'initial', 'medial'];
  for (const name of names) {
    shapes.set(code, name);
    code += 1;
  }
}

const shapedWord = /[\u{FE80}-\u{FEFC}]{2,}/gu;
const plainWord = new RegExp(`[${ARABIC_LETTERS}]{3,}`, 'gu');
const endOnly = /[ةى]/u;

/** How many words are enough to say anything. */
const ENOUGH = 2;
/** Beyond this the answer does not change, and the work would. */
const LONGEST = 20_000;

/**
 * Whether a text looks as if its letters stand back to front, as some PDF files give them. Certain signs only: in shaped
 * letters, words that begin with a final shape or end with an initial one; in plain letters, words that begin with ة or ى,
 * which no Arabic word does. Give it the text before `cleanText`, which takes the shapes away. False when in doubt.
 */
export function visualOrderSuspect(text: string): boolean {
  const sample = text.slice(0, LONGEST);
  let forward = 0;
  let backward = 0;
  for (const [word] of sample.matchAll(shapedWord)) {
    const first = shapes.get(word.codePointAt(0) ?? 0);
    const last = shapes.get(word.codePointAt(word.length - 1) ?? 0);
    if (first === 'initial' || last === 'final') forward += 1;
    if (first === 'final' || last === 'initial') backward += 1;
  }
  for (const [word] of sample.matchAll(plainWord)) {
    if (endOnly.test(word.at(-1) ?? '')) forward += 1;
    if (endOnly.test(word[0] ?? '')) backward += 1;
  }
  return backward >= ENOUGH && backward > 2 * forward;
}
