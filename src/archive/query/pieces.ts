// Cuts the text of a query into its pieces: words, phrases, alternatives and fields. It never fails: what is no piece of the
// language of queries is a word.

import { cleanText } from '../../arabic/normal-form.ts';
import { type Days, readBound } from './bounds-in-time.ts';
import { type BoundName, fieldNamed, isBound, LONGEST_FIELD_NAME } from './field-names.ts';
import { QUERY_BOUNDS, type QueryFieldName } from './parsed-query.ts';

type Place = {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
};

export type WordsPiece = Place & {
  /** `chunk`: what stands between spaces. `phrase`: what stood in quotes, given without them. */
  readonly kind: 'chunk' | 'phrase';
  readonly written: string;
  readonly isWithout: boolean;
};

export type FieldPiece = Place & {
  readonly kind: 'field';
  readonly name: QueryFieldName;
  readonly value: string;
  readonly isWithout: boolean;
};

/** قبل: and بعد:. Without days it ends before what was no date, which is then a piece of its own. */
export type BoundPiece = Place & {
  readonly kind: 'bound';
  readonly name: BoundName;
  readonly days: Days | null;
  /** What should have been a date. */
  readonly value: string;
};

export type Piece = WordsPiece | FieldPiece | BoundPiece | (Place & { readonly kind: 'or' });

