// The real stories as stems, and as many more as asked for: copies in which every tenth word is another of like frequency,
// so that vocabulary and lengths of documents stay true.

import { matchKey } from '../../src/arabic/normal-form.ts';
import { segment } from '../../src/arabic/segment.ts';
import { newsStories } from './collections.ts';
import type { Row } from './lance-package.ts';

const REPLACED = 0.1;
const DAY = 86_400_000;

export interface StemmedCollection {
  /** Twenty stems that stand in very many stories. */
  readonly commonStems: readonly string[];
  row(at: number): Row;
  wordsOf(text: string): { readonly word: string; readonly stem: string }[];
}

export function stemmedCollection(folder: string): StemmedCollection {
  const stories = newsStories(folder);
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const documents = stories.map((story) =>
    Uint32Array.from(keyWords(`${story.headline}\n${story.text}`), (word) => {
      const known = numbers.get(word) ?? numbers.size;
      numbers.set(word, known);
      counts[known] = (counts[known] ?? 0) + 1;
      return known;
    }),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const vocabulary = { total, count: (word: string) => counts[numbers.get(word) ?? -1] ?? 0 };
  const words = [...numbers.keys()];
  const stems = words.map((word) => segment(word, vocabulary));
  const byCount = Uint32Array.from(counts.keys()).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const ranks = new Uint32Array(byCount.length);
  byCount.forEach((word, rank) => {
    ranks[word] = rank;
  });
  const alike = (word: number, at: number): number => {
    const rank = ranks[word] ?? 0;
    const reach = 2 + Math.floor(rank / 10);
    const other = Math.min(byCount.length - 1, Math.max(0, rank - reach + Math.floor(at * (2 * reach + 1))));
    return byCount[other] ?? word;
  };
  return {
    commonStems: [...byCount.subarray(100, 120)].map((word) => stems[word] ?? ''),
    row(at) {
      const of = at % stories.length;
      const copy = Math.floor(at / stories.length);
      const chance = chances(at);
      const own = documents[of] ?? new Uint32Array();
      const varied = copy === 0 ? own : own.map((word) => (chance() < REPLACED ? alike(word, chance()) : word));
      const published = stories[of]?.published ?? 0;
      return {
        id: at,
        section: of % 12,
        published: Math.round(((Number.isNaN(published) ? 17_600 : published) - 365 * (copy % 10)) * DAY),
        stems: [...varied].map((word) => stems[word] ?? '').join(' '),
      };
    },
    wordsOf: (text) =>
      keyWords(text).map((word) => ({ word, stem: stems[numbers.get(word) ?? -1] ?? segment(word, vocabulary) })),
  };
}

const keyWords = (text: string): string[] =>
  matchKey(text)
    .split(' ')
    .filter((word) => word !== '');

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
