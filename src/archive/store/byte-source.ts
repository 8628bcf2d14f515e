// Where the bytes of an index lie: in a file that is read piece by piece, or in memory.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface ByteSource {
  readonly length: number;
  /** The bytes from `from` to before `to`, good until the next call. Throws `CutOff` when they are not all there. */
  read(from: number, to: number): Uint8Array;
  close(): void;
}

export class CutOff extends Error {
  override readonly name = 'CutOff';
}

export function memoryBytes(bytes: Uint8Array): ByteSource {
  return {
    length: bytes.length,
    read(from, to) {
      if (from < 0 || to < from || to > bytes.length) throw new CutOff(`no bytes from ${from} to ${to}`);
      return bytes.subarray(from, to);
    },
    close: () => undefined,
  };
}

/**
 * A file, open until it is closed: it may be replaced or taken away meanwhile. Its parts are left to the system's cache, so
 * that they do not count as the process's own memory. Throws what opening throws.
 */
export function fileBytes(file: string): ByteSource {
  const opened = openSync(file, 'r');
  let scratch = new Uint8Array(1 << 16);
  return {
    length: fstatSync(opened).size,
    read(from, to) {
      const wanted = to - from;
      if (wanted > scratch.length) scratch = new Uint8Array(wanted * 2);
      for (let had = 0; had < wanted; ) {
        const read = readSync(opened, scratch, had, wanted - had, from + had);
        if (read === 0) throw new CutOff(`no bytes from ${from + had} to ${to}`);
        had += read;
      }
      return scratch.subarray(0, wanted);
    },
    close: () => closeSync(opened),
  };
}
