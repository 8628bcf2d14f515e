// Keeps an index in one file, and opens it whole or not at all. The file is derived: it may be deleted at any time.
import { ArchiveIndex } from './archive-index.ts';
import type { ArchiveDocument } from './document.ts';
import { IndexBuilder } from './index-build.ts';
import { fileBytes, memoryBytes } from './store/byte-source.ts';
import { MemorySink, replaceFile } from './store/section-file.ts';

/** Replaces the file at once: whoever has the old one open keeps it whole. */
export function writeIndex(file: string, builder: IndexBuilder, position: number): void {
  replaceFile(file, (sink) => builder.writeTo(sink, position));
}

/** Null when there is none, or one that is cut off, damaged or of another form: it is then to be built anew. */
export function readIndex(file: string): ArchiveIndex | null {
  try {
    const source = fileBytes(file);
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
