// What results are narrowed to: some facets, some days, and stories without some words.
import type { ArchiveIndex } from '../archive-index.ts';
import type { Statistics } from './statistics.ts';

export interface Narrowing {
  /** Of each group a story has at least one facet. */
  readonly facets: readonly (readonly string[])[];
  readonly withoutFacets: readonly string[];
  /** Epoch milliseconds, `to` not included; null for no bound. */
  readonly from: number | null;
  readonly to: number | null;
  /** In their matching forms; several words are a phrase. A story that has one, in any form of the word, is left out. */
  readonly without: readonly (readonly string[])[];
  /** A story has each of these, its words in this order and without others between them. */
  readonly phrases: readonly (readonly string[])[];
}

export const anything: Narrowing = {
  facets: [],
  withoutFacets: [],
  from: null,
  to: null,
  without: [],
  phrases: [],
};

/** Whether a document of an index is among what is wanted. */
export type Allows = (doc: number) => boolean;

export function narrowed(index: ArchiveIndex, statistics: Statistics, narrowing: Narrowing): Allows {
  const tests: Allows[] = [
    ...withinDays(index, narrowing),
    ...narrowing.facets.map((group) => hasFacet(index, group)),
    ...(narrowing.withoutFacets.length === 0 ? [] : [not(hasFacet(index, narrowing.withoutFacets))]),
    ...narrowing.without
      .filter((words) => words.length === 1)
      .map(([word = '']) => not(hasWord(index, statistics, word))),
    // What costs most is asked last: of documents that are wanted otherwise.
    ...narrowing.phrases.map((words) => hasPhrase(index, statistics, words)),
    ...narrowing.without.filter((words) => words.length > 1).map((words) => not(hasPhrase(index, statistics, words))),
  ];
  return (doc) => tests.every((test) => test(doc));
}

const not =
  (test: Allows): Allows =>
  (doc) =>
    !test(doc);

function withinDays({ published }: ArchiveIndex, { from, to }: Narrowing): Allows[] {
  if (from === null && to === null) return [];
  const [first, end] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
  return [
    (doc) => {
      const moment = published[doc] as number;
      return moment >= first && moment < end;
    },
  ];
}

function hasFacet(index: ArchiveIndex, some: readonly string[]): Allows {
  const numbers = new Set(some.map((name) => index.facetNumber(name)));
  numbers.delete(-1);
  return (doc) => index.facetsOf(doc).some((facet) => numbers.has(facet));
}

function hasWord(index: ArchiveIndex, statistics: Statistics, word: string): Allows {
  const stem = index.stems.find(statistics.stemOf(word));
  if (stem < 0) return () => false;
  const { docs, length } = index.postings(stem);
  const holders = new Set(docs.subarray(0, length));
  return (doc) => holders.has(doc);
}

/** Forms of the same words in the same order; a single word in this very form. */
function hasPhrase(index: ArchiveIndex, statistics: Statistics, words: readonly string[]): Allows {
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    const number = index.words.find(only);
    return (doc) => number >= 0 && index.forward(doc).includes(number);
  }
  const stems = words.map((word) => index.stems.find(statistics.stemOf(word)));
  if (stems.includes(-1)) return () => false;
  const rarest = stems.reduce((one, other) =>
    (index.documentsWithStem[other] as number) < (index.documentsWithStem[one] as number) ? other : one,
  );
  const { docs, length } = index.postings(rarest);
  const holders = new Set(docs.subarray(0, length));
  return (doc) => holders.has(doc) && holdsInOrder(index.forward(doc), index.stemOfWord, stems);
}

function holdsInOrder(words: Uint32Array, stemOfWord: Uint32Array, stems: readonly number[]): boolean {
  const [first] = stems;
  for (let at = 0; at + stems.length <= words.length; at += 1) {
    if (stemOfWord[words[at] as number] !== first) continue;
    if (stems.every((stem, place) => stemOfWord[words[at + place] as number] === stem)) return true;
  }
  return false;
}
