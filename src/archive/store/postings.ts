// The documents of every stem, in order: made from the words of all documents in as many
// passes as memory wants, and read a stem at a time.
import { GrowingBytes } from './growing-bytes.ts';
import type { SectionWriter } from './section-file.ts';

/** Calls `each` for every document in order with its words; `words` is good until the next call. */
export type EachDocument = (each: (doc: number, words: Uint32Array) => void) => void;

/** Postings in memory at once, of eight bytes each. */
const MOST_AT_ONCE = 24_000_000;

/** Calls `each` with every stem of a document once and how often it stands there. */
export class StemCounter {
  readonly #stemOfWord: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(stemOfWord: Uint32Array, stems: number) {
    this.#stemOfWord = stemOfWord;
    this.#counts = new Uint32Array(stems);
  }

  of(words: Uint32Array, each: (stem: number, count: number) => void): void {
    const counts = this.#counts;
    for (let at = 0; at < words.length; at += 1) {
      const stem = this.#stemOfWord[words[at] as number] as number;
      counts[stem] = (counts[stem] as number) + 1;
    }
    for (let at = 0; at < words.length; at += 1) {
      const stem = this.#stemOfWord[words[at] as number] as number;
      const count = counts[stem] as number;
      if (count === 0) continue;
      counts[stem] = 0;
      each(stem, count);
    }
  }
}

/** `holding`: in how many documents each stem stands. Writes the sections `postings` and `posting-ends`. */
export function writePostings(
  writer: SectionWriter,
  eachDocument: EachDocument,
  counter: StemCounter,
  holding: Uint32Array,
): void {
  const ends = new Float64Array(holding.length);
  const bytes = new GrowingBytes();
  let written = 0;
  writer.section('postings');
  for (let first = 0; first < holding.length; ) {
    const { last, total } = rangeFrom(first, holding);
    const starts = new Uint32Array(last - first + 1);
    for (let stem = first; stem < last; stem += 1)
      starts[stem - first + 1] = (starts[stem - first] ?? 0) + (holding[stem] ?? 0);
    const next = starts.slice();
    const docs = new Uint32Array(total);
    const counts = new Uint32Array(total);
    eachDocument((doc, words) => {
      counter.of(words, (stem, count) => {
        if (stem < first || stem >= last) return;
        const place = next[stem - first] as number;
        next[stem - first] = place + 1;
        docs[place] = doc;
        counts[place] = count;
      });
    });
    for (let stem = first; stem < last; stem += 1) {
      let before = -1;
      for (let at = starts[stem - first] ?? 0; at < (starts[stem - first + 1] ?? 0); at += 1) {
        const doc = docs[at] as number;
        writePosting(bytes, doc - before - 1, counts[at] as number);
        before = doc;
      }
      written += bytes.length;
      writer.write(bytes.written());
      bytes.empty();
      ends[stem] = written;
    }
    first = last;
  }
  writer.numbers('posting-ends', ends);
}

/** The gap in one number with whether the stem stands there more than once: most stand once, and cost nothing more. */
function writePosting(bytes: GrowingBytes, gap: number, count: number): void {
  bytes.number(gap * 2 + (count > 1 ? 1 : 0));
  if (count > 1) bytes.number(count);
}

function rangeFrom(first: number, holding: Uint32Array): { last: number; total: number } {
  let total = 0;
  let last = first;
  while (last < holding.length && (last === first || total + (holding[last] ?? 0) <= MOST_AT_ONCE)) {
    total += holding[last] ?? 0;
    last += 1;
  }
  return { last, total };
}

/** The documents of one stem, in order, and how often it stands in each: the first `length` places of both. */
export class Postings {
  docs = new Uint32Array(1024);
  counts = new Uint32Array(1024);
  length = 0;

  /** `bytes`: of one stem, which stands in `holding` documents. */
  take(bytes: Uint8Array, holding: number): void {
    if (holding > this.docs.length) {
      this.docs = new Uint32Array(holding * 2);
      this.counts = new Uint32Array(holding * 2);
    }
    const { docs, counts } = this;
    let at = 0;
    let doc = -1;
    for (let place = 0; place < holding; place += 1) {
      let byte = bytes[at] as number;
      at += 1;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at] as number;
        at += 1;
        value |= (byte & 127) << shift;
      }
      doc += (value >>> 1) + 1;
      docs[place] = doc;
      let count = 1;
      if ((value & 1) === 1) {
        byte = bytes[at] as number;
        at += 1;
        count = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at] as number;
          at += 1;
          count |= (byte & 127) << shift;
        }
      }
      counts[place] = count;
    }
    this.length = holding;
  }
}

/** Reads whole numbers as `GrowingBytes` writes them, all of `bytes`, into `numbers`; how many there were. */
export function readNumbers(bytes: Uint8Array, numbers: Uint32Array): number {
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    if (byte > 127) {
      shift += 7;
      continue;
    }
    numbers[count] = value >>> 0;
    count += 1;
    value = 0;
    shift = 0;
  }
  return count;
}
