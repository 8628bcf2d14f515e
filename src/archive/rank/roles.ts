// What each word of an index is to a query: which of its concepts the word is a form of, which of its letter grams it has.
// Worked out once for each distinct word that is met, since the same words stand in all candidates.
import type { ArchiveIndex } from '../archive-index.ts';
import type { Concept } from './concepts.ts';

export interface Role {
  /** Place of the concept; -1 for none. */
  readonly concept: number;
  /** How well the word stands for it. */
  readonly share: number;
  /** Place of the root that it shares with a concept; -1 for none. */
  readonly root: number;
  /** Places of the query's letter grams that it has, with repeats. */
  readonly grams: readonly number[];
}

/** Numbers in the table of words: not met yet, and none of the query's. */
const UNMET = 0;
const NONE = 1;

/** Reused from query to query, since it has a place for every word of the index. */
export class Roles {
  readonly #index: ArchiveIndex;
  readonly #table: Uint32Array;
  readonly #met: number[] = [];
  readonly #roles: (Role | null)[] = [null, null];
  #stands: readonly Pick<Role, 'concept' | 'share'>[] = [];
  readonly #stems: Places;
  readonly #roots: Places;
  readonly #grams: Places;

  constructor(index: ArchiveIndex) {
    this.#index = index;
    this.#table = new Uint32Array(index.words.count);
    this.#stems = new Places(index.stems.count);
    this.#roots = new Places(index.roots.count);
    this.#grams = new Places(index.grams.count);
  }

  /** Forgets the query before. `roots` and `grams`: those of the query, each at its place. */
  take(concepts: readonly Concept[], roots: readonly string[], grams: readonly string[]): void {
    const { stems } = this.#index;
    for (const word of this.#met) this.#table[word] = UNMET;
    this.#met.length = 0;
    this.#roles.length = 2;
    // A stem that stands for several concepts stands for the one that it stands for best.
    const stands = concepts
      .flatMap((concept, place) =>
        concept.stands.map(({ stem, share }) => ({ concept: place, share, stem: stems.find(stem) })),
      )
      .sort((a, b) => a.share - b.share);
    this.#stands = stands;
    this.#stems.take(stands.map((stand) => stand.stem));
    this.#roots.take(roots.map((root) => this.#index.roots.find(root)));
    this.#grams.take(grams.map((gram) => this.#index.grams.find(gram)));
  }

  /** Null for a word that has nothing of the query. */
  of(word: number): Role | null {
    const known = this.#table[word] as number;
    if (known !== UNMET) return this.#roles[known] as Role | null;
    const role = this.#roleOf(word);
    this.#met.push(word);
    this.#table[word] = role === null ? NONE : this.#roles.push(role) - 1;
    return role;
  }

  #roleOf(word: number): Role | null {
    const { stemOfWord, rootOfStem, gramsOfWord } = this.#index;
    const stem = stemOfWord[word] as number;
    const own = this.#stands[this.#stems.of(stem)];
    const root = this.#roots.of(rootOfStem[stem] as number);
    let grams = noGrams;
    const end = gramsOfWord.starts[word + 1] as number;
    for (let at = gramsOfWord.starts[word] as number; at < end; at += 1) {
      const place = this.#grams.of(gramsOfWord.items[at] as number);
      if (place < 0) continue;
      if (grams === noGrams) grams = [];
      grams.push(place);
    }
    if (own === undefined && root < 0 && grams === noGrams) return null;
    return { concept: own?.concept ?? -1, share: own?.share ?? 0, root, grams };
  }
}

const noGrams: number[] = [];

/** At which place of a short list each of very many numbers stands. */
class Places {
  readonly #places: Int16Array;
  #taken: readonly number[] = [];

  constructor(numbers: number) {
    this.#places = new Int16Array(numbers).fill(-1);
  }

  /** Numbers below zero are in no place; of a number that is there twice the later place counts. */
  take(numbers: readonly number[]): void {
    for (const number of this.#taken) this.#places[number] = -1;
    this.#taken = numbers.filter((number) => number >= 0);
    for (const [place, number] of numbers.entries()) if (number >= 0) this.#places[number] = place;
  }

  /** -1 when it is in none. */
  of(number: number): number {
    return this.#places[number] as number;
  }
}
