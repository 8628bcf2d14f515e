// Finds listed names in text: the longest that stands at each place, behind a joined letter or not, foreign ones in any usual spelling.

import { isGivenName } from './given-names.ts';
import { nameKeys } from './names.ts';
import { matchKey } from './normal-form.ts';
import { isOneSpelling } from './spellings.ts';

export interface ListedName<Id> {
  readonly id: Id;
  readonly name: string;
  /** Whether its words may be spelled otherwise, as foreign names are; a common noun (انتخابات, انتخبت) may not. */
  readonly isSpelledFreely: boolean;
  /** Whether it is a person's: a surname behind another first name is somebody else's. */
  readonly isPerson: boolean;
}

export interface FoundName<Id> {
  readonly id: Id;
  /** As listed. */
  readonly name: string;
  /** The first of its words in the text, and the first after it. */
  readonly from: number;
  readonly to: number;
}

interface Entry<Id> extends ListedName<Id> {
  readonly words: readonly string[];
}

/** Words remembered before all are forgotten. */
const MOST_REMEMBERED = 100_000;
const LONGEST_NAME = 12;

/** The folded words of a text; `عبد الله` is one, as `عبدالله` is. */
export function nameWords(text: string): string[] {
  const words: string[] = [];
  let isAbd = false;
  for (const word of matchKey(text).split(' ')) {
    if (word === '') continue;
    if (isAbd && word.startsWith('ال')) words[words.length - 1] += word;
    else words.push(word);
    isAbd = word === 'عبد';
  }
  return words;
}

/** The forms of a word under the letters that are written as one with it: `وللبنان` is لبنان too. */
function formsOf(word: string): string[] {
  const forms = [word];
  let rest = word;
  if (/^[وف]/u.test(rest) && rest.length > 3) {
    rest = rest.slice(1);
    forms.push(rest);
  }
  if (rest.startsWith('لل') && rest.length > 4) forms.push(`ال${rest.slice(2)}`);
  if (/^[بلك]/u.test(rest) && rest.length > 3) forms.push(rest.slice(1));
  return forms;
}

/**
 * Looks for many names at once, in time that grows with the text alone.
 *
 *     const finder = new NameFinder([{ id: 7, name: 'دونالد ترامب', isSpelledFreely: true, isPerson: true }]);
 *     finder.in(nameWords('وقال دونالد ترمب')) // [{ id: 7, name: 'دونالد ترامب', from: 1, to: 3 }]
 */
export class NameFinder<Id> {
  readonly #byKey = new Map<string, Entry<Id>[]>();
  readonly #remembered = new Map<string, readonly Entry<Id>[]>();

  constructor(names: Iterable<ListedName<Id>>) {
    for (const listed of names) {
      const words = nameWords(listed.name);
      const [first] = words;
      if (first === undefined || words.length > LONGEST_NAME) continue;
      const key = nameKeys(first)[0] ?? first;
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, [{ ...listed, words }]);
      else known.push({ ...listed, words });
    }
    for (const entries of this.#byKey.values()) entries.sort((one, other) => other.words.length - one.words.length);
  }

  /** In the order of the text, none within another. `words` from `nameWords`. */
  in(words: readonly string[]): FoundName<Id>[] {
    if (this.#byKey.size === 0) return [];
    const found: FoundName<Id>[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const entry = this.#startingAt(words, at);
      if (entry === undefined) continue;
      found.push({ id: entry.id, name: entry.name, from: at, to: at + entry.words.length });
      at += entry.words.length - 1;
    }
    return found;
  }

  #startingAt(words: readonly string[], at: number): Entry<Id> | undefined {
    return this.#beginning(words[at] ?? '').find(
      (entry) =>
        entry.words.every((word, index) => index === 0 || isWordOf(entry, word, words[at + index] ?? '')) &&
        !(entry.isPerson && entry.words.length === 1 && isGivenName(words[at - 1] ?? '')),
    );
  }

  /** The names whose first word this is, the longest first. */
  #beginning(word: string): readonly Entry<Id>[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    const found = formsOf(word).flatMap((form) =>
      (this.#byKey.get(nameKeys(form)[0] ?? form) ?? []).filter((entry) => isWordOf(entry, entry.words[0] ?? '', form)),
    );
    found.sort((one, other) => other.words.length - one.words.length);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(word, found);
    return found;
  }
}

const isWordOf = (entry: { readonly isSpelledFreely: boolean }, word: string, inText: string): boolean =>
  word === inText || (entry.isSpelledFreely && isOneSpelling(word, inText));