const OPENING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  // Right-to-left keyboards make it easy to type them the wrong way round.
  ['»', '«'],
  ['“', '”'],
  ['”', '“”'],
  ['„', '“”'],
  ['‟', '”'],
]);
const quote = /["«»“”„‟]/u;
/** Every quote that may stand around a phrase. */
export const quotes = /["«»“”„‟]/gu;
const chunk = /[^\s|]+/uy;
const word = /[\p{L}#@]/uy;
const spaces = /\s*/uy;
const afterPhrase = /[)\]},.،;؛:!?؟…]*/uy;
const bracketBefore = /[([{]+(?=[-−]?["«»“”„‟])|[([{]+(?=[-−]\p{L})/uy;
const minus = /[-−](?=[\p{L}#@"«»“”„‟])/uy;
/** `-الذي استقال أمس- يعود`: dashes around an aside. */
const aside = /[-−][^-−"«»“”„‟|]{1,80}(?<=[\p{L}\p{M}\p{N}])[-−](?=\s|$)/uy;
const fieldName = new RegExp(`([\\p{L}\\p{M}\\u{640}]{2,${LONGEST_FIELD_NAME}})[:：]`, 'uy');
const orWords: ReadonlySet<string> = new Set(['أو', 'او', 'OR']);
const mayStartAfter = /[\s|([{]/u;

/** The pieces of a text in order. `now` is the reader's day, for `بعد:أمس`. */
export function piecesOf(text: string, now: Temporal.ZonedDateTime): Piece[] {
  const pieces: Piece[] = [];
  let bounds = 0;
  for (let at = pastSpaces(text, 0); at < text.length; ) {
    const piece = pieceAt(text, at, now, bounds < QUERY_BOUNDS.fields);
    pieces.push(piece);
    if (piece.kind === 'bound') bounds += 1;
    at = pastSpaces(text, piece.kind === 'phrase' ? endOf(afterPhrase, text, piece.end) : piece.end);
  }
  return pieces;
}

function pieceAt(text: string, start: number, now: Temporal.ZonedDateTime, mayRead: boolean): Piece {
  if (text[start] === '|') return { kind: 'or', start, end: start + 1 };
  let at = endOf(bracketBefore, text, start);
  const isFresh = start === 0 || mayStartAfter.test(text[start - 1] ?? '');
  const isWithout = isFresh && endOf(minus, text, at) > at && endOf(aside, text, at) === at;
  if (isWithout) at += 1;
  const phrase = phraseAt(text, at);
  if (phrase !== null) return { kind: 'phrase', start, end: phrase.end, written: phrase.written, isWithout };
  if (quote.test(text[at] ?? '')) {
    // An open quote is passed over, and a minus before it needs a word all the same.
    if (isWithout && endOf(word, text, at + 1) === at + 1) return chunkAt(text, start, start, false);
    at += 1;
  }
  const field = fieldAt(text, start, at, isWithout) ?? boundAt(text, start, at, now, mayRead);
  if (field !== null) return field;
  return chunkAt(text, start, at, isWithout);
}

function chunkAt(text: string, start: number, at: number, isWithout: boolean): Piece {
  const end = endOf(chunk, text, at);
  const written = text.slice(at, end);
  if (!isWithout && orWords.has(written)) return { kind: 'or', start, end };
  return { kind: 'chunk', start: at, end: Math.max(end, start + 1), written, isWithout };
}

/** A phrase whose quote stands at a place; null when there is no quote, or nothing closes it. */
function phraseAt(text: string, at: number): { readonly written: string; readonly end: number } | null {
  const closing = OPENING.get(text[at] ?? '');
  if (closing === undefined) return null;
  const rest = text.slice(at + 1);
  const found = [...closing].map((mark) => rest.indexOf(mark)).filter((place) => place >= 0);
  const end = found.length > 0 ? Math.min(...found) : rest.search(quote);
  if (end < 0) return null;
  return { written: rest.slice(0, end).replace(quotes, '').trim(), end: at + 1 + end + 1 };
}

function fieldAt(text: string, start: number, at: number, isWithout: boolean): FieldPiece | null {
  const named = nameAt(text, at);
  if (named === null || isBound(named.name)) return null;
  const { name, end: from } = named;
  const phrase = phraseAt(text, from);
  // `قسم: كاتب:علي` says nothing of the section.
  const end = phrase?.end ?? (nameAt(text, from) === null ? endOf(chunk, text, from) : from);
  const value = trimmedValue(phrase?.written ?? text.slice(from, end));
  return { kind: 'field', name, start, end, value, isWithout };
}

/** `mayRead`: dates are the dearest to read, and no query has room for so many. */
function boundAt(
  text: string,
  start: number,
  at: number,
  now: Temporal.ZonedDateTime,
  mayRead: boolean,
): BoundPiece | null {
  const named = nameAt(text, at);
  if (named === null || !isBound(named.name)) return null;
  const { name, end: from } = named;
  const phrase = phraseAt(text, from);
  const value = phrase?.written ?? text.slice(from, endOfDateWords(text, from));
  const read = mayRead ? readBound(value, now) : null;
  if (read !== null) return { kind: 'bound', name, start, end: phrase?.end ?? from + read.end, days: read, value };
  return { kind: 'bound', name, start, end: from, days: null, value: value.split(' ', 1)[0] ?? '' };
}

/** The name of a field and where its value begins. */
function nameAt(text: string, at: number): { name: QueryFieldName | BoundName; end: number } | null {
  fieldName.lastIndex = at;
  const match = fieldName.exec(text);
  const name = match?.[1] === undefined ? null : fieldNamed(match[1]);
  return match === null || name === null ? null : { name, end: pastSpaces(text, at + match[0].length) };
}

const MOST_DATE_WORDS = 9;

/** Where the words end that may be a date: at another piece of the language, or after as many as a date can have. */
function endOfDateWords(text: string, from: number): number {
  let end = from;
  let at = from;
  for (let words = 0; words < MOST_DATE_WORDS && at < text.length; words += 1) {
    const isOther =
      text[at] === '|' || quote.test(text[at] ?? '') || endOf(minus, text, at) > at || nameAt(text, at) !== null;
    if (isOther) break;
    end = endOf(chunk, text, at);
    at = pastSpaces(text, end);
  }
  return end;
}

const LONGEST_VALUE = 80;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;

function trimmedValue(written: string): string {
  const bare = cleanText(written.slice(0, LONGEST_VALUE))
    .replace(quotes, '')
    .replace(/[\s_|]+/gu, ' ');
  return bare.replace(edges, '');
}

function pastSpaces(text: string, at: number): number {
  return endOf(spaces, text, at);
}

/** Where a sticky pattern that matches at a place ends; the place itself when it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
