// Searches an index in two stages: BM25 over stems finds some hundred candidates, and what costs more (letter grams,
// neighbouring stems, the headline) is scored on their words alone.
import { grams } from '../arabic/grams.ts';
import { segment } from '../arabic/segment.ts';
import type { StoryId } from '../story/ids.ts';
import type { ArchiveIndex, Lists } from './index-build.ts';
import { queryWords, withoutStopWords } from './query-words.ts';

const K1 = 1.2;
const B = 0.75;
const CANDIDATES = 300;
/** From `bench/archive.ts`, on the half of the queries that is for tuning. */
const WEIGHTS = { gram: 0.5, pair: 0.5, headline: 0.3 };
/** Two stems stand side by side in fewer documents than either stands in: how many fewer, as a power of e. */
const PAIR_RARITY = 1.5;

export interface Hit {
  readonly id: StoryId;
  readonly score: number;
}

/** What a query asks of a candidate's words. */
interface Plan {
  readonly stemPlace: ReadonlyMap<number, number>;
  readonly stemIdfs: readonly number[];
  readonly gramIdfs: readonly number[];
  readonly pairs: ReadonlyMap<string, { at: number; idf: number }>;
  /** By word: the places of the query's grams that it holds. */
  readonly gramsOf: ReadonlyMap<number, readonly number[]>;
}

export class SearchIndex {
  readonly index: ArchiveIndex;
  readonly #wordNumbers: ReadonlyMap<string, number>;
  readonly #stemNumbers: ReadonlyMap<string, number>;
  readonly #gramNumbers: ReadonlyMap<string, number>;
  readonly #documents: number;
  readonly #averageWords: number;
  readonly #averageGrams: number;

  constructor(index: ArchiveIndex) {
    this.index = index;
    this.#wordNumbers = numbered(index.words);
    this.#stemNumbers = numbered(index.stems);
    this.#gramNumbers = numbered(index.grams);
    this.#documents = index.storyIds.length;
    this.#averageWords = index.forward.items.length / Math.max(1, this.#documents);
    const all = index.wordCounts.reduce((sum, count, word) => sum + count * sizeOf(index.gramsOfWord, word), 0);
    this.#averageGrams = all / Math.max(1, this.#documents);
  }

