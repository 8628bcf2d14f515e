// A query's words with what else they may stand for in this collection: corrections of slips, other spellings of names, words
// that were run together or cut in two. All of it is added to the query; nothing that was typed is taken away.
import type { Spelling } from '../rank/concepts.ts';
import type { Statistics } from '../rank/statistics.ts';
import { type Correction, correctionsOf } from './corrections.ts';
import { spellingsOfName } from './names.ts';

export interface Respelled {
  /** Those that were typed, and after one that is two run together, the two. */
  readonly words: readonly string[];
  readonly spellings: ReadonlyMap<string, readonly Spelling[]>;
  /** For a word that stands hardly anywhere, what was most likely meant: one word, or two. */
  readonly meant: ReadonlyMap<string, readonly string[]>;
}

/** Two words of a query that stand in the collection as one are also sought as one, when it stands there so often. */
const LEAST_JOINED = 3;
/** What is offered stands so often, in a large collection; in a small one no word does. */
const LEAST_TOLD = 20;
const LEAST_TOLD_OF_FEW = 3;
const JOINED_SHARE = 0.7;

export function respelled(typed: readonly string[], statistics: Statistics): Respelled {
  const words: string[] = [];
  const spellings = new Map<string, readonly Spelling[]>();
  const meant = new Map<string, readonly string[]>();
  for (const [at, word] of typed.entries()) {
    words.push(word);
    if (spellings.has(word)) continue;
    const corrections = correctionsOf(word, statistics);
    const [best] = corrections;
    if (best !== undefined && isPlainly(best, word, statistics)) meant.set(word, best.words);
    const parted = corrections.find((correction) => correction.words.length > 1);
    if (parted !== undefined) words.push(...parted.words);
    const others = [
      ...corrections.flatMap(({ words: [only = '', ...more], share }) =>
        more.length > 0 ? [] : [{ word: only, share }],
      ),
      ...spellingsOfName(word, statistics),
      ...joined(word, typed[at + 1], statistics),
    ];
    if (others.length > 0) spellings.set(word, others);
  }
  return { words, spellings, meant };
}

/** Told to the reader only when what was typed stands nowhere in any form, and what is offered stands often. */
function isPlainly({ count }: Correction, word: string, statistics: Statistics): boolean {
  const least = Math.min(LEAST_TOLD, LEAST_TOLD_OF_FEW + statistics.documents / 1_000);
  return (
    count >= least && statistics.wordCount(word) === 0 && statistics.documentsWithStem(statistics.stemOf(word)) === 0
  );
}

function joined(word: string, next: string | undefined, statistics: Statistics): Spelling[] {
  const one = word + (next ?? '');
  return next !== undefined && statistics.wordCount(one) >= LEAST_JOINED ? [{ word: one, share: JOINED_SHARE }] : [];
}
