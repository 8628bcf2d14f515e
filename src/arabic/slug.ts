// The part of an address that repeats a headline's words: `لافروف يدعو واشنطن لقتال «النصرة»` → `لافروف-يدعو-واشنطن-لقتال-النصرة`.

import { ARABIC_INDIC_DIGITS, QUOTES } from './characters.ts';
import { cleanText, foldDigits, stripTashkeel, stripTatweel } from './normal-form.ts';

/** What an address says when a headline has no word to give. */
export const EMPTY_SLUG = 'مادة';

/** Characters, not bytes: in Arabic each is six characters of an address once it is percent-encoded. */
const LONGEST = 80;

const quoteOrApostrophe = new RegExp(`[${QUOTES}]`, 'gu');
const notWord = new RegExp(`[^\\p{L}\\p{M}\\p{N}${ARABIC_INDIC_DIGITS}]+`, 'gu');

/**
 * The headline's words in NFC, without tashkeel, tatweel or punctuation, Latin letters small, digits ASCII, joined by
 * `-`, at most 80 characters and cut between words. Never empty: a headline without words gives `مادة`.
 */
export function slugOf(headline: string): string {
  // Only the beginning can matter: marks and punctuation are at most a few times the letters.
  const bare = stripTatweel(stripTashkeel(cleanText(headline.slice(0, 2000))));
  const words = foldDigits(bare)
    .toLowerCase()
    .normalize('NFC')
    .replace(quoteOrApostrophe, '')
    .split(notWord)
    .map((word) => word.replace(/^\p{M}+/u, ''))
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  if (slug === '' && words[0] !== undefined) slug = cutWord(words[0]);
  return slug === '' ? EMPTY_SLUG : slug;
}

/** A single word longer than an address allows is cut, but never inside a surrogate pair. */
function cutWord(word: string): string {
  const cut = word.slice(0, LONGEST);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
