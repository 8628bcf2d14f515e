// The first stage of a search: BM25 over stems gives every document that holds a word of the query a score, one word after
// another, and notes which of the words it holds.
import type { ArchiveIndex } from '../archive-index.ts';
import { K1, lengthNorm } from './bm25.ts';
import type { Concept } from './concepts.ts';
import { idf, type Statistics } from './statistics.ts';

/** More words of one query are not told apart when it is asked which of them a document holds. */
export const MOST_TOLD_APART = 31;

/** What the first stage finds out of every document of an index; reused from query to query. */
export class FirstScores {
  readonly scores: Float32Array;
  /** Bit `n` is set when the document holds the concept at place `n` of those that were asked. */
  readonly held: Uint32Array;

  constructor(documents: number) {
    this.scores = new Float32Array(documents);
    this.held = new Uint32Array(documents);
  }

  /** Scores all documents for the telling ones of some concepts. */
  take(index: ArchiveIndex, statistics: Statistics, concepts: readonly Concept[]): void {
    this.#clear();
    for (const [place, concept] of concepts.entries()) {
      if (!concept.isTelling) continue;
      const bit = 1 << Math.min(place, MOST_TOLD_APART);
      for (const { stem, share } of concept.stands) {
        this.#add(index, stem, share * idf(statistics.documents, statistics.documentsWithStem(stem)), statistics, bit);
      }
    }
  }

  /** Scores all documents for some stems, each with its own weight. */
  takeStems(
    index: ArchiveIndex,
    statistics: Statistics,
    stems: Iterable<readonly [stem: string, weight: number]>,
  ): void {
    this.#clear();
    for (const [stem, weight] of stems) this.#add(index, stem, weight, statistics, 0);
  }

  #clear(): void {
    this.scores.fill(0);
    this.held.fill(0);
  }

  #add(index: ArchiveIndex, stem: string, weight: number, { averageLength }: Statistics, bit: number): void {
    const number = index.stems.find(stem);
    if (number < 0) return;
    const { docs, counts, length } = index.postings(number);
    const { scores, held } = this;
    const { lengths } = index;
    const factor = weight * (K1 + 1);
    const [fixed, perWord] = lengthNorm(averageLength);
    for (let at = 0; at < length; at += 1) {
      const doc = docs[at] as number;
      const count = counts[at] as number;
      scores[doc] = (scores[doc] as number) + (factor * count) / (count + fixed + perWord * (lengths[doc] as number));
      held[doc] = (held[doc] as number) | bit;
    }
  }
}
