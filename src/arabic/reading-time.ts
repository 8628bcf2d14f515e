// How long a text takes to read, by the speed at which its language is read.

/**
 * Words a minute of a text read aloud by adults, from the International Reading Speed Texts: Trauzettel-Klosinski and
 * Dietz, «Standardized Assessment of Reading Performance», IOVS 53(9), 2012: Arabic 138 ± 20, English 228 ± 30. An Arabic
 * word carries its article, conjunction and pronouns, which is why fewer are read.
 */
const WORDS_PER_MINUTE = { ar: 138, en: 228 };

/** Whole minutes to read so many words, rounded, never under 1. Negative counts and NaN are taken as none. */
export function readingMinutes(wordCount: number, language: 'ar' | 'en' = 'ar'): number {
  if (!(wordCount > 0)) return 1;
  return Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE[language]));
}

const spaced = /\S+/gu;
const hasWord = /[\p{L}\p{N}]/u;

/** Words as a reader counts them: what stands between spaces and has a letter or a figure. */
export function countWords(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(spaced)) if (hasWord.test(word)) count += 1;
  return count;
}
