// The other spellings of a foreign name, from the collection's own words: غوغل and جوجل, ترامب and ترمب, نتنياهو and نتانياهو.
import { nameKeys } from '../../arabic/names.ts';
import type { Spelling } from '../rank/concepts.ts';
import type { Statistics } from '../rank/statistics.ts';

/** Another spelling is worth less than the one that was typed. */
const SHARE = 0.7;
/** Letters that a foreign g is printed with, each in turn for all of a name's. */
const G_LETTERS = ['غ', 'ج', 'ق', 'ك'];
const VOWELS = ['ا', 'و', 'ي'];
const SHORTEST = 4;
/** A word that stands with ال this often, as a share, is no foreign name. */
const MOST_WITH_ARTICLE = 0.02;
/** A spelling that stands so much more seldom than the other is a slip of somebody's. */
const LEAST_SHARE = 1 / 200;
/** Persons of the imperfect: a word whose first letter can be exchanged among these is a verb. */
const PERSONS = ['ي', 'ت', 'ن'];
const verbEnding = /(?:ت|وا|نا|ها|هم|ه|ون|ين|ان)$/u;

/**
 * Other usual spellings of a word that may be a foreign name, in their matching forms: those that share its loose key and
 * stand in the collection. None for words that take ال or are conjugated: they have other senses, not other spellings.
 */
export function spellingsOfName(word: string, statistics: Statistics): Spelling[] {
  if (word.length < SHORTEST || !/^[ء-ي]+$/u.test(word) || !isNameLike(word, statistics)) return [];
  const key = nameKeys(word)[0];
  const others = new Set<string>();
  for (const letter of G_LETTERS) {
    const exchanged = word.replace(/[غجقك]/gu, letter);
    others.add(exchanged);
    if (!verbEnding.test(word)) for (const other of withOtherVowels(exchanged)) others.add(other);
  }
  others.delete(word);
  const least = Math.max(1, statistics.wordCount(word) * LEAST_SHARE);
  return [...others]
    .filter((other) => statistics.wordCount(other) >= least && nameKeys(other)[0] === key)
    .filter((other) => isNameLike(other, statistics))
    .map((other) => ({ word: other, share: SHARE }));
}

/** With one long vowel less or more. */
function withOtherVowels(word: string): string[] {
  const others: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const [before, rest] = [word.slice(0, at), word.slice(at)];
    if (VOWELS.includes(rest.charAt(0))) others.push(before + rest.slice(1));
    else if (!VOWELS.includes(word.charAt(at - 1))) others.push(...VOWELS.map((vowel) => before + vowel + rest));
  }
  return others.filter((other) => other.length >= SHORTEST);
}

function isNameLike(word: string, statistics: Statistics): boolean {
  if (statistics.wordCount(`ال${word}`) > MOST_WITH_ARTICLE * statistics.wordCount(word)) return false;
  if (!PERSONS.includes(word.charAt(0))) return true;
  return PERSONS.every((person) => person === word.charAt(0) || statistics.wordCount(person + word.slice(1)) === 0);
}
