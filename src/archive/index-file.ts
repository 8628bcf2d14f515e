// Keeps an index in one file, and reads it back whole or not at all. The file is derived: it may be deleted at any time.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ArchiveIndex } from './index-build.ts';

/** Raised whenever an older file can no longer be read as it was meant. */
const FORM = 'warraq archive 1';

/** Replaces the file at once: whoever reads meanwhile has the old one whole. */
export function writeIndex(file: string, index: ArchiveIndex): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.new`;
  try {
    writeFileSync(unfinished, serialize({ form: FORM, index }));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Null when there is none, or one that is cut off, damaged or of another form: it is then to be built anew. */
export function readIndex(file: string): ArchiveIndex | null {
  try {
    const kept = deserialize(readFileSync(file)) as { form?: unknown; index: ArchiveIndex } | null;
    return kept?.form === FORM ? kept.index : null;
  } catch {
    return null;
  }
}
