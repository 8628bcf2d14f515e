// An index that is open for reading: what is asked of every document lies in memory, its words and the documents of each stem
// are read when they are wanted.
import type { StoryId } from '../story/ids.ts';
import type { ByteSource } from './store/byte-source.ts';
import { inverted, type Lists, listOf } from './store/lists.ts';
import { Postings, readNumbers } from './store/postings.ts';
import { Sections } from './store/section-file.ts';
import { Terms } from './store/terms.ts';

export class ArchiveIndex {
  /** The event of the outbox up to which it is whole. */
  readonly position: number;
  readonly documents: number;
  readonly words: Terms;
  readonly stems: Terms;
  readonly grams: Terms;
  readonly roots: Terms;
  /** Tokens of each word in the collection. */
  readonly wordCounts: Uint32Array;
  readonly stemOfWord: Uint32Array;
  readonly rootOfStem: Uint32Array;
  readonly documentsWithStem: Uint32Array;
  readonly documentsWithGram: Uint32Array;
  readonly documentsWithRoot: Uint32Array;
  readonly gramsOfWord: Lists;
  /** By document, rising. */
  readonly storyIds: Uint32Array;
  /** How many of a document's first words are its headline. */
  readonly headlineLengths: Uint32Array;
  /** How many words a document has. */
  readonly lengths: Uint32Array;
  readonly gramLengths: Uint32Array;
  /** All words of all documents. */
  readonly tokens: number;
  readonly gramTokens: number;
  /** Epoch milliseconds. */
  readonly published: Float64Array;
  readonly facetNames: readonly string[];
  /** Numbers of words in the order of their letters. */
  readonly #sortedWords: Uint32Array;
  readonly #facetNumbers: ReadonlyMap<string, number>;
  readonly #facetEnds: Uint32Array;
  readonly #facetItems: Uint32Array;
  readonly #postingEnds: Float64Array;
  readonly #forwardEnds: Float64Array;
  readonly #sections: Sections;
  readonly #postingBytes: (from: number, to: number) => Uint8Array;
  readonly #forwardBytes: (from: number, to: number) => Uint8Array;
  readonly #postings = new Postings();
  #forward = new Uint32Array(1024);
  #stemsOfRoot: Lists | null = null;

  private constructor(sections: Sections) {
    this.#sections = sections;
    this.position = Number(sections.text('position'));
    this.storyIds = sections.uint32s('story-ids');
    this.documents = this.storyIds.length;
    this.headlineLengths = sections.uint32s('headline-lengths');
    this.lengths = sections.uint32s('lengths');
    this.gramLengths = sections.uint32s('gram-lengths');
    this.tokens = sum(this.lengths);
    this.gramTokens = sum(this.gramLengths);
    this.published = sections.float64s('published');
    this.facetNames = JSON.parse(sections.text('facet-names')) as string[];
    this.#facetNumbers = new Map(this.facetNames.map((name, number) => [name, number]));
    this.#facetEnds = sections.uint32s('facet-ends');
    this.#facetItems = sections.uint32s('facet-items');
    this.words = new Terms(sections, 'words');
    this.#sortedWords = sections.uint32s('words.sorted');
    this.stems = new Terms(sections, 'stems');
    this.grams = new Terms(sections, 'grams');
    this.roots = new Terms(sections, 'roots');
    this.rootOfStem = sections.uint32s('root-of-stem');
    this.documentsWithRoot = sections.uint32s('documents-with-root');
    this.wordCounts = sections.uint32s('word-counts');
    this.stemOfWord = sections.uint32s('stem-of-word');
    this.documentsWithStem = sections.uint32s('documents-with-stem');
    this.documentsWithGram = sections.uint32s('documents-with-gram');
    this.gramsOfWord = {
      starts: sections.uint32s('grams-of-word.starts'),
      items: sections.uint32s('grams-of-word.items'),
    };
    this.#postingEnds = sections.float64s('posting-ends');
    this.#forwardEnds = sections.float64s('forward-ends');
    this.#postingBytes = sections.part('postings');
    this.#forwardBytes = sections.part('forward');
  }

  /** Null when the bytes are cut off, damaged or of another form: the index is then to be built anew. */
  static open(source: ByteSource): ArchiveIndex | null {
    const sections = Sections.of(source);
    return sections === null ? null : new ArchiveIndex(sections);
  }

  /** The documents of a stem; good until the next call. */
  postings(stem: number): Postings {
    const bytes = this.#postingBytes(this.#postingEnds[stem - 1] ?? 0, this.#postingEnds[stem] ?? 0);
    this.#postings.take(bytes, this.documentsWithStem[stem] ?? 0);
    return this.#postings;
  }

  /** The words of a document in reading order, its headline first; good until the next call. */
  forward(doc: number): Uint32Array {
    const length = this.lengths[doc] ?? 0;
    if (length > this.#forward.length) this.#forward = new Uint32Array(length * 2);
    const bytes = this.#forwardBytes(this.#forwardEnds[doc - 1] ?? 0, this.#forwardEnds[doc] ?? 0);
    return this.#forward.subarray(0, readNumbers(bytes, this.#forward));
  }

  /** Up to `most` words in their matching form that begin with some letters, those that stand most often first. */
  wordsStartingWith(letters: string, most: number): { readonly word: string; readonly count: number }[] {
    const best: { number: number; count: number }[] = [];
    const end = this.#firstFrom(`${letters}\u{ffff}`);
    for (let at = this.#firstFrom(letters); at < end; at += 1) {
      const number = this.#sortedWords[at] as number;
      const count = this.wordCounts[number] as number;
      if (best.length === most && count <= (best[most - 1]?.count ?? 0)) continue;
      best.push({ number, count });
      best.sort((a, b) => b.count - a.count);
      best.length = Math.min(best.length, most);
    }
    return best.map(({ number, count }) => ({ word: this.words.name(number), count }));
  }

  /** The place of the first word that does not come before some letters. */
  #firstFrom(letters: string): number {
    let [low, high] = [0, this.#sortedWords.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words.name(this.#sortedWords[middle] as number) < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  facetsOf(doc: number): Uint32Array {
    return this.#facetItems.subarray(this.#facetEnds[doc - 1] ?? 0, this.#facetEnds[doc] ?? 0);
  }

  /** The stems that have a root. */
  stemsOfRoot(root: number): Uint32Array {
    this.#stemsOfRoot ??= inverted(this.rootOfStem, this.roots.count);
    return listOf(this.#stemsOfRoot, root);
  }

  /** -1 when no document has it. */
  facetNumber(name: string): number {
    return this.#facetNumbers.get(name) ?? -1;
  }

  /** -1 when the index does not hold the story. */
  documentOf(story: StoryId): number {
    let [low, high] = [0, this.documents - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const id = this.storyIds[middle] as number;
      if (id === story) return middle;
      if (id < story) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  close(): void {
    this.#sections.close();
  }
}

const sum = (numbers: Uint32Array): number => numbers.reduce((all, number) => all + number, 0);
