// The archive of what readers may see, kept beside the records and made from them.
import { join } from 'node:path';
import { type ArchiveIndex, IndexBuilder } from '../../archive/index-build.ts';
import { readIndex, writeIndex } from '../../archive/index-file.ts';
import { SearchIndex } from '../../archive/search-index.ts';
import { lastEventId } from '../../records/outbox.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { siteView } from '../reading/view.ts';
import { documentsAfter } from './documents.ts';

const fileIn = (data: string): string => join(data, 'archive', 'index');

/** Builds the index anew from the records and puts it in the old one's place. `onProgress` is told of stories done. */
export async function reindex(
  newsroom: Newsroom,
  actor: Actor,
  data: string,
  onProgress: (done: number) => void = () => undefined,
): Promise<ArchiveIndex> {
  const db = await siteView(newsroom, actor);
  // What happens while it is built is after this event, so that the index is then known to be behind.
  const position = await lastEventId(db);
  const builder = new IndexBuilder();
  for await (const document of documentsAfter(newsroom, db)) {
    builder.add(document);
    onProgress(builder.documents);
  }
  const index = builder.finish(position);
  writeIndex(fileIn(data), index);
  return index;
}

/** The archive, built anew first when there is none that can be read or when it is behind the records. */
export async function openArchive(
  newsroom: Newsroom,
  actor: Actor,
  data: string,
  onProgress?: (done: number) => void,
): Promise<SearchIndex> {
  const db = await siteView(newsroom, actor);
  const kept = readIndex(fileIn(data));
  const isWhole = kept !== null && kept.position === (await lastEventId(db));
  return new SearchIndex(isWhole ? kept : await reindex(newsroom, actor, data, onProgress));
}
