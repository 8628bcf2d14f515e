// How much two texts of a page speak of the same things, by the stems of their words. Rough on purpose: it only has to tell a
// headline's own lead from another story's, in a few microseconds.
import { functionWords } from './lexicon/function-words.ts';

/** Characters of a paragraph that are looked at: a lead says what it is about in its first lines. */
const lookedAt = 500;
const word = /[\p{L}\p{M}\p{N}]+/gu;
const marks = /[\u{640}\u{64B}-\u{652}\u{670}]/gu;
const longPrefix = /^[وف]?(?:[بك]?ال|لل)(?=..)/u;
const shortPrefix = /^(?:[وف][بكلسي]?|[بكلسيتن])(?=...)/u;
const suffix = /(?<=...)(?:ات|ون|ين|ان|ها|هم|وا|تها|ته|ية|يه|ه|ة|ي|ى|ا)$/u;
const latinSuffix = /(?<=...)(?:'s|s|es|ed|ing|ly)$/u;

/** The stems of a text's content words. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const [found] of text.slice(0, lookedAt).matchAll(word)) {
    const stem = stemOf(found);
    if (stem !== null) stems.add(stem);
  }
  return stems;
}

function stemOf(found: string): string | null {
  const code = found.charCodeAt(0);
  if (code < 0x250) {
    const small = found.toLowerCase();
    if (small.length < 3 || functionWords.has(small)) return null;
    return small.replace(latinSuffix, '').slice(0, 6);
  }
  const plain = found.replace(marks, '').replace(/[أإآٱ]/gu, 'ا');
  if (plain.length < 3 || functionWords.has(plain.replace(/ى$/u, 'ي'))) return null;
  const longCut = plain.replace(longPrefix, '');
  const cut = longCut === plain ? plain.replace(shortPrefix, '') : longCut;
  // Three letters after the affixes are off tell most roots' words apart and let الإيراني meet إيران.
  return cut.replace(suffix, '').slice(0, 4);
}

/** The share of the first set's stems that the second has, 0 to 1; 0 for an empty set. */
export function shareIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  if (some.size === 0) return 0;
  let shared = 0;
  for (const stem of some) if (all.has(stem)) shared += 1;
  return shared / some.size;
}

/** How alike two sets are, 0 to 1: the shared stems by the size of the smaller. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size <= other.size ? shareIn(one, other) : shareIn(other, one);
}
