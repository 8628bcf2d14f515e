// How alike the documents of an index are to one text: by the words that tell most, by words that stand side by side in both,
// and by how near in time they are.
import { isStopWord } from '../../arabic/stop-words.ts';
import type { ArchiveIndex } from '../archive-index.ts';
import { idf, type Statistics } from './statistics.ts';

/** A text that others are compared with. */
export interface Model {
  /** In their matching form, in reading order. */
  readonly words: readonly string[];
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** The stems that find candidates. More found hardly any that these did not. */
const TELLING = 50;
/** From `bench/archive.ts`, on the half of its queries that is for tuning: beside the cosine of all telling stems. */
const SIDE_BY_SIDE = 2;
const SAME_DAYS = 0.3;
/** What is told of one event comes within days: the nearness falls to a third in so many. */
const DAYS = 4;
const DAY = 86_400_000;

export class Likeness {
  readonly #index: ArchiveIndex;
  readonly #statistics: Statistics;
  readonly #publishedAt: number;
  /** What the text's stems tell, by their names: how often they stand there, and how rare they are. */
  readonly #stems: ReadonlyMap<string, number>;
  /** By the index's own numbers. */
  readonly #weights = new Map<number, number>();
  readonly #length: number;
  readonly #pairs: ReadonlySet<number>;
  readonly #isStop: (word: number) => boolean;

  constructor(index: ArchiveIndex, statistics: Statistics, { words, publishedAt }: Model) {
    this.#index = index;
    this.#statistics = statistics;
    this.#publishedAt = publishedAt;
    this.#isStop = rememberedFor((word: number) => isStopWord(index.words.name(word), 'similarity'));
    const counts = new Map<string, number>();
    const numbers: number[] = [];
    for (const word of words) {
      const stem = statistics.stemOf(word);
      numbers.push(index.stems.find(stem));
      if (!isStopWord(word, 'similarity')) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    this.#stems = new Map([...counts].map(([stem, count]) => [stem, damped(count) * this.#rarity(stem)]));
    this.#length = Math.hypot(...this.#stems.values());
    for (const [stem, weight] of this.#stems) {
      const number = index.stems.find(stem);
      if (number >= 0) this.#weights.set(number, weight);
    }
    this.#pairs = pairsOf(numbers);
  }

  /** The stems that tell most, with what each says. */
  telling(): (readonly [stem: string, weight: number])[] {
    return [...this.#stems].sort((a, b) => b[1] - a[1]).slice(0, TELLING);
  }

  /** How alike some documents are to the text, in their order; a text and itself 1 and somewhat more. */
  of(docs: readonly number[]): number[] {
    return docs.map((doc) => {
      const moment = this.#index.published[doc] as number;
      const near = Math.exp(-Math.abs(moment - this.#publishedAt) / DAY / DAYS);
      return this.#wordsAlike(this.#index.forward(doc)) + SAME_DAYS * near;
    });
  }

  #wordsAlike(words: Uint32Array): number {
    const { stemOfWord, documentsWithStem } = this.#index;
    const counts = new Map<number, number>();
    const pairs = new Set<number>();
    let shared = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as number;
      const stem = stemOfWord[word] as number;
      if (!this.#isStop(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      if (at === 0) continue;
      const pair = pairOf(stemOfWord[words[at - 1] as number] as number, stem);
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      if (this.#pairs.has(pair)) shared += 1;
    }
    let product = 0;
    let squares = 0;
    for (const [stem, count] of counts) {
      const weight = damped(count) * idf(this.#statistics.documents, documentsWithStem[stem] as number);
      squares += weight * weight;
      product += weight * (this.#weights.get(stem) ?? 0);
    }
    const cosine = product === 0 ? 0 : product / (this.#length * Math.sqrt(squares));
    const sideBySide = shared === 0 ? 0 : shared / Math.sqrt(this.#pairs.size * pairs.size);
    return cosine + SIDE_BY_SIDE * sideBySide;
  }

  #rarity(stem: string): number {
    return idf(this.#statistics.documents, this.#statistics.documentsWithStem(stem));
  }
}

const damped = (count: number): number => 1 + Math.log(count);

/** Stems are numbered below 2²⁶, so that two of them are one exact number. */
const pairOf = (one: number, other: number): number => one * 2 ** 26 + other;

function pairsOf(stems: readonly number[]): Set<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < stems.length; at += 1) pairs.add(pairOf(stems[at - 1] as number, stems[at] as number));
  return pairs;
}

function rememberedFor<T>(judge: (word: number) => T): (word: number) => T {
  const known = new Map<number, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const judged = judge(word);
    known.set(word, judged);
    return judged;
  };
}
