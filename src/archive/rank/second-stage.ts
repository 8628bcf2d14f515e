// The second stage of a search: the few hundred documents that the first one found are read word by word, and scored by all
// that their words say for the query.
import type { ArchiveIndex } from '../archive-index.ts';
import { bm25 } from './bm25.ts';
import type { Plan } from './plan.ts';
import { Roles } from './roles.ts';
import { idf, type Statistics } from './statistics.ts';

/**
 * What each thing is worth beside the BM25 of stems. From `bench/archive.ts` on the half of its queries that is for tuning; docs/archive.md
 * says what each brought.
 */
const WEIGHTS = {
  /** Letter grams, which meet what stems miss: odd inflections, slips of the pen, foreign names. */
  gram: 0.5,
  /** The share of the query's grams that is there at all. */
  gramsHeld: 0.7,
  /** Roots: a broken plural and its singular. */
  root: 1.6,
  neighbours: 0.5,
  near: 0.7,
  /** Stems and grams in the headline and the first lines, which say what a story is about. */
  opening: 0.2,
  openingGram: 0.2,
};
/** Words after the headline that belong to the opening. */
const OPENING = 60;
/** Two words are near each other with fewer than so many others between them. */
const NEAR = 4;

export interface Scored {
  readonly doc: number;
  readonly score: number;
}

export class SecondStage {
  readonly #index: ArchiveIndex;
  readonly #roles: Roles;

  constructor(index: ArchiveIndex) {
    this.#index = index;
    this.#roles = new Roles(index);
  }

  /** The candidates' scores, in their order. How rare a pair of words is, the candidates themselves tell. */
  scored(plan: Plan, statistics: Statistics, candidates: readonly number[]): Scored[] {
    this.#roles.take(plan.concepts, plan.roots, plan.grams);
    const read = candidates.map((doc) => this.#read(doc, plan));
    const neighbours = weightsOf(
      read.map((counts) => counts.neighbours),
      plan.neighbours.count,
      statistics,
    );
    const near = weightsOf(
      read.map((counts) => counts.near),
      plan.near.count,
      statistics,
    );
    return candidates.map((doc, at) => {
      const counts = read[at] as Counts;
      const length = (this.#index.lengths[doc] as number) / Math.max(1, statistics.averageLength);
      const grams = (this.#index.gramLengths[doc] as number) / Math.max(1, statistics.averageGrams);
      const score =
        bm25(counts.stems, plan.weights, length) +
        WEIGHTS.gram * bm25(counts.grams, plan.gramWeights, grams) +
        WEIGHTS.gramsHeld * held(counts.grams, plan.gramWeights) +
        WEIGHTS.root * bm25(counts.roots, plan.rootWeights, length) +
        WEIGHTS.neighbours * bm25(counts.neighbours, neighbours, length) +
        WEIGHTS.near * bm25(counts.near, near, length) +
        WEIGHTS.opening * bm25(counts.openingStems, plan.weights, 1) +
        WEIGHTS.openingGram * bm25(counts.openingGrams, plan.gramWeights, 1);
      return { doc, score };
    });
  }

  #read(doc: number, plan: Plan): Counts {
    const counts = countsFor(plan);
    const words = this.#index.forward(doc);
    const opening = (this.#index.headlineLengths[doc] as number) + OPENING;
    let before = -1;
    let lastTelling = -1;
    let lastTellingAt = -NEAR;
    for (let at = 0; at < words.length; at += 1) {
      const role = this.#roles.of(words[at] as number);
      if (role === null) {
        before = -1;
        continue;
      }
      for (const gram of role.grams) {
        add(counts.grams, gram, 1);
        if (at < opening) add(counts.openingGrams, gram, 1);
      }
      if (role.root >= 0) add(counts.roots, role.root, 1);
      const { concept } = role;
      if (concept >= 0) {
        add(counts.stems, concept, role.share);
        if (at < opening) add(counts.openingStems, concept, role.share);
        if (before >= 0) addPair(counts.neighbours, plan.neighbours.placeOf(before, concept));
        if (plan.concepts[concept]?.isTelling) {
          if (lastTelling >= 0 && at - lastTellingAt <= NEAR) {
            addPair(counts.near, plan.near.placeOf(Math.min(lastTelling, concept), Math.max(lastTelling, concept)));
          }
          lastTelling = concept;
          lastTellingAt = at;
        }
      }
      before = concept;
    }
    return counts;
  }
}

interface Counts {
  readonly stems: Float64Array;
  readonly grams: Float64Array;
  readonly roots: Float64Array;
  readonly neighbours: Float64Array;
  readonly near: Float64Array;
  readonly openingStems: Float64Array;
  readonly openingGrams: Float64Array;
}

const countsFor = (plan: Plan): Counts => ({
  stems: new Float64Array(plan.concepts.length),
  grams: new Float64Array(plan.grams.length),
  roots: new Float64Array(plan.roots.length),
  neighbours: new Float64Array(plan.neighbours.count),
  near: new Float64Array(plan.near.count),
  openingStems: new Float64Array(plan.concepts.length),
  openingGrams: new Float64Array(plan.grams.length),
});

const add = (counts: Float64Array, place: number, count: number): void => {
  counts[place] = (counts[place] as number) + count;
};
const addPair = (counts: Float64Array, place: number): void => {
  if (place >= 0) add(counts, place, 1);
};

/** The weights of pairs: whatever holds both words is among the candidates, or as good as. */
function weightsOf(all: readonly Float64Array[], pairs: number, { documents }: Statistics): Float64Array {
  const holding = new Uint32Array(pairs);
  for (const counts of all)
    for (let pair = 0; pair < pairs; pair += 1)
      if ((counts[pair] as number) > 0) holding[pair] = (holding[pair] as number) + 1;
  return Float64Array.from(holding, (count) => idf(documents, count));
}

/** The weights of what is there at all. */
function held(counts: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) if ((counts[at] as number) > 0) sum += weights[at] as number;
  return sum;
}
