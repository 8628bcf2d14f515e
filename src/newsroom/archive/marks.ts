// Which words of a text a question meant, and how much each says: what snippets are cut and marked by.

import { withoutStopWords } from '../../archive/query-words.ts';
import type { Question } from '../../archive/search-index.ts';
import type { Marks } from '../../archive/snippets/hits.ts';
import type { LayeredArchive } from './layers.ts';

/**
 * A word is a hit when its stem is that of a word of the question, or of one that stands for it; stop words only when there is
 * nothing else.
 */
export function marksOf(archive: LayeredArchive, { words, spellings }: Pick<Question, 'words' | 'spellings'>): Marks {
  const meant = withoutStopWords(words).flatMap((word) => [
    word,
    ...(spellings?.get(word) ?? []).map((spelling) => spelling.word),
  ]);
  const stems = new Set(meant.map((word) => archive.stemOf(word)));
  return {
    isHit: (word) => stems.has(archive.stemOf(word)),
    weight: (word) => archive.rarity(word),
    termOf: (word) => archive.stemOf(word),
    phrases: [],
  };
}
