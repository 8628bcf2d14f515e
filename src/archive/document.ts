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
const wordBreak = /[\s_/-]+/u;

/** The words of a text in their matching form, in order. A hashtag gives its parts: `#عاصي_الحلاني` → `عاصي`, `الحلاني`. */
export function wordsOf(text: string): string[] {
  return matchKey(text)
    .split(wordBreak)
    .filter((word) => word !== '' && word.length <= longestWord);
}
