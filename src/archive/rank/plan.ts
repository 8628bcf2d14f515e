// A query made ready for the second stage: its concepts, the neighbours among them, its roots and its letter grams.
import { grams } from '../../arabic/grams.ts';
import { skeleton } from '../../arabic/skeleton.ts';
import { withoutStopWords } from '../query-words.ts';
import { type Concept, conceptsOf, type Spelling } from './concepts.ts';
import { idf, type Statistics } from './statistics.ts';

export interface Plan {
  readonly concepts: readonly Concept[];
  readonly weights: Float64Array;
  readonly roots: readonly string[];
  readonly rootWeights: Float64Array;
  readonly grams: readonly string[];
  readonly gramWeights: Float64Array;
  /** Concepts one after the other in the query, in that order. */
  readonly neighbours: Pairs;
  /** Concepts of telling words with only stop words between them, in either order. */
  readonly near: Pairs;
}

/** Some pairs of concepts, each at a place. */
export class Pairs {
  readonly #concepts: number;
  readonly #places: Int16Array;
  count = 0;

  constructor(concepts: number) {
    this.#concepts = concepts;
    this.#places = new Int16Array(concepts * concepts).fill(-1);
  }

  add(one: number, other: number): void {
    if (this.placeOf(one, other) >= 0) return;
    this.#places[one * this.#concepts + other] = this.count;
    this.count += 1;
  }

  /** -1 when it is none of them. */
  placeOf(one: number, other: number): number {
    return this.#places[one * this.#concepts + other] as number;
  }
}

/** `words`: of the query in their matching form and order; `spellings`: what else may stand for some of them. */
export function planOf(
  words: readonly string[],
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  statistics: Statistics,
): Plan {
  const concepts = conceptsOf(words, spellings, statistics);
  const placeOfStem = new Map(concepts.map((concept, place) => [concept.stands[0]?.stem ?? '', place]));
  const placesOf = (some: readonly string[]): number[] =>
    some.map((word) => placeOfStem.get(statistics.stemOf(word)) ?? 0);
  const rarity = (holding: number): number => idf(statistics.documents, holding);
  const roots = distinct(concepts.flatMap((concept) => concept.stands.map((stand) => skeleton(stand.stem))));
  const letters = distinct(words.flatMap((word) => grams(word)));
  return {
    concepts,
    weights: Float64Array.from(concepts, (concept) => concept.weight),
    roots,
    rootWeights: Float64Array.from(roots, (root) => rarity(statistics.documentsWithRoot(root))),
    grams: letters,
    gramWeights: Float64Array.from(letters, (gram) => rarity(statistics.documentsWithGram(gram))),
    neighbours: neighboursIn(placesOf(words), concepts.length, (pairs, one, other) => pairs.add(one, other)),
    near: neighboursIn(placesOf(withoutStopWords(words)), concepts.length, (pairs, one, other) => {
      if (one !== other) pairs.add(Math.min(one, other), Math.max(one, other));
    }),
  };
}

function neighboursIn(
  places: readonly number[],
  concepts: number,
  add: (pairs: Pairs, one: number, other: number) => void,
): Pairs {
  const pairs = new Pairs(concepts);
  for (const [at, other] of places.slice(1).entries()) add(pairs, places[at] as number, other);
  return pairs;
}

const distinct = (some: readonly string[]): string[] => [...new Set(some)];
