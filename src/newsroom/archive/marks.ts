// Which words of a text a query meant, and how much each says: what snippets are cut and marked by.

import { isStopWord } from '../../arabic/stop-words.ts';
import { wordsOf } from '../../archive/document.ts';
import type { Marks } from '../../archive/snippets/hits.ts';
import type { LayeredArchive } from './layers.ts';

/** Words of a query beyond these are not looked at. */
const MOST_WORDS = 64;

/** A word is a hit when its stem is that of a word of the query; stop words only when there is nothing else. */
export function marksOf(archive: LayeredArchive, query: string): Marks {
  const words = wordsOf(query.slice(0, 2_000)).slice(0, MOST_WORDS);
  const telling = words.filter((word) => !isStopWord(word, 'search'));
  const stems = new Set((telling.length > 0 ? telling : words).map((word) => archive.stemOf(word)));
  return {
    isHit: (word) => stems.has(archive.stemOf(word)),
    weight: (word) => archive.rarity(word),
    termOf: (word) => archive.stemOf(word),
    phrases: [],
  };
}
