// Loose keys under which the spellings of one name meet (غوغل، جوجل, Google); a net for search, never an identity.

import { TASHKEEL, TATWEEL } from './characters.ts';

// Source of the correspondences: how Arabic dailies print foreign names (غ ج ق ك for g, ف ڤ for v, ب پ for p, تش چ for ch)
// and how agencies print Arabic ones in Latin letters (Mohammed and Muhammad, Youssef and Yusuf, Qaddafi and Gaddafi).
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'B',
  پ: 'B',
  ت: 'T',
  ط: 'T',
  ث: 'T',
  د: 'D',
  ض: 'D',
  ذ: 'D',
  ظ: 'D',
  ج: 'K',
  گ: 'K',
  غ: 'K',
  ق: 'K',
  ك: 'K',
  ک: 'K',
  چ: 'X',
  ش: 'X',
  ژ: 'K',
  ح: 'H',
  ه: 'H',
  خ: 'Q',
  ر: 'R',
  ز: 'Z',
  س: 'S',
  ص: 'S',
  ف: 'F',
  ڤ: 'F',
  ل: 'L',
  م: 'M',
  ن: 'N',
};
const LATIN: Readonly<Record<string, string>> = {
  b: 'B',
  p: 'B',
  t: 'T',
  d: 'D',
  j: 'K',
  g: 'K',
  k: 'K',
  q: 'K',
  c: 'K',
  x: 'KS',
  h: 'H',
  r: 'R',
  z: 'Z',
  s: 'S',
  f: 'F',
  v: 'F',
  l: 'L',
  m: 'M',
  n: 'N',
};
const marks = new RegExp(`[${TASHKEEL}${TATWEEL}'’‘ʼʿʾ\`]`, 'gu');
const wordBreak = /[^\p{L}\p{M}\p{N}]+/u;
const latinArticle = /^(?:al|el)$/;
/** Longer names are not names; what is beyond is not read. */
const LONGEST_NAME = 200;

/**
 * The keys of a name: one a word (two when a letter has two usual Latin spellings: ظ in حافظ and ظبي), and one of all words
 * joined, so that عبدالله and عبد الله meet. Two names may be one when they share a key. Vowels count only at the start,
 * doubled letters once, h at the end never. Loss, by design: names that differ in vowels alone (عُمان, عمّان) meet.
 * A word of which fewer than two letters would be left keeps its own spelling. Empty when the name has no letters.
 */
export function nameKeys(name: string): readonly string[] {
  const words = name
    .slice(0, LONGEST_NAME)
    .replace(marks, '')
    .toLowerCase()
    .split(wordBreak)
    .filter((word) => word !== '' && !latinArticle.test(word));
  const keys = new Set<string>();
  for (const word of words) addKeys(keys, word);
  if (words.length > 1) addKeys(keys, words.join(''));
  return [...keys];
}

function addKeys(keys: Set<string>, word: string): void {
  keys.add(keyOf(word));
  if (/[ثذظ]/u.test(word)) keys.add(keyOf(word.replace(/ث/gu, 'س').replace(/[ذظ]/gu, 'ز')));
}

function keyOf(word: string): string {
  const isLatin = /^[\p{Script=Latin}\p{M}]/u.test(word);
  const key = isLatin ? latinKey(word) : arabicKey(word);
  return key.length < 2 ? `=${word}` : key;
}

function arabicKey(word: string): string {
  const bare = (/^ال\p{L}{3}/u.test(word) ? word.slice(2) : word)
    .replace(/تش/gu, 'چ')
    .replace(/ن[غج](?=[^اويىةل]|$)/gu, 'ن');
  return consonants(bare, ARABIC, /^[اأإآٱعئءؤ]/u, /^[يی]/u, /^و/u);
}

function latinKey(word: string): string {
  const bare = (/[^a-z]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word)
    .replace(/tch|tsch/g, 'چ')
    .replace(/sch|sh/g, 'ش')
    .replace(/chr/g, 'kr')
    .replace(/ch/g, 'چ')
    .replace(/kh/g, 'خ')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/dh/g, 'd')
    .replace(/gh/g, 'g')
    .replace(/tz/g, 'ts')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck/g, 'k')
    .replace(/dj/g, 'j')
    .replace(/hn/g, 'n')
    .replace(/ng(?=[^aeiouyl]|$)/g, 'n');
  return consonants(bare, LATIN, /^[aeiou]/, /^y/, /^w/);
}

function consonants(
  word: string,
  letters: Readonly<Record<string, string>>,
  vowel: RegExp,
  ya: RegExp,
  waw: RegExp,
): string {
  let key = vowel.test(word) ? 'A' : ya.test(word) ? 'Y' : waw.test(word) ? 'W' : '';
  for (const letter of word) {
    const sound = letters[letter] ?? ARABIC[letter] ?? (letter >= '0' && letter <= '9' ? letter : '');
    if (sound !== '' && !key.endsWith(sound)) key += sound;
  }
  return key.length > 1 && key.endsWith('H') ? key.slice(0, -1) : key;
}
