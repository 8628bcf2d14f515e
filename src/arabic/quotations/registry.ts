// Who is named in a story, so that a short name, an office or a pronoun finds the fullest name that the story gives.

import { type Counts, isGiven, isNameWord } from './name-words.ts';
import { bare, isBody, isFemalePlace, isTitle } from './nouns.ts';
import type { Phrase } from './person-phrases.ts';
import { phraseAt } from './phrases.ts';
import type { Item } from './scan.ts';
import { type Gender, sayingOf } from './verbs.ts';

/** A person or a body, at the mention that names them most fully. */
export type Known = {
  readonly keys: readonly string[];
  readonly kind: Phrase['kind'];
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly title: Set<string>;
  gender: Gender;
  count: number;
  /** Whether a title, a common first name, or what stands after it shows that it is a name and where it ends. */
  isSure: boolean;
};

/** A statement is no body: `بيان الاتحاد`. */
const DOCUMENT = /^(?:ال)?(?:بيان|تقرير|بلاغ|رساله|تقارير|دراسه)/u;
const MOST_KNOWN = 400;

/** A word of a title without article, ending and spelling: الأميركية and أمريكي meet. */
function stem(key: string): string {
  const noun = bare(key.length > 4 && /^[وبل][^ا]/u.test(key) && !isTitle(key) ? key.slice(1) : key);
  return (noun.length > 3 ? noun.replace(/ه$/u, '') : noun).replace(/^اميركي/u, 'امريكي');
}

export const orderOf = (paragraph: number, item: number): number => paragraph * 100_000 + item;

export class Registry {
  readonly #known = new Map<string, Known>();
  readonly #byWord = new Map<string, Known[]>();
  readonly #mentions = new Map<Known, number[]>();
  readonly #counts: Counts;

  constructor(counts: Counts) {
    this.#counts = counts;
  }

  /** Reads the names of a paragraph. Bounded: 400 names a story. */
  read(items: readonly Item[], paragraph: number): void {
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at] as Item;
      if (item.kind === 'comma' && isTitle(items[at + 1]?.key ?? '')) this.#nameBefore(items, at, paragraph);
      if (item.kind !== 'word') continue;
      if (isTitle(item.key) && items[at - 1]?.kind === 'word' && (this.#counts.get(items[at - 1]?.key ?? '') ?? 0) > 1)
        this.#nameBefore(items, at, paragraph);
      const saying = sayingOf(item.key, items[at + 1]?.key ?? '');
      const speaks = saying?.role === 'verb' || saying?.role === 'same';
      const from = speaks ? at + 1 : at;
      const head = items[from]?.key ?? '';
      if (!speaks && !isTitle(head) && !isBody(head) && !opensGivenName(items, at)) continue;
      const phrase = phraseAt(items, from, this.#counts);
      if (phrase === null || phrase.kind === 'title' || (phrase.kind === 'body' && DOCUMENT.test(head))) continue;
      if (!speaks && phrase.kind === 'name' && phrase.from === from && phrase.to - from < 2) continue;
      this.#add(
        items,
        phrase,
        paragraph,
        speaks ? (saying?.gender ?? 'any') : isTitle(head) && items[from]?.inflected === false ? genderOf(head) : 'any',
        speaks,
        saying?.isPlain === true,
      );
      at = Math.max(at, phrase.next - 1);
    }
  }

  /** `بهرام قاسمي، المتحدث باسم الخارجية`: two or three words before a comma and a title. */
  #nameBefore(items: readonly Item[], comma: number, paragraph: number): void {
    let from = comma;
    while (from > 0 && comma - from < 4 && isNameWord(items, from - 1) && !isTitle(items[from - 1]?.key ?? ''))
      from -= 1;
    for (; comma - from >= 2; from += 1) {
      const phrase = phraseAt(items, from, this.#counts);
      const head = items[from]?.key ?? '';
      if (
        phrase?.kind === 'name' &&
        phrase.to === comma &&
        (!head.startsWith('و') || isGiven(head)) &&
        (comma - from === 2 || isGiven(items[from]?.key ?? ''))
      ) {
        this.#add(items, phrase, paragraph, 'any');
        return;
      }
    }
  }

