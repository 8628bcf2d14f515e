// What else a reader may have meant by a word that the collection hardly holds, from the collection's own words: one slip
// corrected, two words that were run together.
import { isStopWord } from '../../arabic/stop-words.ts';
import type { Statistics } from '../rank/statistics.ts';
import { nearWords } from './near-words.ts';

/** What stands more often is taken as meant. */
const MOST_DOUBTED = 5;
/** A correction stands so many times as often as what was typed. */
const TIMES_AS_OFTEN = 8;
const MOST_CORRECTIONS = 4;
const SHORTEST = 3;
/** A correction is worth less than the word itself. From `bench/archive.ts`, on dirtied queries of the half that is for tuning. */
const CORRECTION_SHARE = 0.8;
/** Parts of a word that was run together with another are no shorter. */
const SHORTEST_PART = 2;

/** What a word may stand for, best first. */
export interface Correction {
  /** One word, or two that were run together. */
  readonly words: readonly string[];
  readonly count: number;
  readonly share: number;
}

/**
 * Corrections of a word in its matching form that the collection hardly holds; none when it is common, or a figure. In some
 * 500 looks into the vocabulary a word.
 */
export function correctionsOf(word: string, statistics: Statistics): Correction[] {
  // A form that nobody printed, of a word that is printed, is no slip.
  const own = Math.max(statistics.wordCount(word), statistics.documentsWithStem(statistics.stemOf(word)));
  if (own > MOST_DOUBTED || word.length < SHORTEST || isStopWord(word, 'search') || /\p{N}/u.test(word)) return [];
  const least = own === 0 ? 1 : own * TIMES_AS_OFTEN;
  const found = nearIn(word, least, (near) => statistics.wordCount(near));
  // A slip in a word with its article and endings may be one that nobody printed with just these.
  if (found.size === 0) {
    const stem = statistics.stemOf(word);
    for (const [near, one] of nearIn(stem, least, (other) => statistics.documentsWithStem(other))) found.set(near, one);
  }
  const parted = partsOf(word, statistics, own);
  if (parted !== null) found.set(parted.words.join(' '), parted);
  const best = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_CORRECTIONS);
  const highest = best[0]?.weight ?? 1;
  return best.map(({ words, count, weight }) => ({ words, count, share: (CORRECTION_SHARE * weight) / highest }));
}

type Weighed = Correction & { readonly weight: number };

/** What is one slip away and stands at least so often. */
function nearIn(word: string, least: number, countOf: (near: string) => number): Map<string, Weighed> {
  const found = new Map<string, Weighed>();
  for (const { word: near, likeness } of nearWords(word)) {
    const count = near.length < SHORTEST ? 0 : countOf(near);
    if (count < least) continue;
    const weight = likeness * Math.log(1 + count);
    if (!((found.get(near)?.weight ?? 0) >= weight)) found.set(near, { words: [near], count, share: 1, weight });
  }
  return found;
}

/** The two words that were most likely run together: the pair whose rarer word is the most common. */
function partsOf(word: string, statistics: Statistics, own: number): Weighed | null {
  let best: Weighed | null = null;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const words = [word.slice(0, at), word.slice(at)];
    const count = Math.min(...words.map((part) => statistics.wordCount(part)));
    // Short words are everywhere, so that most long words can be cut into one and a rest that stands somewhere.
    const least =
      Math.max(3, own * TIMES_AS_OFTEN) * (at === SHORTEST_PART || at === word.length - SHORTEST_PART ? 10 : 1);
    if (count < least || (best !== null && best.count >= count)) continue;
    best = { words, count, share: 1, weight: Math.log(1 + count) };
  }
  return best;
}
