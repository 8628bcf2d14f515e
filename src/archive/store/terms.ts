// The distinct words (or stems, or letter grams) of an index by number, and the number of each: millions in little memory,
// as UTF-8 beside a hash table, where a `Map` of strings would take ten times as much.
import { Growing } from '../growing.ts';
import { GrowingBytes } from './growing-bytes.ts';
import type { Sections, SectionWriter } from './section-file.ts';

/**
 * Numbers names in the order in which they are met. Looked up by their letters in a larger text, since to cut out each of the
 * millions of words of a collection takes longer than to number it.
 */
export class Names {
  readonly list: string[] = [];
  #slots = new Uint32Array(1 << 12);
  #hashes = new Uint32Array(1 << 11);

  /** Of a name, or of the part of a text from `start` to before `end`. */
  numberOf(text: string, start = 0, end = text.length): number {
    const hash = hashOfLetters(text, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (this.#hashes[number] === hash && this.#is(number, text, start, end)) return number;
    }
    const number = this.list.push(text.slice(start, end)) - 1;
    this.#slots[slot] = number + 1;
    this.#hashes[number] = hash;
    if (this.list.length === this.#hashes.length) this.#grow();
    return number;
  }

  find(name: string): number | undefined {
    const hash = hashOfLetters(name, 0, name.length);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (this.#hashes[number] === hash && this.list[number] === name) return number;
    }
    return undefined;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const name = this.list[number] as string;
    if (name.length !== end - start) return false;
    for (let at = 0; at < name.length; at += 1) {
      if (name.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
    }
    return true;
  }

  #grow(): void {
    const hashes = new Uint32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.list.length; number += 1) {
      let slot = (hashes[number] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function hashOfLetters(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

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

/** Lists in order of their numbers: list `n` of `items` is from `starts[n]` to before `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

export function listsOf<T>(all: readonly T[], itemsOf: (one: T) => readonly number[]): Lists {
  const starts = new Uint32Array(all.length + 1);
  const items = new Growing();
  for (const [at, one] of all.entries()) {
    for (const item of itemsOf(one)) items.push(item);
    starts[at + 1] = items.length;
  }
  return { starts, items: items.taken() };
}

export const sizeOf = ({ starts }: Lists, list: number): number => (starts[list + 1] ?? 0) - (starts[list] ?? 0);
export const listOf = ({ starts, items }: Lists, list: number): Uint32Array =>
  items.subarray(starts[list], starts[list + 1]);

/** Which of many things have each of `count` numbers, when each has one. */
export function inverted(numbers: Uint32Array, count: number): Lists {
  const starts = new Uint32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const next = starts.slice();
  const items = new Uint32Array(numbers.length);
  for (const [thing, number] of numbers.entries()) {
    items[next[number] as number] = thing;
    next[number] = (next[number] as number) + 1;
  }
  return { starts, items };
}
