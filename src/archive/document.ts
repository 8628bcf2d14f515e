// What the archive is told of a story that readers may see, and the words that a text comes to.
import { matchKey } from '../arabic/normal-form.ts';
import type { StoryId } from '../story/ids.ts';

export interface ArchiveDocument {
  readonly id: StoryId;
  readonly headline: string;
  /** Everything else that can be found: kicker, standfirst, body, captions, names. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** What results are narrowed and counted by, as `key:value`: `section:12`, `author:5`, `month:2023-10`. */
  readonly facets: readonly string[];
}

/** Longer runs of letters are noise, and would fill the dictionary. */
const longestWord = 60;
const SPACE = 32;

/** Calls `each` with the place of every word in the matching form of a text (`matchKey`), which parts words by single spaces. */
export function eachWord(key: string, each: (start: number, end: number) => void): void {
  for (let start = 0; start < key.length; ) {
    let end = start;
    while (end < key.length && key.charCodeAt(end) !== SPACE) end += 1;
    if (end > start && end - start <= longestWord) each(start, end);
    start = end + 1;
  }
}

/** The words of a text in their matching form, in order. A hashtag gives its parts: `#عاصي_الحلاني` → `عاصي`, `الحلاني`. */
export function wordsOf(text: string): string[] {
  const key = matchKey(text);
  const words: string[] = [];
  eachWord(key, (start, end) => words.push(key.slice(start, end)));
  return words;
}
