// Which words of a query are looked at, and which of them say something.
import { isStopWord } from '../arabic/stop-words.ts';
import { wordsOf } from './document.ts';

const MOST_WORDS = 64;
const MOST_CHARACTERS = 2_000;

/** In their matching form, in order. What is beyond 2,000 characters or 64 words is not looked at. */
export const queryWords = (query: string): string[] => wordsOf(query.slice(0, MOST_CHARACTERS)).slice(0, MOST_WORDS);

/** Without stop words, unless there is nothing else: «من هو» is a query too. */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isStopWord(word, 'search'));
  return telling.length > 0 ? telling : words;
}