  /** The stem of a word in its matching form, as the collection's words had it when the index was built. */
  stemOf(word: string): string {
    const known = this.#wordNumbers.get(word);
    if (known !== undefined) return this.index.stems[this.index.stemOfWord[known] ?? 0] ?? word;
    const count = (other: string): number => this.index.wordCounts[this.#wordNumbers.get(other) ?? -1] ?? 0;
    return segment(word, { count, total: this.index.forward.items.length });
  }

  /** How seldom a word in its matching form stands in the collection: from near 0 for one that is everywhere. */
  rarity(word: string): number {
    const stem = this.#stemNumbers.get(this.stemOf(word));
    return this.#idf(stem === undefined ? 0 : sizeOf(this.index.postings, stem));
  }

  /** The best stories for some words, best first. */
  search(query: string, limit: number): Hit[] {
    const words = queryWords(query);
    const scores = this.#firstStage(words);
    const candidates = best(scores, Math.max(CANDIDATES, limit));
    const rescored = this.#secondStage(words, candidates);
    return rescored
      .sort((a, b) => b.score - a.score || b.doc - a.doc)
      .slice(0, limit)
      .map(({ doc, score }) => ({ id: (this.index.storyIds[doc] ?? 0) as StoryId, score }));
  }

  #firstStage(words: readonly string[]): Float32Array {
    const { postings, frequencies, forward } = this.index;
    const scores = new Float32Array(this.#documents);
    for (const stem of this.#stemsOf(withoutStopWords(words))) {
      const weight = this.#idf(sizeOf(postings, stem));
      const end = postings.starts[stem + 1] ?? 0;
      for (let at = postings.starts[stem] ?? 0; at < end; at += 1) {
        const doc = postings.items[at] ?? 0;
        const norm = K1 * (1 - B + (B * sizeOf(forward, doc)) / this.#averageWords);
        const count = frequencies[at] ?? 0;
        scores[doc] = (scores[doc] ?? 0) + (weight * count * (K1 + 1)) / (count + norm);
      }
    }
    return scores;
  }

  #secondStage(words: readonly string[], candidates: readonly number[]): { doc: number; score: number }[] {
    const plan = this.#plan(words);
    return candidates.map((doc) => ({ doc, score: this.#score(doc, plan) }));
  }

  #stemsOf(words: readonly string[]): number[] {
    return [...new Set(words.flatMap((word) => this.#stemNumbers.get(this.stemOf(word)) ?? []))];
  }

  #plan(words: readonly string[]): Plan {
    const { index } = this;
    const stems = this.#stemsOf(words);
    const stemPlace = new Map(stems.map((stem, at) => [stem, at]));
    const gramNumbers = [...new Set(words.flatMap((word) => grams(word)))].flatMap(
      (gram) => this.#gramNumbers.get(gram) ?? [],
    );
    const ordered = words.map((word) => this.#stemNumbers.get(this.stemOf(word)) ?? -1);
    const pairs = new Map<string, { at: number; idf: number }>();
    for (const [at, stem] of ordered.slice(1).entries()) {
      const before = ordered[at] ?? -1;
      const key = `${before} ${stem}`;
      if (before < 0 || stem < 0 || pairs.has(key)) continue;
      const rarer = Math.max(this.#idf(sizeOf(index.postings, before)), this.#idf(sizeOf(index.postings, stem)));
      pairs.set(key, { at: pairs.size, idf: Math.min(Math.log(1 + this.#documents), rarer + PAIR_RARITY) });
    }
    const gramsOf = new Map<number, number[]>();
    for (const [at, gram] of gramNumbers.entries()) {
      for (const word of listOf(index.wordsOfGram, gram)) {
        const places = gramsOf.get(word);
        if (places === undefined) gramsOf.set(word, [at]);
        else places.push(at);
      }
    }
    return {
      stemPlace,
      stemIdfs: stems.map((stem) => this.#idf(sizeOf(index.postings, stem))),
      gramIdfs: gramNumbers.map((gram) => this.#idf(index.documentsWithGram[gram] ?? 0)),
      pairs,
      gramsOf,
    };
  }

  #score(doc: number, plan: Plan): number {
    const { index } = this;
    const stemCounts = new Float64Array(plan.stemIdfs.length);
    const headlineCounts = new Float64Array(plan.stemIdfs.length);
    const gramCounts = new Float64Array(plan.gramIdfs.length);
    const pairCounts = new Float64Array(plan.pairs.size);
    const headline = index.headlineLengths[doc] ?? 0;
    let gramsHere = 0;
    let before = -1;
    let place = 0;
    for (const word of listOf(index.forward, doc)) {
      gramsHere += sizeOf(index.gramsOfWord, word);
      for (const gram of plan.gramsOf.get(word) ?? []) gramCounts[gram] = (gramCounts[gram] ?? 0) + 1;
      const stem = index.stemOfWord[word] ?? -1;
      const at = plan.stemPlace.get(stem);
      if (at !== undefined) {
        stemCounts[at] = (stemCounts[at] ?? 0) + 1;
        if (place < headline) headlineCounts[at] = (headlineCounts[at] ?? 0) + 1;
        const pair = before < 0 ? undefined : plan.pairs.get(`${before} ${stem}`);
        if (pair !== undefined) pairCounts[pair.at] = (pairCounts[pair.at] ?? 0) + 1;
      }
      before = at === undefined ? -1 : stem;
      place += 1;
    }
    const words = place / this.#averageWords;
    const pairIdfs = [...plan.pairs.values()].map((pair) => pair.idf);
    return (
      bm25(stemCounts, plan.stemIdfs, words) +
      WEIGHTS.gram * bm25(gramCounts, plan.gramIdfs, gramsHere / this.#averageGrams) +
      WEIGHTS.pair * bm25(pairCounts, pairIdfs, words) +
      WEIGHTS.headline * bm25(headlineCounts, plan.stemIdfs, 1)
    );
  }

  #idf(holding: number): number {
    return Math.log(1 + (this.#documents - holding + 0.5) / (holding + 0.5));
  }
}

/** `length`: of the document, as a share of the average. */
function bm25(counts: Float64Array, idfs: readonly number[], length: number): number {
  const norm = K1 * (1 - B + B * length);
  return counts.reduce(
    (sum, count, at) => (count === 0 ? sum : sum + ((idfs[at] ?? 0) * count * (K1 + 1)) / (count + norm)),
    0,
  );
}

const numbered = (names: readonly string[]): Map<string, number> => new Map(names.map((name, at) => [name, at]));
const sizeOf = ({ starts }: Lists, list: number): number => (starts[list + 1] ?? 0) - (starts[list] ?? 0);
const listOf = ({ starts, items }: Lists, list: number): Uint32Array => items.subarray(starts[list], starts[list + 1]);

/** The documents with the highest scores above zero, in no order. */
function best(scores: Float32Array, most: number): number[] {
  const sorted = scores.filter((score) => score > 0).sort();
  const least = sorted[Math.max(0, sorted.length - most)] ?? Number.POSITIVE_INFINITY;
  const found: number[] = [];
  for (let doc = 0; doc < scores.length && found.length < 2 * most; doc += 1)
    if ((scores[doc] ?? 0) >= least) found.push(doc);
  return found;
}
