// The first stage of a search: BM25 over stems gives every document that holds a word of the query a score, one word after
// another, and notes which of the words it holds.
import type { ArchiveIndex } from '../archive-index.ts';
import { K1, lengthNorm } from './bm25.ts';
import type { Concept } from './concepts.ts';
import { idf, type Statistics } from './statistics.ts';

/** More words of one query are not told apart when it is asked which of them a document holds. */
export const MOST_TOLD_APART = 31;

/** Postings that are read for the best alone; fewer when those of the rare stems are enough to choose among. */
const MOST_POSTINGS = 250_000;
const LEAST_POSTINGS = 2_000;

interface Sought {
  readonly stem: string;
  readonly weight: number;
  /** What a document that has the stem is noted to hold. */
  readonly bit: number;
}

function soughtOf(statistics: Statistics, concepts: readonly Concept[]): Sought[] {
  return concepts.flatMap(({ isTelling, stands }, place) =>
    isTelling
      ? stands.map(({ stem, share }) => ({
          stem,
          weight: share * idf(statistics.documents, statistics.documentsWithStem(stem)),
          bit: 1 << Math.min(place, MOST_TOLD_APART),
        }))
      : [],
  );
}

/** What the first stage finds out of every document of an index; reused from query to query. */
export class FirstScores {
  readonly scores: Float32Array;
  /** Bit `n` is set when the document holds the concept at place `n` of those that were asked. */
  readonly held: Uint32Array;

  constructor(documents: number) {
    this.scores = new Float32Array(documents);
    this.held = new Uint32Array(documents);
  }

  /** Scores all documents for the telling ones of some concepts, however common they are. */
  take(index: ArchiveIndex, statistics: Statistics, concepts: readonly Concept[]): void {
    this.#clear();
    for (const sought of soughtOf(statistics, concepts)) this.#add(index, sought, statistics);
  }

  /**
   * The same for those who want the best alone: the rarest stems first, and no more of them once so many postings are read that
   * the others, which stand in a great part of all documents, would hardly change who is among the best.
   */
  takeBest(index: ArchiveIndex, statistics: Statistics, concepts: readonly Concept[]): void {
    this.#takeRarest(index, statistics, soughtOf(statistics, concepts));
  }

  /** Scores documents for some stems, each with its own weight, the rarest first as `takeBest` does. */
  takeStems(
    index: ArchiveIndex,
    statistics: Statistics,
    stems: readonly (readonly [stem: string, weight: number])[],
  ): void {
    this.#takeRarest(
      index,
      statistics,
      stems.map(([stem, weight]) => ({ stem, weight, bit: 0 })),
    );
  }

  #takeRarest(index: ArchiveIndex, statistics: Statistics, all: readonly Sought[]): void {
    this.#clear();
    const holding = new Map(all.map(({ stem }) => [stem, index.documentsWithStem[index.stems.find(stem)] ?? 0]));
    const rarestFirst = all.toSorted((a, b) => (holding.get(a.stem) ?? 0) - (holding.get(b.stem) ?? 0));
    let read = 0;
    for (const sought of rarestFirst) {
      const more = holding.get(sought.stem) ?? 0;
      if (read >= LEAST_POSTINGS && read + more > MOST_POSTINGS) return;
      this.#add(index, sought, statistics);
      read += more;
    }
  }

  #clear(): void {
    this.scores.fill(0);
    this.held.fill(0);
  }

  #add(index: ArchiveIndex, { stem, weight, bit }: Sought, { averageLength }: Statistics): void {
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
