// Cuts prefixes, pronouns and plain endings from Arabic words, so that the forms of one word meet in the search index.
// Words come in their matching form (`matchKey`): ة is ه, ى is ي, and no hamza is left.

import { isStopWord } from './stop-words.ts';

/** How often words stand in a collection, in their matching form. */
export type Vocabulary = {
  /** Zero for a word that the collection does not hold. */
  count(word: string): number;
  /** All words of the collection together; zero when nothing is known. */
  readonly total: number;
};

/** Nothing is known: ambiguous letters stay, and the rest is cut as a light stemmer cuts. */
export const emptyVocabulary: Vocabulary = { count: () => 0, total: 0 };

const arabicWord = /^[\u{620}-\u{64A}\u{66E}-\u{6D5}]+$/u;
const ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
const PRONOUNS = ['هما', 'كما', 'هم', 'هن', 'كم', 'نا', 'وا', 'ها', 'ه', 'ك'];
const FUTURE_STARTS = 'يتنا';

/** Part of the count of the whole word that what remains must have, for the cut to be believed. */
const CONJUNCTION_SUPPORT = 0.2;
const PREPOSITION_SUPPORT = 0.5;
const ENDING_SUPPORT = 0.1;
/** A letter that stands after ال this often, beside the bare word, is the word's own: الوزير, البرنامج. */
const OWN_LETTER = 0.08;

/**
 * The stem of one word in its matching form: `وبالمدرسه` → `مدرس`. Words of other scripts, figures, and words of up to two
 * letters come back unchanged. و ف ب ك ل س and attached pronouns are cut only where `vocabulary` supports what
 * remains; with an empty one, only و, ال with its prefixes, and the light endings are.
 */
export function segment(word: string, vocabulary: Vocabulary): string {
  if (word.length < 3 || !arabicWord.test(word)) return word;
  const bare = withoutArticle(withoutLetters(word, vocabulary));
  return withoutEndings(withoutPronoun(bare, vocabulary));
}

/** `segment` that remembers up to `limit` words, and starts anew when it is full. */
export function cachedSegment(vocabulary: Vocabulary, limit = 200_000): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const stem = segment(word, vocabulary);
    if (known.size >= limit) known.clear();
    known.set(word, stem);
    return stem;
  };
}

function withoutLetters(word: string, vocabulary: Vocabulary): string {
  const first = word[0] as string;
  if (first === 'و' || first === 'ف') {
    const rest = word.slice(1);
    return isConjunction(word, rest, vocabulary) ? withoutPreposition(rest, vocabulary) : word;
  }
  return withoutPreposition(word, vocabulary);
}

function isConjunction(word: string, rest: string, vocabulary: Vocabulary): boolean {
  if (rest.length < 3) return false;
  if (startsWithArticle(rest)) return true;
  if (vocabulary.total === 0) return word.startsWith('و');
  return isSupported(word, rest, CONJUNCTION_SUPPORT, vocabulary);
}

function withoutPreposition(word: string, vocabulary: Vocabulary): string {
  const rest = word.slice(1);
  if (word.startsWith('لل') || rest.length < 3 || vocabulary.total === 0) return word;
  const first = word[0] as string;
  if ('بك'.includes(first) && rest.startsWith('ال') && rest.length >= 4) return rest;
  const mayCut = 'بكل'.includes(first) || (first === 'س' && FUTURE_STARTS.includes(rest[0] as string));
  return mayCut && isSupported(word, rest, PREPOSITION_SUPPORT, vocabulary) ? rest : word;
}

function isSupported(word: string, rest: string, share: number, vocabulary: Vocabulary): boolean {
  const whole = vocabulary.count(word);
  const remaining = vocabulary.count(rest) + vocabulary.count(`ال${rest}`);
  if (remaining === 0 || remaining < whole * share) return false;
  return vocabulary.count(`ال${word}`) <= Math.max(whole, 1) * OWN_LETTER;
}

function startsWithArticle(word: string): boolean {
  if (word.startsWith('ال')) return word.length >= 4;
  if (word.startsWith('لل')) return word.length >= 5;
  return (word.startsWith('بال') || word.startsWith('كال')) && word.length >= 5;
}

function withoutArticle(word: string): string {
  for (const article of ['بال', 'كال', 'ال', 'لل']) {
    const rest = word.slice(article.length);
    // الماء is not ما.
    if (word.startsWith(article) && rest.length >= 2 && !isStopWord(rest, 'search')) return rest;
  }
  return word;
}

function withoutPronoun(word: string, vocabulary: Vocabulary): string {
  if (vocabulary.total === 0) return word;
  for (const pronoun of PRONOUNS) {
    const rest = word.slice(0, -pronoun.length);
    if (!word.endsWith(pronoun) || rest.length < 3) continue;
    const least = Math.max(1, vocabulary.count(word) * ENDING_SUPPORT);
    // ة is written ت before a pronoun: مدرستها.
    const feminine = rest.endsWith('ت') ? `${rest.slice(0, -1)}ه` : '';
    if (feminine.length > 3 && vocabulary.count(feminine) + vocabulary.count(`ال${feminine}`) >= least) return feminine;
    if (vocabulary.count(rest) + vocabulary.count(`ال${rest}`) >= least) return rest;
  }
  // The accusative's alef: شخصا.
  const rest = word.slice(0, -1);
  const isAccusative = word.endsWith('ا') && rest.length >= 3;
  return isAccusative && vocabulary.count(rest) >= Math.max(1, vocabulary.count(word) / 2) ? rest : word;
}

function withoutEndings(word: string): string {
  let stem = word;
  for (const ending of ENDINGS) {
    if (stem.endsWith(ending) && stem.length >= ending.length + 2) stem = stem.slice(0, -ending.length);
  }
  return stem;
}
