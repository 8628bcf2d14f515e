// Builds the index of some stories. Every text becomes numbers of words once, and all that depends on how often words
// stand in the collection (stems, letter grams) is worked out for each distinct word, never for each token.
import { grams } from '../arabic/grams.ts';
import { matchKey } from '../arabic/normal-form.ts';
import { segment } from '../arabic/segment.ts';
import { skeleton } from '../arabic/skeleton.ts';
import { type ArchiveDocument, eachWord } from './document.ts';
import { Growing } from './growing.ts';
import { GrowingBytes } from './store/growing-bytes.ts';
import { listsOf } from './store/lists.ts';
import { Names } from './store/names.ts';
import { type EachDocument, readNumbers, StemCounter, writePostings } from './store/postings.ts';
import { type ByteSink, type SectionWriter, sectionWriter } from './store/section-file.ts';
import { spreadOf } from './store/spread.ts';
import { writeTerms } from './store/terms.ts';

/** The words of documents are kept in pieces of about so many bytes, since no array holds those of millions. */
const PIECE = 1 << 24;
const nothing = new Uint8Array();

export class IndexBuilder {
  readonly #words = new Names();
  readonly #facets = new Names();
  readonly #storyIds = new Growing();
  readonly #headlineLengths = new Growing();
  readonly #lengths = new Growing();
  readonly #published: number[] = [];
  readonly #facetEnds = new Growing();
  readonly #facetItems = new Growing();
  readonly #pieces: Uint8Array[] = [];
  readonly #piece = new GrowingBytes();
  readonly #ends: number[] = [];
  readonly #knownStem: (word: string) => string | null;
  #bytes = 0;

  /** `knownStem`: of the words that another index holds beside which this one is to be searched; null for others. */
  constructor(knownStem: (word: string) => string | null = () => null) {
    this.#knownStem = knownStem;
  }

  get documents(): number {
    return this.#storyIds.length;
  }

  add(document: ArchiveDocument): void {
    const before = this.#piece.length;
    const headline = this.#addWords(document.headline);
    const text = this.#addWords(document.text);
    this.#bytes += this.#piece.length - before;
    this.#ends.push(this.#bytes);
    this.#storyIds.push(document.id);
    this.#headlineLengths.push(headline);
    this.#lengths.push(headline + text);
    this.#published.push(document.publishedAt);
    for (const facet of document.facets) this.#facetItems.push(this.#facets.numberOf(facet));
    this.#facetEnds.push(this.#facetItems.length);
    if (this.#piece.length >= PIECE) this.#cutPiece();
  }

  /** How many words the text has. */
  #addWords(text: string): number {
    const key = matchKey(text);
    let count = 0;
    eachWord(key, (start, end) => {
      this.#piece.number(this.#words.numberOf(key, start, end));
      count += 1;
    });
    return count;
  }

  /** Writes the index to `sink`. `position`: the event of the outbox up to which it is whole. Nothing can be added after. */
  writeTo(sink: ByteSink, position: number): void {
    this.#cutPiece();
    const writer = sectionWriter(sink);
    this.#writeColumns(writer, position);
    this.#writeForward(writer);
    this.#writeWords(writer);
    writer.finish();
  }

  #writeColumns(writer: SectionWriter, position: number): void {
    writer.text('position', JSON.stringify(position));
    writer.numbers('story-ids', this.#storyIds.taken());
    writer.numbers('headline-lengths', this.#headlineLengths.taken());
    writer.numbers('lengths', this.#lengths.taken());
    writer.numbers('published', Float64Array.from(this.#published));
    writer.text('facet-names', JSON.stringify(this.#facets.list));
    writer.numbers('facet-ends', this.#facetEnds.taken());
    writer.numbers('facet-items', this.#facetItems.taken());
  }

  #writeForward(writer: SectionWriter): void {
    writer.section('forward');
    for (const piece of this.#pieces) writer.write(piece);
    writer.numbers('forward-ends', Float64Array.from(this.#ends));
  }

  #writeWords(writer: SectionWriter): void {
    const words = this.#words.list;
    const counts = this.#wordCounts();
    const stems = new Names();
    const stemOf = this.#stemming(counts);
    const stemOfWord = Uint32Array.from(words, (word) => stems.numberOf(stemOf(word)));
    const roots = new Names();
    const rootOfStem = Uint32Array.from(stems.list, (stem) => roots.numberOf(skeleton(stem)));
    const gramNames = new Names();
    const gramsOfWord = listsOf(words, (word) => grams(word).map((gram) => gramNames.numberOf(gram)));
    writeTerms(writer, 'words', words);
    writer.numbers('words.sorted', alphabetical(words));
    writer.numbers('word-counts', counts);
    writer.numbers('stem-of-word', stemOfWord);
    writeTerms(writer, 'stems', stems.list);
    writer.numbers('root-of-stem', rootOfStem);
    writeTerms(writer, 'roots', roots.list);
    writeTerms(writer, 'grams', gramNames.list);
    writer.numbers('grams-of-word.starts', gramsOfWord.starts);
    writer.numbers('grams-of-word.items', gramsOfWord.items);
    const spread = spreadOf(this.#eachDocument, this.documents, {
      stemOfWord,
      rootOfStem,
      gramsOfWord,
      stems: stems.list.length,
      roots: roots.list.length,
      grams: gramNames.list.length,
    });
    writer.numbers('documents-with-stem', spread.withStem);
    writer.numbers('documents-with-root', spread.withRoot);
    writer.numbers('documents-with-gram', spread.withGram);
    writer.numbers('gram-lengths', spread.gramLengths);
    writePostings(writer, this.#eachDocument, new StemCounter(stemOfWord, stems.list.length), spread.withStem);
  }

  /** The stem of each word by the collection's own counts, unless another collection's stems are to be kept to. */
  #stemming(counts: Uint32Array): (word: string) => string {
    const vocabulary = {
      count: (word: string): number => counts[this.#words.find(word) ?? -1] ?? 0,
      total: counts.reduce((sum, count) => sum + count, 0),
    };
    return (word) => this.#knownStem(word) ?? segment(word, vocabulary);
  }

  #wordCounts(): Uint32Array {
    const counts = new Uint32Array(this.#words.list.length);
    this.#eachDocument((_, words) => {
      for (let at = 0; at < words.length; at += 1)
        counts[words[at] as number] = (counts[words[at] as number] as number) + 1;
    });
    return counts;
  }

  readonly #eachDocument: EachDocument = (each) => {
    let words = new Uint32Array(1024);
    let pieceStart = 0;
    let piece = 0;
    let from = 0;
    for (let doc = 0; doc < this.#ends.length; doc += 1) {
      const to = this.#ends[doc] as number;
      while (from - pieceStart >= (this.#pieces[piece]?.length ?? Number.POSITIVE_INFINITY)) {
        pieceStart += this.#pieces[piece]?.length ?? 0;
        piece += 1;
      }
      if (to - from > words.length) words = new Uint32Array((to - from) * 2);
      const bytes = (this.#pieces[piece] ?? nothing).subarray(from - pieceStart, to - pieceStart);
      each(doc, words.subarray(0, readNumbers(bytes, words)));
      from = to;
    }
  };

  #cutPiece(): void {
    this.#pieces.push(this.#piece.written().slice());
    this.#piece.empty();
  }
}

/** The numbers of some words in the order of their letters. */
function alphabetical(words: readonly string[]): Uint32Array {
  const before = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return Uint32Array.from(words, (_, number) => number).sort((a, b) => before(words[a] as string, words[b] as string));
}