  #add(
    items: readonly Item[],
    phrase: Phrase,
    paragraph: number,
    gender: Gender,
    isSpeaking = false,
    isPlain = false,
  ): void {
    const keys = wordsOf(items, phrase.from, phrase.to);
    const name = keys.join(' ');
    const order = orderOf(paragraph, phrase.from);
    const known = this.#known.get(name) ?? this.#meet(name, keys, items, phrase, paragraph);
    if (known === null) return;
    known.count += 1;
    known.isSure ||= this.#isSure(keys, phrase, isPlain);
    if (known.gender === 'any' || (isSpeaking && gender !== 'any' && gender !== 'plural'))
      known.gender = phrase.kind === 'body' ? genderOf(keys[0] ?? '') : gender;
    for (const word of phrase.title) known.title.add(stem(word));
    this.#mentions.get(known)?.push(order);
  }

  #isSure(keys: readonly string[], phrase: Phrase, isPlain: boolean): boolean {
    if (phrase.kind === 'body') return phrase.isBounded;
    if (phrase.title.length > 0 || (keys.length > 1 && isGiven(keys[0] ?? ''))) return true;
    // A lone word that the story has once is hardly a name; nor what follows a verb that takes an object.
    return isPlain && phrase.isBounded && (keys.length > 1 || (this.#counts.get(keys[0] ?? '') ?? 0) > 1);
  }

  /** Whether a word stands in a name of the story. */
  hasWord(key: string): boolean {
    return this.#byWord.get(key)?.some((one) => one.kind === 'name' && one.isSure) === true;
  }

  #meet(
    name: string,
    keys: readonly string[],
    items: readonly Item[],
    phrase: Phrase,
    paragraph: number,
  ): Known | null {
    if (this.#known.size >= MOST_KNOWN || keys.length === 0) return null;
    const { start } = items[phrase.from] as Item;
    const { end } = items[phrase.to - 1] as Item;
    const known: Known = {
      keys,
      kind: phrase.kind,
      paragraph,
      start,
      end,
      title: new Set(),
      gender: 'any',
      count: 0,
      isSure: false,
    };
    this.#known.set(name, known);
    for (const key of new Set(keys.map(bare))) {
      const list = this.#byWord.get(key);
      if (list === undefined) this.#byWord.set(key, [known]);
      else list.push(known);
    }
    this.#mentions.set(known, []);
    return known;
  }

  /** The latest mention of a name, or of what ends in it, before a place in the story; -1 when none. */
  #lastBefore(known: Known, order: number): number {
    return this.#mentions.get(known)?.findLast((each) => each < order) ?? -1;
  }

  #latest(found: readonly Known[], order: number): Known | null {
    let best: Known | null = null;
    let at = -2;
    for (const known of found) {
      const last = this.#lastBefore(known, order);
      if (last > at || (last === at && best !== null && known.keys.length > best.keys.length)) {
        best = known;
        at = last;
      }
    }
    return best;
  }

  /** The fullest name that the story gives for a person's name: `ترامب` → `دونالد ترامب`. */
  person(keys: readonly string[], order: number): Known | null {
    const own = this.#known.get(keys.join(' ')) ?? null;
    const last = keys.at(-1) ?? '';
    const same = this.#byWord.get(bare(last)) ?? [];
    const longer = same.filter(
      (one) => one.kind === 'name' && one.keys.length > keys.length && endsWith(one.keys, keys),
    );
    if (longer.length > 0) return this.#latest(longest(longer), order);
    // `حماقي صورة`: a surname that the story has with its first name ends a name wherever it stands first.
    const surname = (this.#byWord.get(bare(keys[0] ?? '')) ?? []).filter(
      (one) => one.kind === 'name' && one.isSure && one.keys.length > 1 && one.keys.at(-1) === keys[0],
    );
    if (keys.length > 1 && surname.length > 0 && !isGiven(keys[0] ?? '')) return this.#latest(longest(surname), order);
    // `دونالد ترامب اقترف`: what only goes on to the right of a known name has run past it.
    if (keys.length > 2) {
      const shorter = this.#known.get(keys.slice(0, -1).join(' '));
      if (shorter !== undefined && shorter.keys.length > 1 && shorter.count >= (own?.count ?? 0)) return shorter;
    }
    if (keys.length === 1) {
      const first = same.filter((one) => one.kind === 'name' && one.keys.length > 1 && one.keys[0] === last);
      if (first.length > 0) return this.#latest(first, order);
    }
    return own;
  }

  /** The fullest name of a body: `المرصد` → `المرصد السوري لحقوق الإنسان`. */
  body(keys: readonly string[], order: number): Known | null {
    const own = this.#known.get(keys.join(' ')) ?? null;
    const nouns = keys.map(bare);
    const same = (this.#byWord.get(nouns[0] ?? '') ?? []).filter(
      (one) => one.kind === 'body' && one.keys.length > keys.length,
    );
    const longer = same.filter((one) => {
      const theirs = one.keys.map(bare);
      return (
        startsWith(theirs, nouns) ||
        endsWith(theirs, nouns) ||
        (theirs[0] === 'وزاره' && startsWith(theirs.slice(1), nouns))
      );
    });
    const best = longer.length === 0 ? own : (this.#latest(longer, order) ?? own);
    // `المرصد` → `المرصد السوري` → `المرصد السوري لحقوق الإنسان`.
    return best !== null && best.keys.length > keys.length ? this.body(best.keys, order) : best;
  }

  /** The last person before a place in the story whose title has all these words; null when none. */
  titled(title: readonly string[], order: number): Known | null {
    const stems = title.map(stem);
    const found = [...this.#known.values()].filter(
      (one) => one.kind === 'name' && stems.every((word) => one.title.has(word)),
    );
    const best = this.#latest(found, order);
    return best === null || this.#lastBefore(best, order) < 0 ? null : best;
  }
}

const opensGivenName = (items: readonly Item[], at: number): boolean =>
  isNameWord(items, at) && isNameWord(items, at + 1) && isGiven(items[at]?.key ?? '');

const longest = (found: readonly Known[]): readonly Known[] => {
  const most = Math.max(...found.map((one) => one.keys.length));
  return most > 2 ? found.filter((one) => one.keys.length === most || one.count > 1) : found;
};
const endsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((key, at) => whole[whole.length - part.length + at] === key);
const startsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((key, at) => whole[at] === key);

/** The folded words of items; signs and marked labels left out. */
export function wordsOf(items: readonly Item[], from: number, to: number): readonly string[] {
  return items.slice(from, to).flatMap((item) => (item.kind === 'word' ? [item.key] : []));
}

/** The gender that a title or a body takes in grammar, by its ending. */
export const genderOf = (key: string): Gender =>
  isFemalePlace(key) || (/(?:ه|ات)$/u.test(key) && !/خليفه$/u.test(key)) ? 'female' : 'male';
