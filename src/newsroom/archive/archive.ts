// The archive of what readers may see, kept beside the records and made from them.
import { join } from 'node:path';
import type { ArchiveDocument } from '../../archive/document.ts';
import { type ArchiveIndex, IndexBuilder } from '../../archive/index-build.ts';
import { readIndex, writeIndex } from '../../archive/index-file.ts';
import { SearchIndex } from '../../archive/search-index.ts';
import { lastEventId } from '../../records/outbox.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { siteView } from '../reading/view.ts';
import { allDocuments, countOfDocuments, type StoryDocument } from './documents.ts';

const fileIn = (data: string): string => join(data, 'archive', 'index');

/** Builds the index anew from the records and puts it in the old one's place. `onProgress` is told of stories done, of all. */
export async function reindex(
  newsroom: Newsroom,
  actor: Actor,
  data: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ArchiveIndex> {
  const db = await siteView(newsroom, actor);
  // What happens while it is built is after this event, so that the index is then known to be behind.
  const position = await lastEventId(db);
  const total = await countOfDocuments(db);
  const builder = new IndexBuilder();
  for await (const documents of allDocuments(newsroom, db)) {
    for (const document of documents) builder.add(indexed(document));
    onProgress(builder.documents, total);
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
  onProgress?: (done: number, total: number) => void,
): Promise<SearchIndex> {
  const db = await siteView(newsroom, actor);
  const kept = readIndex(fileIn(data));
  const isWhole = kept !== null && kept.position === (await lastEventId(db));
  return new SearchIndex(isWhole ? kept : await reindex(newsroom, actor, data, onProgress));
}

/** The form that the index takes today: a headline, and all else as one text. */
function indexed({ id, headline, kicker, standfirst, body, captions, names }: StoryDocument): ArchiveDocument {
  // Many stories repeat their standfirst as their first paragraph, and some a headline that was made of it.
  const lead = body.startsWith(standfirst.slice(0, 60)) ? '' : standfirst;
  const made = headline.replace(/…$/u, '');
  const text = [kicker, lead, body, captions, names].filter((part) => part !== '').join('\n');
  return { id, headline: body.startsWith(made) ? '' : headline, text };
}
