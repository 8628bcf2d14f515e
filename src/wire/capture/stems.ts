// How much two texts of a page speak of the same things, by the stems of their words. Rough on purpose: it only has to tell a
// headline's own lead from another story's. Stems are numbers, made letter by letter without cutting a word out of its text, since
// nearly every paragraph of every page passes here.
import { functionWords } from './lexicon/function-words.ts';

/** Characters of a paragraph that are looked at: a lead says what it is about in its first lines. */
const lookedAt = 320;
/** Letters of a stem. Four after the prefixes tell most roots' words apart and let الإيراني meet إيران; Latin words take six. */
const arabicLetters = 4;
const latinLetters = 6;

const alef = 0x627;
const lam = 0x644;
const waw = 0x648;
const fa = 0x641;
const ba = 0x628;
const kaf = 0x643;
const ya = 0x64a;
const ta = 0x62a;
const sin = 0x633;

/** The letters of the word that is being read, folded; longer words are cut. */
const word = new Uint16Array(24);

/** The stems of a text's content words, each a number that stands for its letters. */
export function stemsOf(text: string): ReadonlySet<number> {
  const stems = new Set<number>();
  const end = Math.min(text.length, lookedAt);
  let length = 0;
  for (let at = 0; at <= end; at += 1) {
    const code = at < end ? folded(text.charCodeAt(at)) : 0;
    if (code > 1) {
      if (length < word.length) {
        word[length] = code;
        length += 1;
      }
    } else if (code === 0) {
      // One and two letters carry no content; most such words are و, in, to.
      if (length > 2) addStem(stems, length);
      length = 0;
    }
  }
  return stems;
}

/** A letter as it is compared; 0 for what parts words, 1 for marks inside them. */
function folded(code: number): number {
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return code;
    if (code >= 0x41 && code <= 0x5a) return code + 0x20;
    return code >= 0x30 && code <= 0x39 ? code : 0;
  }
  if (code >= 0x621 && code <= 0x652) {
    if (code === 0x622 || code === 0x623 || code === 0x625) return alef;
    if (code === 0x649) return ya;
    return code === 0x640 || code >= 0x64b ? 1 : code;
  }
  if (code < 0xc0 || (code >= 0x600 && code <= 0x620) || (code >= 0x66a && code <= 0x66d) || code === 0x6d4) return 0;
  return code < 0x2000 || code > 0x2e7f ? code : 0;
}

function addStem(stems: Set<number>, length: number): void {
  if (notContent.has(hash(0, length))) return;
  const isLatin = (word[0] as number) < 0x250;
  const start = isLatin ? 0 : prefixLength(length);
  const isPlural = isLatin && length > 4 && word[length - 1] === 0x73;
  let stop = Math.min(isPlural ? length - 1 : length, start + (isLatin ? latinLetters : arabicLetters));
  if (!isLatin && stop - start < arabicLetters && weakEnding.has(word[stop - 1] as number)) stop -= 1;
  if (stop - start > 1) stems.add(hash(start, stop));
}

/** A 30-bit number for some letters; two stems of a page hardly ever share one. */
function hash(from: number, to: number): number {
  let sum = 7;
  for (let at = from; at < to; at += 1) sum = (Math.imul(sum, 0x01000193) ^ (word[at] as number)) | 0;
  return sum & 0x3fffffff;
}

/** Letters of و ف ب ك ل ال لل and what they make together, where at least three letters are left. */
function prefixLength(length: number): number {
  const first = word[0] as number;
  const at = (first === waw || first === fa) && length > 3 ? 1 : 0;
  const next = word[at] as number;
  const after = word[at + 1] as number;
  if (after === lam && (next === alef || next === lam) && length - at > 4) return at + 2;
  if ((next === ba || next === kaf || next === lam) && length - at > 3) {
    return after === alef && word[at + 2] === lam && length - at > 5 ? at + 3 : at + 1;
  }
  return (next === ya || next === ta || next === sin) && length - at > 4 ? at + 1 : at;
}

/** ة ه ي ا at the end of a short stem. */
const weakEnding = new Set([0x629, 0x647, ya, alef]);

const notContent: ReadonlySet<number> = new Set(
  [...functionWords].map((functionWord) => {
    const length = Math.min(functionWord.length, word.length);
    for (let at = 0; at < length; at += 1) word[at] = folded(functionWord.charCodeAt(at));
    return hash(0, length);
  }),
);

/** The share of the first set's stems that the second has, 0 to 1; 0 for an empty set. */
export function shareIn(some: ReadonlySet<number>, all: ReadonlySet<number>): number {
  if (some.size === 0) return 0;
  let shared = 0;
  for (const stem of some) if (all.has(stem)) shared += 1;
  return shared / some.size;
}
