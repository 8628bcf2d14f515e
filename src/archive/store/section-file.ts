// An index is one run of bytes: named sections, then a table of where each lies. A file of it replaces the old one at once,
// and is read whole or not at all.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { ByteSource } from './byte-source.ts';
import { GrowingBytes } from './growing-bytes.ts';

/** Raised whenever older bytes can no longer be read as they were meant. */
const FORM = 'warraq archive 3';
/** Last in the bytes: where the table begins, its length, its checksum, and four bytes of nothing. */
const FOOTER = 16;
/** Typed arrays are read where they lie, so that each section begins at a multiple of this. */
const ALIGNMENT = 8;

const tableSchema = z.object({
  form: z.literal(FORM),
  sections: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

/** Takes the bytes of an index one after another. */
export interface ByteSink {
  write(bytes: Uint8Array): void;
}

export interface SectionWriter {
  /** Begins a section; what is written until the next one is its bytes. */
  section(name: string): void;
  write(bytes: Uint8Array): void;
  numbers(name: string, numbers: Uint32Array | Float64Array): void;
  text(name: string, text: string): void;
  /** Nothing may be written after it. */
  finish(): void;
}

export function sectionWriter(sink: ByteSink): SectionWriter {
  const sections: Record<string, [number, number]> = {};
  let at = 0;
  let name: string | null = null;
  let begun = 0;
  const write = (bytes: Uint8Array): void => {
    sink.write(bytes);
    at += bytes.length;
  };
  const end = (): void => {
    if (name !== null) sections[name] = [begun, at];
    name = null;
    write(new Uint8Array((ALIGNMENT - (at % ALIGNMENT)) % ALIGNMENT));
  };
  const section = (next: string): void => {
    end();
    name = next;
    begun = at;
  };
  return {
    section,
    write,
    numbers(own, numbers) {
      section(own);
      write(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    },
    text(own, text) {
      section(own);
      write(new TextEncoder().encode(text));
    },
    finish() {
      end();
      const table = new TextEncoder().encode(JSON.stringify({ form: FORM, sections }));
      const footer = new DataView(new ArrayBuffer(FOOTER));
      footer.setFloat64(0, at);
      footer.setUint32(8, table.length);
      footer.setUint32(12, crc32(table));
      write(table);
      write(new Uint8Array(footer.buffer));
    },
  };
}

/** Bytes in memory. */
export class MemorySink implements ByteSink {
  readonly #bytes = new GrowingBytes();
  write(bytes: Uint8Array): void {
    this.#bytes.append(bytes);
  }
  taken(): Uint8Array {
    return this.#bytes.written().slice();
  }
}

const flushAt = 1 << 20;

/** Writes beside a file and takes its place when `fill` is done; whoever reads meanwhile has the old one whole. */
export function replaceFile(file: string, fill: (sink: ByteSink) => void): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.new`;
  const opened = openSync(unfinished, 'w');
  const waiting = new GrowingBytes();
  const flush = (): void => {
    const bytes = waiting.written();
    for (let done = 0; done < bytes.length; ) done += writeSync(opened, bytes, done);
    waiting.empty();
  };
  try {
    fill({
      write(bytes) {
        waiting.append(bytes);
        if (waiting.length >= flushAt) flush();
      },
    });
    flush();
    fsyncSync(opened);
    renameSync(unfinished, file);
  } finally {
    closeSync(opened);
    rmSync(unfinished, { force: true });
  }
}

export class Sections {
  readonly #source: ByteSource;
  readonly #places: Readonly<Record<string, readonly [number, number]>>;

  private constructor(source: ByteSource, places: Readonly<Record<string, readonly [number, number]>>) {
    this.#source = source;
    this.#places = places;
  }

  /** Null when the bytes are cut off, damaged or of another form. */
  static of(source: ByteSource): Sections | null {
    try {
      const footer = source.read(source.length - FOOTER, source.length).slice();
      const view = new DataView(footer.buffer);
      const [from, length] = [view.getFloat64(0), view.getUint32(8)];
      if (from + length + FOOTER !== source.length) return null;
      const table = source.read(from, from + length);
      if (crc32(table) !== view.getUint32(12)) return null;
      const known = tableSchema.safeParse(JSON.parse(new TextDecoder().decode(table)));
      return known.success ? new Sections(source, known.data.sections) : null;
    } catch {
      return null;
    }
  }

  /** The bytes of a section, or of a part of it, good until the next read of whatever section. */
  bytes(name: string, from = 0, to?: number): Uint8Array {
    const [start, end] = this.#place(name);
    return this.#source.read(start + from, to === undefined ? end : start + to);
  }

  uint32s(name: string): Uint32Array {
    return new Uint32Array(this.bytes(name).slice().buffer);
  }

  float64s(name: string): Float64Array {
    return new Float64Array(this.bytes(name).slice().buffer);
  }

  text(name: string): string {
    return new TextDecoder().decode(this.bytes(name));
  }

  /** A reader of one section's parts that looks its place up once. */
  part(name: string): (from: number, to: number) => Uint8Array {
    const [start] = this.#place(name);
    return (from, to) => this.#source.read(start + from, start + to);
  }

  close(): void {
    this.#source.close();
  }

  #place(name: string): readonly [number, number] {
    const place = this.#places[name];
    if (place === undefined) throw new Error(`the index has no section ${name}`);
    return place;
  }
}
