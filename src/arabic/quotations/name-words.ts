// Whether a word can be part of a name, open one, or end it.

import { isGivenName } from '../given-names.ts';
import { isBody, isDefinite, isLabelled, isMatter, isOccasion, isPlace, isStop, isTitle } from './nouns.ts';
import type { Item } from './scan.ts';
import { sayingOf } from './verbs.ts';

/** How often each folded word stands in the story: a surname comes back alone, what follows it does not. */
export type Counts = ReadonlyMap<string, number>;

/** The longest label in marks inside a title or a body, in UTF-16 units. */
export const LONGEST_LABEL = 40;
/** `لقناة العربية`: whom it was said to, and no part of a title or a body. */
export const MEDIA = /^ل(?:وكاله|صحيفه|قناه|شبكه|موقع|مجله|اذاعه|راديو|تلفزيون|برنامج|محطه|وسايل|بي$)/u;

export const keyAt = (items: readonly Item[], at: number): string => items[at]?.key ?? '';

/** Whether a word can be part of a proper name: nothing that the lists know as something else. */
export function isNameWord(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.kind !== 'word' || item.inflected || item.key.length < 2) return false;
  const { key } = item;
  if (isStop(key) || /^[0-9\u{660}-\u{669}]/u.test(key)) return false;
  return sayingOf(key, keyAt(items, at + 1)) === undefined;
}

/** Whether a name can begin at an item. */
export const opensName = (items: readonly Item[], at: number): boolean => {
  const key = keyAt(items, at);
  return (
    isNameWord(items, at) &&
    !isDefinite(key) &&
    !isTitle(key) &&
    !isBody(key) &&
    !isOccasion(key) &&
    !isLabelled(key) &&
    !isMatter(key)
  );
};

/** Whether no name goes past an item: a sign, a particle, a title, a verb of saying, or the end. */
export const isBound = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  if (item === undefined || item.kind !== 'word' || item.key.length === 1) return true;
  return isTitle(item.key) || isStop(item.key) || sayingOf(item.key, keyAt(items, at + 1)) !== undefined;
};

/** `قالت لأحلام`: a name behind ل is spoken to; the story has it without, or the lists know it. */
export function isJoined(key: string, counts: Counts): boolean {
  if (!/^[لب]./u.test(key) || key.length < 4) return key === 'لبي';
  if (key.startsWith('بب')) return true;
  const rest = key.slice(1);
  // `باقتضاب`, `باستمرار`: an adverb in the shape of ب and a masdar.
  if (isMatter(rest) || isOccasion(rest) || /^با(?:.ت.ا.|ست..?ا.|ن..ا.)$/u.test(key)) return true;
  if (key.startsWith('ل') && (isBody(rest) || isLabelled(rest) || isTitle(rest) || isPlace(rest) || isGiven(rest)))
    return true;
  return (counts.get(rest) ?? 0) > (counts.get(key) ?? 0);
}

const given = new Map<string, boolean>();

/** Whether a folded word is a common first name; remembered, since the lists fold their own way. */
export function isGiven(key: string): boolean {
  if (key.length < 3 || key.length > 10) return false;
  let known = given.get(key);
  if (known === undefined) {
    if (given.size > 20_000) given.clear();
    known = isGivenName(key === 'عليي' ? 'علي' : key);
    given.set(key, known);
  }
  return known;
}
