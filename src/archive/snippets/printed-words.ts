// The words of a text as they are printed, each with the words that the index holds for it: what `wordsOf` gives for the whole
// text, with the place where each stands.

import { BIDI_MARKS, CONTROLS, QUOTES, ZERO_WIDTH, ZWJ, ZWNJ } from '../../arabic/characters.ts';
import { foldAlef, foldHamza, foldTaMarbuta, foldYa } from '../../arabic/normal-form.ts';
import { wordsOf } from '../document.ts';

export type PrintedWord = {
  /** UTF-16 offsets of the word with its vowel marks and prefixes, without the quotes and stops around it. */
  readonly start: number;
  readonly end: number;
  /** In their matching form. One, but for what is printed together and indexed apart. */
  readonly keys: readonly string[];
  /** What stands between inner quotes, when the index has them as one word: `لـ«حماس»` is `لحماس`, of `لـ` and `حماس`. */
  readonly parts: readonly PrintedWord[];
};

const BRACKETS = '()\\[\\]{}﴾﴿';
const UNSEEN = `${BIDI_MARKS}${ZERO_WIDTH}${ZWNJ}${ZWJ}${CONTROLS}`;
const groupSeparator = '(?<=[0-9٠-٩۰-۹])[,٬](?=[0-9٠-٩۰-۹]{3}(?![0-9٠-٩۰-۹]))';
/** What `matchKey` keeps, or takes out without parting what stands on both sides. */
const run = new RegExp(
  `(?:[\\p{L}\\p{N}\\p{M}%٪.٫$€£¥${QUOTES}${BRACKETS}${UNSEEN}]|\\+(?=\\p{N})|${groupSeparator})+`,
  'gu',
);
const partingDot = /(?<!(?<!\p{L})\p{L}(?=\.\p{L}(?!\p{L})))(?<!\p{N}(?=\.\p{N}))\./gu;
const edge = new RegExp(`[.٫${QUOTES}${BRACKETS}${UNSEEN}]`, 'u');
const innerQuote = new RegExp(`["«»“”„‟‹›${BRACKETS}]`, 'u');
const innerQuotes = new RegExp(`["«»“”„‟‹›${BRACKETS}]`, 'gu');
/** Longer runs are no words, whatever the index makes of them. */
const LONGEST_PRINTED = 200;

/** The words of a text in order, in linear time. */
export function* printedWords(text: string): Generator<PrintedWord> {
  for (const found of text.matchAll(run)) {
    const written = found[0];
    if (written.length > LONGEST_PRINTED) continue;
    let from = 0;
    if (written.includes('.')) {
      for (const dot of written.matchAll(partingDot)) {
        yield* wordAt(text, found.index + from, found.index + dot.index);
        from = dot.index + 1;
      }
    }
    yield* wordAt(text, found.index + from, found.index + written.length);
  }
}

function* wordAt(text: string, from: number, to: number): Generator<PrintedWord> {
  let start = from;
  let end = to;
  while (start < end && edge.test(text.charAt(start))) start += 1;
  while (start < end && edge.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return;
  const written = text.slice(start, end);
  const keys = keysOf(written);
  if (keys.length === 0) return;
  if (!innerQuote.test(written)) yield { start, end, keys, parts: [] };
  else yield { ...withItsQuotes(text, start, end), keys, parts: partsOf(text, start, written) };
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
  ['‹', '›'],
  ['"', '"'],
  ['(', ')'],
  ['[', ']'],
]);

/** `لـ«حماس»` whole, so that no mark holds one quote of two; `«حماس»والجهاد` likewise. */
function withItsQuotes(text: string, start: number, end: number): { start: number; end: number } {
  const written = text.slice(start, end);
  for (const [opening, closing] of CLOSING) {
    const opened = written.split(opening).length - 1;
    const closed = opening === closing ? opened % 2 : written.split(closing).length - 1;
    const isOpen = opening === closing ? opened % 2 === 1 : opened > closed;
    if (isOpen && text[end] === closing) return { start, end: end + 1 };
    if (closed > (opening === closing ? 0 : opened) && text[start - 1] === opening) return { start: start - 1, end };
  }
  return { start, end };
}

function partsOf(text: string, start: number, written: string): PrintedWord[] {
  const parts: PrintedWord[] = [];
  let from = 0;
  const add = (to: number) => {
    const keys = keysOf(text.slice(start + from, start + to));
    if (keys.length > 0) parts.push({ start: start + from, end: start + to, keys, parts: [] });
  };
  for (const quote of written.matchAll(innerQuotes)) {
    add(quote.index);
    from = quote.index + 1;
  }
  add(written.length);
  return parts;
}

const LONGEST_KEY = 60;

/** `wordsOf`, by a table of characters for the words of which nearly all of a newspaper is made. */
function keysOf(written: string): readonly string[] {
  let key = '';
  for (let at = 0; at < written.length; at += 1) {
    const folded = FOLDED[written.charCodeAt(at)];
    if (folded === undefined) return wordsOf(written);
    key += folded;
  }
  return key === '' || key.length > LONGEST_KEY ? [] : [key];
}

/** By UTF-16 code: what becomes of a character that means the same wherever it stands. */
const FOLDED: readonly (string | undefined)[] = foldings();

function foldings(): (string | undefined)[] {
  const table: (string | undefined)[] = [];
  const set = (from: number, to: number, fold: (character: string) => string) => {
    for (let code = from; code <= to; code += 1) table[code] = fold(String.fromCharCode(code));
  };
  set(0x30, 0x39, (digit) => digit);
  set(0x41, 0x5a, (letter) => letter.toLowerCase());
  set(0x61, 0x7a, (letter) => letter);
  for (const [from, to] of [
    [0x621, 0x63a],
    [0x641, 0x64a],
  ] as const) {
    set(from, to, (letter) => foldTaMarbuta(foldYa(foldHamza(foldAlef(letter)))));
  }
  set(0x640, 0x640, () => '');
  set(0x64b, 0x652, () => '');
  set(0x660, 0x669, (digit) => String(digit.charCodeAt(0) - 0x660));
  return table;
}
