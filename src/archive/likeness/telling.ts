// How much two stories are about the same, by the stems that say most in each: rare in the collection, frequent in the story.

import { isStopWord } from '../../arabic/stop-words.ts';

/** What the collection knows of a word in its matching form. */
export interface KnownWords {
  stemOf(word: string): string;
  /** From near 0 for a word that is everywhere. */
  rarity(word: string): number;
}

/** The same knowledge, asked once for each word: stories that are compared with one another use the same words. */
export function remembering(known: KnownWords): KnownWords {
  const stems = new Map<string, string>();
  const rarities = new Map<string, number>();
  return {
    stemOf(word) {
      let stem = stems.get(word);
      if (stem === undefined) {
        stem = known.stemOf(word);
        stems.set(word, stem);
      }
      return stem;
    },
    rarity(word) {
      let rarity = rarities.get(word);
      if (rarity === undefined) {
        rarity = known.rarity(word);
        rarities.set(word, rarity);
      }
      return rarity;
    },
  };
}

/** Of 50, 80 and all, with weights by count, its root or its logarithm, 80 by the root told events apart best. */
const MOST = 80;

/** The stems that say most in a text, heaviest first, with weights whose squares add up to 1. */
export type Telling = ReadonlyMap<string, number>;

export function tellingOf(words: readonly string[], known: KnownWords): Telling {
  // By word first: to count a word is cheap, to ask for its stem is not.
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const stems = new Map<string, { count: number; rarity: number }>();
  for (const [word, count] of counts) {
    if (isStopWord(word, 'similarity')) continue;
    const stem = known.stemOf(word);
    const counted = stems.get(stem);
    if (counted === undefined) stems.set(stem, { count, rarity: known.rarity(word) });
    else counted.count += count;
  }
  const heaviest = [...stems]
    .map(([stem, { count, rarity }]) => [stem, Math.sqrt(count) * rarity] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight)) || 1;
  return new Map(heaviest.map(([stem, weight]) => [stem, weight / length]));
}

/** 0 for texts that share no telling stem, 1 for those with the same ones: the cosine of the two. */
export function likeness(first: Telling, second: Telling): number {
  let sum = 0;
  for (const [stem, weight] of first) sum += weight * (second.get(stem) ?? 0);
  return sum;
}

/** The stems that make two texts alike, those that do most for it first. */
export function sharedStems(first: Telling, second: Telling, limit: number): string[] {
  return [...first]
    .map(([stem, weight]) => ({ stem, weight: weight * (second.get(stem) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ stem }) => stem);
}
