// Builds the search index of a whole collection: every text becomes numbers of words once, and all that depends on how
// often words stand in the collection (stems, letter grams) is worked out for each distinct word, never for each token.
import { grams } from '../arabic/grams.ts';
import { segment } from '../arabic/segment.ts';
import { type ArchiveDocument, wordsOf } from './document.ts';
import { Growing } from './growing.ts';

/** Lists in order of their numbers: list `n` of `items` is from `starts[n]` to before `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

export interface ArchiveIndex {
  /** The event of the outbox up to which it is whole. */
  readonly position: number;
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly grams: readonly string[];
  readonly storyIds: Uint32Array;
  /** How many of a document's first words are its headline. */
  readonly headlineLengths: Uint32Array;
  /** The words of each document in reading order. */
  readonly forward: Lists;
  readonly stemOfWord: Uint32Array;
  /** Tokens of each word in the collection. */
  readonly wordCounts: Uint32Array;
  /** Documents of each stem, and beside them how often it stands there. */
  readonly postings: Lists;
  readonly frequencies: Uint32Array;
  readonly gramsOfWord: Lists;
  readonly wordsOfGram: Lists;
  readonly documentsWithGram: Uint32Array;
}

/** Numbers names in the order in which they are met. */
class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }
}

export class IndexBuilder {
  readonly #words = new Names();
  readonly #storyIds = new Growing();
  readonly #headlineLengths = new Growing();
  readonly #starts = new Growing();
  readonly #tokens = new Growing();

  get documents(): number {
    return this.#storyIds.length;
  }

  add(document: ArchiveDocument): void {
    this.#storyIds.push(document.id);
    this.#starts.push(this.#tokens.length);
    const headline = wordsOf(document.headline);
    this.#headlineLengths.push(headline.length);
    for (const word of headline) this.#tokens.push(this.#words.numberOf(word));
    for (const word of wordsOf(document.text)) this.#tokens.push(this.#words.numberOf(word));
  }

  finish(position: number): ArchiveIndex {
    this.#starts.push(this.#tokens.length);
    const forward: Lists = { starts: this.#starts.taken(), items: this.#tokens.taken() };
    const words = this.#words.list;
    const wordCounts = new Uint32Array(words.length);
    for (const word of forward.items) wordCounts[word] = (wordCounts[word] ?? 0) + 1;
    const count = (word: string): number => wordCounts[this.#words.find(word) ?? -1] ?? 0;
    const vocabulary = { count, total: forward.items.length };
    const stems = new Names();
    const stemOfWord = Uint32Array.from(words, (word) => stems.numberOf(segment(word, vocabulary)));
    const gramNames = new Names();
    const gramsOfWord = listsOf(words, (word) => grams(word).map((gram) => gramNames.numberOf(gram)));
    const { postings, frequencies } = postingsOf(forward, stemOfWord, stems.list.length);
    return {
      position,
      words,
      stems: stems.list,
      grams: gramNames.list,
      storyIds: this.#storyIds.taken(),
      headlineLengths: this.#headlineLengths.taken(),
      forward,
      stemOfWord,
      wordCounts,
      postings,
      frequencies,
      gramsOfWord,
      wordsOfGram: inverted(gramsOfWord, gramNames.list.length),
      documentsWithGram: spread(forward, gramsOfWord, gramNames.list.length),
    };
  }
}

function listsOf(names: readonly string[], itemsOf: (name: string) => readonly number[]): Lists {
  const starts = new Uint32Array(names.length + 1);
  const items = new Growing();
  for (const [at, name] of names.entries()) {
    for (const item of itemsOf(name)) items.push(item);
    starts[at + 1] = items.length;
  }
  return { starts, items: items.taken() };
}

/** Which lists hold each item. */
function inverted({ starts, items }: Lists, count: number): Lists {
  const ends = new Uint32Array(count + 1);
  for (const item of items) ends[item + 1] = (ends[item + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const next = ends.slice();
  const holders = new Uint32Array(items.length);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
      const item = items[at] ?? 0;
      holders[next[item] ?? 0] = list;
      next[item] = (next[item] ?? 0) + 1;
    }
  }
  return { starts: ends, items: holders };
}

/** Calls `each` with every stem of a document once, and how often it stands there. */
function eachStem(
  forward: Lists,
  stemOfWord: Uint32Array,
  stems: number,
  each: (doc: number, stem: number, count: number) => void,
): void {
  const counts = new Uint32Array(stems);
  for (let doc = 0; doc + 1 < forward.starts.length; doc += 1) {
    const tokens = forward.items.subarray(forward.starts[doc], forward.starts[doc + 1]);
    for (const word of tokens) {
      const stem = stemOfWord[word] ?? 0;
      counts[stem] = (counts[stem] ?? 0) + 1;
    }
    for (const word of tokens) {
      const stem = stemOfWord[word] ?? 0;
      const count = counts[stem] ?? 0;
      if (count === 0) continue;
      counts[stem] = 0;
      each(doc, stem, count);
    }
  }
}

function postingsOf(
  forward: Lists,
  stemOfWord: Uint32Array,
  stems: number,
): { postings: Lists; frequencies: Uint32Array } {
  const starts = new Uint32Array(stems + 1);
  eachStem(forward, stemOfWord, stems, (_, stem) => {
    starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
  });
  for (let stem = 1; stem <= stems; stem += 1) starts[stem] = (starts[stem] ?? 0) + (starts[stem - 1] ?? 0);
  const total = starts[stems] ?? 0;
  const items = new Uint32Array(total);
  const frequencies = new Uint32Array(total);
  const next = starts.slice();
  eachStem(forward, stemOfWord, stems, (doc, stem, count) => {
    const place = next[stem] ?? 0;
    items[place] = doc;
    frequencies[place] = count;
    next[stem] = place + 1;
  });
  return { postings: { starts, items }, frequencies };
}

/** In how many documents each gram stands. */
function spread(forward: Lists, gramsOfWord: Lists, grams: number): Uint32Array {
  const documents = new Uint32Array(grams);
  const seenIn = new Uint32Array(grams);
  for (let doc = 0; doc + 1 < forward.starts.length; doc += 1) {
    for (const word of forward.items.subarray(forward.starts[doc], forward.starts[doc + 1])) {
      for (let at = gramsOfWord.starts[word] ?? 0; at < (gramsOfWord.starts[word + 1] ?? 0); at += 1) {
        const gram = gramsOfWord.items[at] ?? 0;
        if (seenIn[gram] === doc + 1) continue;
        seenIn[gram] = doc + 1;
        documents[gram] = (documents[gram] ?? 0) + 1;
      }
    }
  }
  return documents;
}
