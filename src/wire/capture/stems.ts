// How much two texts of a page speak of the same things, by the stems of their words. Rough on purpose: it only has to tell a
// headline's own lead from another story's, in a few microseconds.
import { functionWords } from './lexicon/function-words.ts';

/** Characters of a paragraph that are looked at: a lead says what it is about in its first lines. */
const lookedAt = 320;
/** The stems of a text's content words. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  const end = Math.min(text.length, lookedAt);
  let start = -1;
  for (let at = 0; at <= end; at += 1) {
    const isWord = at < end && isWordCode(text.charCodeAt(at));
    if (isWord && start === -1) start = at;
    if (isWord || start === -1) continue;
    // One and two letters carry no content; most such words are و, in, to.
    const stem = at - start > 2 ? stemOf(text.slice(start, at)) : null;
    if (stem !== null) stems.add(stem);
    start = -1;
  }
  return stems;
}

/** Letters, marks and digits, by ranges: the few signs of other blocks that pass for letters do no harm in a comparison. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code >= 0x621 && code <= 0x669) return true;
  if (code < 0xc0 || (code >= 0x600 && code <= 0x620) || (code >= 0x66a && code <= 0x66d) || code === 0x6d4)
    return false;
  return code < 0x2000 || code > 0x2e7f;
}

function stemOf(word: string): string | null {
  if (word.charCodeAt(0) < 0x250) return latinStem(word);
  const plain = bareLetters(word);
  if (plain.length < 3 || functionWords.has(plain)) return null;
  const start = prefixLength(plain);
  // Four letters after the prefixes tell most words apart and let الإيراني meet إيران; endings fall off with the rest.
  const stem = plain.slice(start, start + 4);
  return stem.length === 4 || !weakEnding.has(stem.charCodeAt(stem.length - 1)) ? stem : stem.slice(0, -1);
}

function latinStem(word: string): string | null {
  const small = word.toLowerCase();
  if (functionWords.has(small)) return null;
  const cut = small.length > 4 && small.endsWith('s') ? small.length - 1 : small.length;
  return small.slice(0, Math.min(6, cut));
}

/** Without vowel marks and tatweel, every alef bare, final ى as ي, as the function words are written. */
function bareLetters(word: string): string {
  for (let at = 0; at < word.length; at += 1) {
    if (isFolded(word.charCodeAt(at))) return folded(word);
  }
  return word;
}

const isFolded = (code: number): boolean =>
  (code >= 0x622 && code <= 0x625 && code !== 0x624) ||
  code === 0x649 ||
  code === 0x640 ||
  (code >= 0x64b && code <= 0x652) ||
  code === 0x671;

function folded(word: string): string {
  let plain = '';
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code === 0x649) plain += 'ي';
    else if (code >= 0x622 && code <= 0x671 && isFolded(code)) plain += code < 0x640 || code === 0x671 ? 'ا' : '';
    else plain += word.charAt(at);
  }
  return plain;
}

/** Letters of و ف ب ك ل ال لل and what they make together, where at least three letters are left. */
function prefixLength(word: string): number {
  let at = 0;
  const first = word.charAt(0);
  if ((first === 'و' || first === 'ف') && word.length > 3) at = 1;
  if (word.startsWith('ال', at) && word.length - at > 4) return at + 2;
  if (word.startsWith('لل', at) && word.length - at > 4) return at + 2;
  const next = word.charAt(at);
  if ((next === 'ب' || next === 'ك' || next === 'ل') && word.length - at > 3) {
    return word.startsWith('ال', at + 1) && word.length - at > 5 ? at + 3 : at + 1;
  }
  return (next === 'ي' || next === 'ت' || next === 'س') && word.length - at > 4 ? at + 1 : at;
}

/** ة ه ي ا ن ت at the end of a short stem. */
const weakEnding = new Set([0x629, 0x647, 0x64a, 0x627]);

/** The share of the first set's stems that the second has, 0 to 1; 0 for an empty set. */
export function shareIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  if (some.size === 0) return 0;
  let shared = 0;
  for (const stem of some) if (all.has(stem)) shared += 1;
  return shared / some.size;
}
