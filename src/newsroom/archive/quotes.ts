// The quotations of a story that a query is about: what its speaker said, or said of its subject.

import { quotationsIn } from '../../arabic/quotations/quotations.ts';
import { wordsOf } from '../../archive/document.ts';
import { queryWords, withoutStopWords } from '../../archive/query-words.ts';
import type { StoryDocument } from './documents.ts';
import type { LayeredArchive } from './layers.ts';

export interface FoundQuotation {
  readonly words: string;
  readonly speaker: string | null;
  /** How much of the query the speaker's name and the words hold, above 0 to 1. */
  readonly share: number;
}

/** A word of the query in the words that were said counts for less than one in the speaker's name. */
const SAID = 0.5;

/** Those with something of the query in the speaker's name or in the words, in the story's order. */
export function quotationsFor(archive: LayeredArchive, query: string, { body }: StoryDocument): FoundQuotation[] {
  const wanted = new Set(withoutStopWords(queryWords(query)).map((word) => archive.stemOf(word)));
  if (wanted.size === 0) return [];
  const stemsIn = (text: string): Set<string> => new Set(wordsOf(text).map((word) => archive.stemOf(word)));
  return quotationsIn(body.split('\n')).flatMap((quotation) => {
    const speaker = quotation.speaker?.name ?? null;
    const [named, said] = [stemsIn(speaker ?? ''), stemsIn(quotation.words)];
    let held = 0;
    for (const stem of wanted) held += named.has(stem) ? 1 : said.has(stem) ? SAID : 0;
    return held === 0 ? [] : [{ words: quotation.words, speaker, share: held / wanted.size }];
  });
}
