// A query with its slips put right, in the spelling in which the archive's own stories print the words.
import type { Kysely } from 'kysely';
import { printedWords } from '../../archive/snippets/printed-words.ts';
import type { Tables } from '../../records/tables.ts';
import type { Newsroom } from '../newsroom.ts';
import { documentsOf } from './documents.ts';
import type { LayeredArchive } from './layers.ts';

/** Stories that are looked through for a word as it is printed. */
const STORIES = 5;

/** `meant`: for some of the query's words in their matching form, what was most likely meant. Null when there is nothing better. */
export async function didYouMean(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  archive: LayeredArchive,
  query: string,
  meant: ReadonlyMap<string, readonly string[]>,
): Promise<string | null> {
  let text = '';
  let end = 0;
  for (const word of printedWords(query)) {
    const better = word.keys.length === 1 ? meant.get(word.keys[0] ?? '') : undefined;
    if (better === undefined) continue;
    const printed: string[] = [];
    for (const one of better) printed.push(await asPrinted(newsroom, db, archive, one));
    text += query.slice(end, word.start) + printed.join(' ');
    end = word.end;
  }
  return text === '' ? null : text + query.slice(end);
}

/** `امريكا` → `أميركا`, as a story has it; the word itself when none does. */
async function asPrinted(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  archive: LayeredArchive,
  word: string,
): Promise<string> {
  const hits = archive.ask({ words: [word] }, STORIES);
  for (const { headline, standfirst, body } of await documentsOf(
    newsroom,
    db,
    hits.map((hit) => hit.id),
  )) {
    for (const text of [headline, standfirst, body]) {
      for (const printed of printedWords(text)) {
        if (printed.keys.length === 1 && printed.keys[0] === word) return text.slice(printed.start, printed.end);
      }
    }
  }
  return word;
}
