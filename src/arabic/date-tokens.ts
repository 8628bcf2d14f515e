// A text cut into the words, numbers and marks that the date grammar reads, and the small functions that step over them.

import type { Phrasebook } from './date-words.ts';
import {
  COUNTED_UNITS,
  DEFINITE_UNITS,
  foldWord,
  MONTHS,
  NEAR_DAYS,
  PARTS,
  SEASONS,
  WEEKDAYS,
  wordSet,
} from './date-words.ts';
import { foldDigits } from './normal-form.ts';
import { CARDINALS, DAY_ORDINALS, HOUR_ORDINALS } from './number-words.ts';

export type DateToken = {
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded for words, ASCII for numbers, one character for marks (every dash is `-`). */
  readonly text: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
};

const piece = /[\p{L}\p{M}\u{640}]+|[0-9٠-٩۰-۹]+|[^\s\p{L}\p{M}]/gu;
const number = /^[0-9٠-٩۰-۹]/u;
const word = /[\p{L}]/u;
const dash = /^[-–—−‐‑ـ]+$/u;
const invisible = /^[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{61C}\u{FEFF}\u{AD}]$/u;

/** Words that may follow a joined و: the conjunction is then a token of its own. */
const AFTER_AND: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, NEAR_DAYS, PARTS, SEASONS, COUNTED_UNITS, DEFINITE_UNITS].flatMap((book) => [...book.keys()]),
  ...[CARDINALS, DAY_ORDINALS, HOUR_ORDINALS].flatMap((book) => [...book.keys()]),
  ...wordSet(
    'النصف الربع الثلث في من إلى حتى يوم عام شهر خلال نصف ربع ثلث مساء صباح فجر ليل ظهر عصر دقيقة دقيقتين العشرين العشرون الثلاثين الثلاثون',
  ),
]);

/** The tokens of a text, in time proportional to its length. Marks that show nothing are stepped over. */
export function dateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = [];
  let reached = 0;
  for (const found of text.matchAll(piece)) {
    const written = found[0];
    const start = found.index;
    const end = start + written.length;
    const glued = start === reached && tokens.length > 0;
    reached = end;
    if (invisible.test(written)) continue;
    if (number.test(written)) tokens.push({ kind: 'number', text: foldDigits(written), start, end, glued });
    else if (dash.test(written)) tokens.push({ kind: 'mark', text: '-', start, end, glued });
    else if (word.test(written)) pushWord(tokens, written, start, glued);
    else tokens.push({ kind: 'mark', text: written, start, end, glued });
  }
  return tokens;
}

function pushWord(tokens: DateToken[], written: string, start: number, glued: boolean): void {
  const end = start + written.length;
  // No word of the grammar is longer, and folding a long one would be work for nothing.
  const text = written.length > 40 ? written : foldWord(written);
  if (text.length > 1 && text.startsWith('و') && AFTER_AND.has(text.slice(1)) && !AFTER_AND.has(text)) {
    tokens.push({ kind: 'word', text: 'و', start, end: start + 1, glued });
    tokens.push({ kind: 'word', text: text.slice(1), start: start + 1, end, glued: true });
    return;
  }
  tokens.push({ kind: 'word', text, start, end, glued });
}

/** Something that was read, and the place after it. */
export type Read<T> = { readonly value: T; readonly next: number };

/** Reads the longest phrase of a book that begins at a token. */
export function readPhrase<T>(tokens: readonly DateToken[], at: number, book: Phrasebook<T>): Read<T> | null {
  const first = tokens[at];
  if (first?.kind !== 'word') return null;
  for (const phrase of book.get(first.text) ?? []) {
    if (phrase.words.every((text, index) => tokens[at + index]?.text === text)) {
      return { value: phrase.meaning, next: at + phrase.words.length };
    }
  }
  return null;
}

/** The place after a token when it is one of these words or marks; otherwise the same place. */
export function skip(tokens: readonly DateToken[], at: number, words: ReadonlySet<string>): number {
  const token = tokens[at];
  return token !== undefined && token.kind !== 'number' && words.has(token.text) ? at + 1 : at;
}

/** Whether the token at a place is this word or mark. */
export function isToken(tokens: readonly DateToken[], at: number, text: string): boolean {
  const token = tokens[at];
  return token !== undefined && token.kind !== 'number' && token.text === text;
}

/** A number of at most so many digits. */
export function readNumber(tokens: readonly DateToken[], at: number, mostDigits: number): Read<number> | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length > mostDigits) return null;
  return { value: Number(token.text), next: at + 1 };
}
