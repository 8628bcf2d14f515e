// The distinct words (or stems, or letter grams) of an index by number, and the number of each: millions in little memory,
// as UTF-8 beside a hash table, where a `Map` of strings would take ten times as much.
import { GrowingBytes } from './growing-bytes.ts';
import type { Sections, SectionWriter } from './section-file.ts';

/** A name that could be told from others by its first bytes alone is not cut: names are at most so many bytes. */
const longestName = 1_024;
/** Slots for each name: the fuller the table, the longer the walk from a taken slot to a free one. */
const SPACE = 2;

export function writeTerms(writer: SectionWriter, section: string, names: readonly string[]): void {
  const text = new GrowingBytes();
  const starts = new Uint32Array(names.length + 1);
  const slots = new Uint32Array(powerOfTwoFrom(names.length * SPACE));
  const encoder = new TextEncoder();
  for (const [at, name] of names.entries()) {
    const bytes = encoder.encode(name);
    text.append(bytes);
    starts[at + 1] = text.length;
    let slot = hashOf(bytes, bytes.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = at + 1;
  }
  writer.section(`${section}.text`);
  writer.write(text.written());
  writer.numbers(`${section}.starts`, starts);
  writer.numbers(`${section}.slots`, slots);
}

export class Terms {
  readonly count: number;
  readonly #text: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  readonly #scratch = new Uint8Array(longestName);

  constructor(sections: Sections, section: string) {
    this.#text = sections.bytes(`${section}.text`).slice();
    this.#starts = sections.uint32s(`${section}.starts`);
    this.#slots = sections.uint32s(`${section}.slots`);
    this.count = this.#starts.length - 1;
  }

  /** -1 when it is not there. */
  find(name: string): number {
    const { written, read } = this.#encoder.encodeInto(name, this.#scratch);
    if (read < name.length) return -1;
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(this.#scratch, written) & mask; ; slot = (slot + 1) & mask) {
      const term = (this.#slots[slot] ?? 0) - 1;
      if (term < 0 || this.#is(term, written)) return term;
    }
  }

  name(term: number): string {
    return this.#decoder.decode(this.#text.subarray(this.#starts[term], this.#starts[term + 1]));
  }

  #is(term: number, length: number): boolean {
    const start = this.#starts[term] ?? 0;
    if ((this.#starts[term + 1] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (this.#text[start + at] !== this.#scratch[at]) return false;
    return true;
  }
}

/** FNV-1a, its high bits folded in, since Arabic's bytes vary in their low ones. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function powerOfTwoFrom(least: number): number {
  let size = 2;
  while (size < least) size *= 2;
  return size;
}
