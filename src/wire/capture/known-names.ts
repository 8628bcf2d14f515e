// The room `arabic`'s lists of agencies, cities and first names, asked about the same few names again and again: what they said is remembered.
import { isAgencyName as isAgency } from '../../arabic/agencies.ts';
import { isKnownCity as isCity } from '../../arabic/cities.ts';
import { isGivenName as isName } from '../../arabic/given-names.ts';
import { matchKey } from '../../arabic/normal-form.ts';
import { functionWords } from './lexicon/function-words.ts';
import { wordsIn } from './line-shape.ts';

const mostKept = 10_000;

/** Asks about a text once and remembers the answer. Texts that are too long or have too many words are answered with no. */
export function remembered(
  ask: (text: string) => boolean,
  longest: number,
  mostWords: number,
): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    if (text.length > longest || wordsIn(text) > mostWords) return false;
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= mostKept) answers.clear();
    const answer = ask(text);
    answers.set(text, answer);
    return answer;
  };
}

/** Whether a text is an agency's signature, or several agencies'. */
export const isAgencyName = remembered(isAgency, 80, 9);

/** Whether a text is a city from which papers file. */
export const isKnownCity = remembered(isCity, 40, 5);

/** Whether a word is a common first name. */
export const isGivenName = remembered(isName, 24, 1);

/** Whether a word, as printed, is one that sentences have and names have not. */
export const isFunctionWord = remembered((word) => functionWords.has(matchKey(word)), 24, 1);
