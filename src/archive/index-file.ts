// Keeps an index in one file, and opens it whole or not at all. The file is derived: it may be deleted at any time.
import { readFileSync, statSync } from 'node:fs';
import { ArchiveIndex } from './archive-index.ts';
import type { ArchiveDocument } from './document.ts';
import { IndexBuilder } from './index-build.ts';
import { fileBytes, memoryBytes } from './store/byte-source.ts';
import { MemorySink, replaceFile } from './store/section-file.ts';

/** A file of up to so many bytes is kept in memory whole, which saves some hundred reads a query. */
const MOST_IN_MEMORY = 1 << 27;

/** Replaces the file at once: whoever has the old one open keeps it whole. */
export function writeIndex(file: string, builder: IndexBuilder, position: number): void {
  replaceFile(file, (sink) => builder.writeTo(sink, position));
}

/** Plain bytes: a part that is cut out of a `Buffer` is no copy. */
function wholeFile(file: string): Uint8Array {
  const { buffer, byteOffset, length } = readFileSync(file);
  return new Uint8Array(buffer, byteOffset, length);
}

/** Null when there is none, or one that is cut off, damaged or of another form: it is then to be built anew. */
export function readIndex(file: string): ArchiveIndex | null {
  try {
    const source = statSync(file).size <= MOST_IN_MEMORY ? memoryBytes(wholeFile(file)) : fileBytes(file);
    const index = ArchiveIndex.open(source);
    if (index === null) source.close();
    return index;
  } catch {
    return null;
  }
}

/** The index of some stories, in memory. */
export function indexInMemory(documents: Iterable<ArchiveDocument>, position = 0): ArchiveIndex {
  const builder = new IndexBuilder();
  for (const document of documents) builder.add(document);
  return builtInMemory(builder, position);
}

export function builtInMemory(builder: IndexBuilder, position = 0): ArchiveIndex {
  const sink = new MemorySink();
  builder.writeTo(sink, position);
  const index = ArchiveIndex.open(memoryBytes(sink.taken()));
  if (index === null) throw new Error('an index that was just built cannot be read');
  return index;
}
