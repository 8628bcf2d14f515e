// Prints what is sought in one manner: the words as typed, phrases in straight quotes, أو between alternatives.

import { quotes } from './pieces.ts';
import type { Term } from './terms.ts';

/** Where a slice of the printed text came from. UTF-16 offsets; the slices are of one length. */
export type PrintedPlace = { readonly printed: number; readonly text: number; readonly length: number };

export type PrintedTerms = {
  readonly printed: string;
  /** As long as `printed`, with `|` for all that is not a reader's running words, so that no date is read across it. */
  readonly readable: string;
  readonly places: readonly PrintedPlace[];
};

/** Fields and bounds in time are not printed here. */
export function printTerms(terms: readonly Term[]): PrintedTerms {
  const places: PrintedPlace[] = [];
  let printed = '';
  let readable = '';
  const add = (written: string, start: number | null) => {
    if (written === '') return;
    if (printed !== '') {
      printed += ' ';
      readable += ' ';
    }
    if (start !== null) places.push({ printed: printed.length, text: start, length: written.length });
    printed += written;
    readable += start === null ? '|'.repeat(written.length) : written;
  };
  const addOperand = (term: Extract<Term, { kind: 'words' | 'phrase' }>) => {
    if (term.kind === 'phrase') add(quoted(term.written), null);
    else add(term.written, term.verbatim ? term.start : null);
  };
  for (const term of terms) {
    if (term.kind === 'words' || term.kind === 'phrase') addOperand(term);
    if (term.kind === 'without') add(`-${term.isPhrase ? quoted(term.written) : term.written}`, null);
    if (term.kind !== 'either') continue;
    for (const [index, alternative] of term.alternatives.entries()) {
      if (index > 0) add('أو', null);
      addOperand(alternative);
    }
  }
  return { printed, readable, places };
}

function quoted(written: string): string {
  return `"${written.replace(quotes, '').replace(/\s+/gu, ' ')}"`;
}

/** The offset in the query's text of an offset in its printed text that lies in running words. */
export function placeInText(places: readonly PrintedPlace[], printed: number): number {
  const place = places.findLast((one) => one.printed <= printed);
  return place === undefined ? 0 : place.text + Math.min(printed - place.printed, place.length);
}
