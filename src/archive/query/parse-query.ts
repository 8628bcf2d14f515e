// Reads what a reader typed into the search box. Whatever it is, it becomes a query: nothing is an error.

import { readDateWords, readersNow, startOfDay } from './bounds-in-time.ts';
import { Budget } from './budget.ts';
import type { ParsedQuery, QueryField } from './parsed-query.ts';
import { piecesOf } from './pieces.ts';
import { placeInText, printTerms } from './print-terms.ts';
import { type Term, termsOf } from './terms.ts';
import { typedText } from './typed-text.ts';

export type ParseOptions = {
  /** Epoch milliseconds; أمس is the day before it. */
  readonly now: number;
  /** IANA zone of the edition. */
  readonly timeZone: string;
  /** The last word may still be being typed. */
  readonly typing?: boolean;
};

type Of<Kind extends Term['kind']> = Extract<Term, { kind: Kind }>;

/**
 * The query that a text says, in time proportional to `QUERY_BOUNDS` whatever the text. What is beyond the bounds is left
 * out, and `problems` tells.
 */
export function parseQuery(typed: string, { now, timeZone, typing = false }: ParseOptions): ParsedQuery {
  const { text, isCut } = typedText(typed);
  const here = readersNow(now, timeZone);
  const budget = new Budget();
  if (isCut) budget.tell({ kind: 'too-long' });
  const terms = termsOf(piecesOf(text, here), { text, typing }, budget);
  const of = <Kind extends Term['kind']>(kind: Kind) => terms.filter((term): term is Of<Kind> => term.kind === kind);
  const without = of('without');
  const words = of('words').flatMap((term) => term.words);
  const phrases = of('phrase').map((term) => term.words);
  const either = of('either').map(({ alternatives }) => alternatives.map((alternative) => alternative.words.join(' ')));
  const fields = distinct(of('field').map(({ field }) => field));
  const range = rangeOf(terms, here, budget);
  if (without.length > 0 && [words, phrases, either, fields].every((list) => list.length === 0)) {
    budget.tell({ kind: 'only-without' });
  }
  return {
    text,
    printed: printTerms(terms).printed,
    words,
    prefix: typing && !isCut ? prefixOf(terms, text) : null,
    phrases,
    without: without.filter(({ isPhrase }) => !isPhrase).flatMap((term) => term.words),
    withoutPhrases: without.filter(({ isPhrase }) => isPhrase).map((term) => term.words),
    either,
    fields,
    ...range,
    timeZone,
    problems: budget.problems,
  };
}

/** The earliest day that a query can name, which stands for all before it. */
const BEGINNING_OF_DAYS = '1800-01-01';

type Range = Pick<ParsedQuery, 'from' | 'to' | 'dateWords'>;

function rangeOf(terms: readonly Term[], now: Temporal.ZonedDateTime, budget: Budget): Range {
  const bounds = terms.filter((term) => term.kind === 'bound');
  if (bounds.length === 0) return rangeInWords(terms, now);
  const instant = (day: Temporal.PlainDate) => startOfDay(day, now.timeZoneId);
  const starts = bounds.filter(({ name }) => name === 'after').map(({ days }) => instant(days.to.add({ days: 1 })));
  const ends = bounds.filter(({ name }) => name === 'before').map(({ days }) => instant(days.from));
  const from = starts.length === 0 ? null : Math.max(...starts);
  const to = ends.length === 0 ? null : Math.min(...ends);
  if (from !== null && to !== null && from >= to) budget.tell({ kind: 'no-days' });
  return { from, to, dateWords: null };
}

function rangeInWords(terms: readonly Term[], now: Temporal.ZonedDateTime): Range {
  // Read in the printed form, so that a query and its canonical text name the same days.
  const { readable, places } = printTerms(terms);
  const days = readDateWords(readable, now);
  if (days === null) return { from: null, to: null, dateWords: null };
  return {
    from: days.from.toString() === BEGINNING_OF_DAYS ? null : startOfDay(days.from, now.timeZoneId),
    to: startOfDay(days.to.add({ days: 1 }), now.timeZoneId),
    dateWords: [placeInText(places, days.start), placeInText(places, days.end - 1) + 1],
  };
}

const writable = /[\p{L}\p{M}\p{N}]$/u;

function prefixOf(terms: readonly Term[], text: string): string | null {
  const last = terms.at(-1);
  if (last?.kind !== 'words' || !last.verbatim || !writable.test(text)) return null;
  return last.start + last.written.length === text.length ? (last.words.at(-1) ?? null) : null;
}

function distinct(fields: readonly QueryField[]): QueryField[] {
  const seen = new Map(fields.map((field) => [`${field.field}:${field.without}:${field.value}`, field]));
  return [...seen.values()];
}
