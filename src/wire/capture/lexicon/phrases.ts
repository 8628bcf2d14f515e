// A set of set phrases, compared by their match keys: whether a line is one of them, or is made of nothing but them.
import { matchKey } from '../../../arabic/normal-form.ts';

const longestPhrase = 6;
/** Characters of the longest row of phrases that is looked at. */
const longestRow = 220;

export interface Phrases {
  /** Whether the whole key is one phrase. */
  has(key: string): boolean;
  /** Whether the key is phrases and figures side by side and nothing else: `طباعة Email فيسبوك 12`. */
  covers(key: string): boolean;
  /** How many words of the key's beginning are the longest phrase that stands there; 0 when none does. */
  wordsAtStart(words: readonly string[]): number;
  /** The words, as match keys, with which the phrases begin. */
  firstWords(): string[];
}

/** Phrases from text: one a line or parted by `|`. */
export function phrases(listed: string): Phrases {
  const known = new Set(
    listed
      .split(/[\n|]/u)
      .map(matchKey)
      .filter((key) => key !== ''),
  );
  // Most lines begin with none of the phrases' words, and are done with after one look.
  const firstWords = new Set([...known].map((phrase) => phrase.split(' ', 1)[0] ?? ''));
  const wordsAt = (words: readonly string[], from: number): number => {
    if (!firstWords.has(words[from] ?? '')) return 0;
    for (let count = Math.min(longestPhrase, words.length - from); count > 0; count -= 1) {
      if (known.has(count === 1 ? (words[from] ?? '') : words.slice(from, from + count).join(' '))) return count;
    }
    return 0;
  };
  return {
    has: (key) => known.has(key),
    covers: (key) => {
      const space = key.indexOf(' ');
      const first = space === -1 ? key : key.slice(0, space);
      if (!firstWords.has(first) && !isFigure(first)) return false;
      if (known.has(key)) return true;
      if (key.length > longestRow) return false;
      const words = key.split(' ');
      let found = 0;
      for (let at = 0; at < words.length; ) {
        const count = wordsAt(words, at);
        if (count === 0 && !isFigure(words[at] ?? '')) return false;
        found += count;
        at += Math.max(1, count);
      }
      return found > 0;
    },
    wordsAtStart: (words) => wordsAt(words, 0),
    firstWords: () => [...firstWords],
  };
}

function isFigure(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 && /^[\d.]+k?$/u.test(word);
}
