// Reads who is named at a word: a person with or without a title, a body, or a title alone; and where the name ends.

import { body } from './body-phrases.ts';
import { type Counts, isGiven, isJoined, isNameWord } from './name-words.ts';
import {
  bare,
  isBody,
  isDefinite,
  isJoinedDefinite,
  isLabelled,
  isMatter,
  isOccasion,
  isPlace,
  isTitle,
} from './nouns.ts';
import { named, type Phrase } from './person-phrases.ts';
import type { Item } from './scan.ts';
import { titled } from './title-phrases.ts';

/** The phrase that begins at an item, or null when none does. Looks at most 24 items ahead. */
export function phraseAt(items: readonly Item[], from: number, counts: Counts): Phrase | null {
  const head = items[from];
  if (head === undefined || !(isNameWord(items, from) || (head.inflected && isTitle(head.key)))) return null;
  const { key } = head;
  // `والقصص`, `بالخارجية`: joined on, unless the story never has the word without the letter.
  if (isJoinedDefinite(key) && ((counts.get(key) ?? 0) < 2 || (counts.get(key.slice(1)) ?? 0) > (counts.get(key) ?? 0)))
    return null;
  if (isTitle(key)) return titled(items, from, counts);
  if ((isOccasion(key) && !isBody(key)) || isMatter(key) || (isDefinite(key) && isMatter(bare(key)))) return null;
  if (isBody(key) || isDefinite(key) || isPlace(key)) return body(items, from);
  if (isLabelled(key) || isJoined(key, counts)) return null;
  // `وكسب التأييد`: و before a word that the story has once joins, unless a first name begins with it.
  if (key.startsWith('و') && (counts.get(key) ?? 0) < 2 && !isGiven(key)) return null;
  return named(items, from, from, counts, []);
}
