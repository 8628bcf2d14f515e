// Cuts Arabic text into its words, with what a newspaper's text carries besides: initials, titles, hashtags, handles,
// figures with their separators, addresses, and words of other scripts.

import { DIGITS, HAMZA_MARKS, SCRIPT_LETTERS, TASHKEEL, TATWEEL, ZWJ, ZWNJ } from './characters.ts';

/**
 * `word`: Arabic script. `latin`: a word of Latin letters, with the digits and joints that belong to it (`COVID-19`, `C++`,
 * `Node.js`, `5G`). `foreign`: any other script. `number`: figures with their separators (`1,234.5`, `15:30`, `8/10/2023`).
 * `abbreviation`: initials and titles with their points (`أ.ف.ب`, `د.`, `U.S.`). `hashtag`, `handle`: with their sign.
 * `address`: of a page or of mail.
 */
export type TokenKind = 'word' | 'latin' | 'foreign' | 'number' | 'abbreviation' | 'hashtag' | 'handle' | 'address';

export type Token = {
  /** As written: `text.slice(start, end)` of the given text. Fold it with `normal-form.ts` to compare. */
  readonly text: string;
  /** UTF-16 offsets, `end` not included. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
};

const LETTER = `[${SCRIPT_LETTERS}]`;
const MARKS = `${TASHKEEL}${HAMZA_MARKS}${TATWEEL}`;
const LATIN = '\\p{Script=Latin}';
const DIGIT = `[${DIGITS}]`;
const notInWord = `(?<![\\p{L}\\p{M}\\p{N}.])`;

// In the order in which they are tried. Whatever may fail after a run is bounded, so that no run is walked twice.
const PATTERNS: Readonly<Record<TokenKind, string>> = {
  address: `(?:https?://|www\\.)[^\\s«»"<>،؛]{1,2000}|${notInWord}[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}`,
  hashtag: `#[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_${TATWEEL}]*`,
  handle: '(?<![\\p{L}\\p{N}])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?',
  // `أ.ف.ب`, `وأ.ف.ب`, `U.S.`; and a lone letter with a point before a name, `د. سلمى`, which ends no sentence.
  abbreviation: `${notInWord}(?:[وفبلك]?${LETTER}(?:\\.${LETTER}(?![\\p{L}\\p{M}])){1,7}\\.?|${LATIN}(?:\\.${LATIN}(?!${LATIN})){1,7}\\.?|${LETTER}\\.(?= ?${LETTER}{2}))`,
  latin: `(?:${LATIN}|[0-9]{1,9}(?=${LATIN}))[${LATIN}\\p{M}0-9]*(?:[-'’.&_][${LATIN}0-9][${LATIN}\\p{M}0-9]*)*(?:[+#]{1,2}(?![\\p{L}\\p{N}]))?`,
  number: `${DIGIT}+(?:[.,:/٫٬]${DIGIT}+)*`,
  word: `${LETTER}[${SCRIPT_LETTERS}${MARKS}${ZWNJ}${ZWJ}]*`,
  foreign: `(?!${LETTER}|${LATIN}|${TATWEEL})\\p{L}(?:(?!${LETTER}|${LATIN})[\\p{L}\\p{M}])*`,
};

const kinds = Object.keys(PATTERNS) as TokenKind[];
// One group a kind, by its place: named groups would make an object for every word.
const token = new RegExp(
  Object.values(PATTERNS)
    .map((pattern) => `(${pattern})`)
    .join('|'),
  'gu',
);
const sentenceEnd = /[.,:;!?،؛؟…)\]}'’]+$/u;

/**
 * The tokens of a text in order, in linear time. What is not a word or a figure (spaces, punctuation, quotes, emoji) gives
 * none. Prefixes written apart stay apart: `لـ«داعش»` → `لـ` and `داعش`; `الـ21` → `الـ` and `21`. Give it the text from
 * `cleanText`: marks that show nothing cut a word in two.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const kind = kindOf(match);
    const written = kind === 'address' ? match[0].replace(sentenceEnd, '') : match[0];
    // What was cut off an address is looked at again: `(https://example.com)،`.
    token.lastIndex = match.index + written.length;
    found.push({ text: written, start: match.index, end: match.index + written.length, kind });
  }
  return found;
}

function kindOf(match: RegExpExecArray): TokenKind {
  return kinds.find((_, index) => match[index + 1] !== undefined) ?? 'foreign';
}
