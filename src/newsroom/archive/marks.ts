// Which words of a text a query meant, and how much each says: what snippets are cut and marked by.

import { queryWords, withoutStopWords } from '../../archive/query-words.ts';
import type { Marks } from '../../archive/snippets/hits.ts';
import type { LayeredArchive } from './layers.ts';

/** A word is a hit when its stem is that of a word of the query; stop words only when there is nothing else. */
export function marksOf(archive: LayeredArchive, query: string): Marks {
  const stems = new Set(withoutStopWords(queryWords(query)).map((word) => archive.stemOf(word)));
  return {
    isHit: (word) => stems.has(archive.stemOf(word)),
    weight: (word) => archive.rarity(word),
    termOf: (word) => archive.stemOf(word),
    phrases: [],
  };
}
