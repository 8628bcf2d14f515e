// The room `arabic`'s lists of agencies and cities, asked about the same few names again and again: what they said is remembered.
import { isAgencyName as isAgency } from '../../arabic/agencies.ts';
import { isKnownCity as isCity } from '../../arabic/cities.ts';
import { wordsIn } from './line-shape.ts';

const mostKept = 10_000;

function remembered(ask: (text: string) => boolean, longest: number, mostWords: number): (text: string) => boolean {
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
