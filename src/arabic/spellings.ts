// Whether two words of names are one in two spellings: ترامب and ترمب, غوغل and جوجل. Narrower than `nameKeys`, which is a net.

import { isGivenName } from './given-names.ts';
import { nameKeys } from './names.ts';

const LONG_VOWELS = /[اوي]/gu;
/** Fewer consonants than these, and words that only a long vowel tells apart are two: قطر and قطار, سلام and سالم. */
const FEWEST_CONSONANTS = 4;
const MOST_VOWELS_APART = 2;
/** The letters that Arabic dailies print for the g of foreign names. */
const FOREIGN_G = 'غجقك';

const consonants = (word: string): string => word.replace(LONG_VOWELS, '');

/**
 * Whether two words that `matchKey` has folded are one foreign word in two spellings. Never for what stands in the list of
 * Arabic first names (محمد and محمود are two) or has the article.
 */
export function isOneSpelling(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length < 4 || other.length < 4 || one.startsWith('ال') || other.startsWith('ال')) return false;
  if (nameKeys(one)[0] !== nameKeys(other)[0] || isGivenName(one) || isGivenName(other)) return false;
  return differInVowels(one, other) || differInForeignG(one, other);
}

function differInVowels(one: string, other: string): boolean {
  const bones = consonants(one);
  return (
    bones.length >= FEWEST_CONSONANTS &&
    bones === consonants(other) &&
    Math.abs(one.length - other.length) <= MOST_VOWELS_APART
  );
}

/** One swapped letter may be غ for ج (`غوتيريش`, `جوتيريش`); other pairs only where every g of the word is swapped alike. */
function differInForeignG(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const pairs = new Set<string>();
  let swapped = 0;
  for (let at = 0; at < one.length; at += 1) {
    const [letter, instead] = [one.charAt(at), other.charAt(at)];
    if (letter === instead) continue;
    if (!FOREIGN_G.includes(letter) || !FOREIGN_G.includes(instead)) return false;
    pairs.add(letter < instead ? letter + instead : instead + letter);
    swapped += 1;
  }
  return pairs.size === 1 && (pairs.has('جغ') || swapped > 1);
}
