// Which words of a query are looked at, and which of them say something.
import { matchKey } from '../arabic/normal-form.ts';
import { isStopWord } from '../arabic/stop-words.ts';
import { wordsOf } from './document.ts';

const MOST_WORDS = 64;
const MOST_CHARACTERS = 2_000;

/** Words of a question that do not stand in its answer, and a lone article left over from a word that was cut off. */
const ASKING = new Set(matchKey('متى أين كيف لماذا ماذا بماذا كم هل ماهو ماهي مالذي ال').split(' '));

/**
 * In their matching form, in order; without those that only ask, unless there is nothing else. What is beyond 2,000 characters
 * or 64 words is not looked at.
 */
export function queryWords(query: string): string[] {
  const words = wordsOf(query.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS);
  const telling = words.filter((word) => !ASKING.has(word));
  return telling.length > 0 ? telling : words;
}

/** Without stop words, unless there is nothing else: «من هو» is a query too. */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isStopWord(word, 'search'));
  return telling.length > 0 ? telling : words;
}
