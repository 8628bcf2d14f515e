// The archive of what readers may see, kept beside the records and made from them: built whole, opened, and kept abreast.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ArchiveIndex } from '../../archive/archive-index.ts';
import { type ArchiveDocument, wordsOf } from '../../archive/document.ts';
import { IndexBuilder } from '../../archive/index-build.ts';
import { readIndex, writeIndex } from '../../archive/index-file.ts';
import type { Model } from '../../archive/rank/alike.ts';
import { lastEventId } from '../../records/outbox.ts';
import type { StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { siteView } from '../reading/view.ts';
import { changesAfter } from './changes.ts';
import { allDocuments, countOfDocuments, documentsOf, type StoryDocument } from './documents.ts';
import { holderOf, takeHold } from './hold.ts';
import { LayeredArchive } from './layers.ts';

/** Told of stories done, of all. */
export type OnProgress = (done: number, total: number) => void;

export const archiveFolder = (data: string): string => join(data, 'archive');
const fileIn = (data: string): string => join(archiveFolder(data), 'index');

/** So many stories are built anew in a second: below, nobody has to weigh it. */
export const fewStories = 2_000;
/** Stories that change together in one step of catching up. */
const STEP = 200;

/** Another process is building; its number. */
export class ArchiveBusy extends Error {
  override readonly name = 'ArchiveBusy';
  readonly pid: number;
  constructor(pid: number) {
    super(`process ${pid} is building the archive`);
    this.pid = pid;
  }
}

/**
 * Builds the index anew from the records and puts it in the old one's place, which serves until then and stays whole when
 * this is killed half-way. Throws `ArchiveBusy` while another process does the same.
 */
export async function reindex(
  newsroom: Newsroom,
  actor: Actor,
  data: string,
  onProgress: OnProgress = () => undefined,
): Promise<ArchiveIndex> {
  const db = await siteView(newsroom, actor);
  const hold = takeHold(archiveFolder(data));
  if ('heldBy' in hold) throw new ArchiveBusy(hold.heldBy);
  try {
    clearRubbish(archiveFolder(data));
    // What happens while it is built is after this event: whoever opens the index catches up from here.
    const position = await lastEventId(db);
    const total = await countOfDocuments(db);
    const builder = new IndexBuilder();
    for await (const documents of allDocuments(newsroom, db)) {
      for (const document of documents) builder.add(indexed(document));
      onProgress(builder.documents, total);
    }
    writeIndex(fileIn(data), builder, position);
    const index = readIndex(fileIn(data));
    if (index === null) throw new Error('the archive that was just built cannot be read');
    return index;
  } finally {
    hold.release();
  }
}

/** Takes away what a killed process had begun to write. Only whoever holds the folder may. */
function clearRubbish(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^index\.\d+\.new$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** The index as it was last built, not caught up with; null when there is none that can be read. */
export function keptArchive(data: string): LayeredArchive | null {
  const kept = readIndex(fileIn(data));
  return kept === null ? null : new LayeredArchive(kept);
}

/** When the kept index was put in place, in epoch milliseconds with their fractions; 0 when there is none. */
export function keptSince(data: string): number {
  return statSync(fileIn(data), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

export type Abreast =
  /** It has all that was committed when it began. */
  | 'abreast'
  /** So much has changed that building it anew is the shorter way; it has none of that. */
  | 'too-far-behind';

/** Takes in what has happened since the archive's position. What is gone is no longer found; what is new is. */
export async function catchUp(newsroom: Newsroom, actor: Actor, archive: LayeredArchive): Promise<Abreast> {
  const db = await siteView(newsroom, actor);
  const most = Math.max(fewStories, archive.documents / 2);
  const changes = await changesAfter(db, archive.position, most);
  if (changes.isCut) return 'too-far-behind';
  if (changes.position === archive.position) return 'abreast';
  const ids = [...changes.storyIds];
  // The position moves with the last step: whatever goes wrong before is done again.
  for (let at = 0; at === 0 || at < ids.length; at += STEP) {
    const step = ids.slice(at, at + STEP);
    const documents = (await documentsOf(newsroom, db, step)).map(indexed);
    const shown = new Set<StoryId>(documents.map((document) => document.id));
    const position = at + STEP >= ids.length ? changes.position : archive.position;
    archive.apply({ documents, removed: step.filter((id) => !shown.has(id)), position });
  }
  return 'abreast';
}

/** Whether building it anew would pay: much stands beside the settled index, or more than in it. */
export function isDueForReindex(archive: LayeredArchive): boolean {
  return archive.changed > Math.min(fewStories, archive.documents);
}

/**
 * The archive, abreast of the records; built first when there is none, when too much has changed, or when it is small and
 * has doubled. Waits for another process that is building.
 */
export async function openArchive(
  newsroom: Newsroom,
  actor: Actor,
  data: string,
  onProgress?: OnProgress,
): Promise<LayeredArchive> {
  const kept = keptArchive(data);
  if (kept !== null && (await catchUp(newsroom, actor, kept)) === 'abreast') {
    const isSmall = kept.documents + kept.changed <= fewStories;
    if (!(isSmall && isDueForReindex(kept)) || holderOf(archiveFolder(data)) !== null) return kept;
  }
  for (;;) {
    try {
      const archive = new LayeredArchive(await reindex(newsroom, actor, data, onProgress));
      await catchUp(newsroom, actor, archive);
      return archive;
    } catch (error) {
      if (!(error instanceof ArchiveBusy)) throw error;
    }
    while (holderOf(archiveFolder(data)) !== null) await pause(100);
    const built = keptArchive(data);
    if (built !== null && (await catchUp(newsroom, actor, built)) === 'abreast') return built;
  }
}

/** The form that the index takes today: a headline, and all else as one text. */
export function indexed(story: StoryDocument): ArchiveDocument {
  const { id, headline, kicker, standfirst, body, captions, names, publishedAt, facets } = story;
  // Many stories repeat their standfirst as their first paragraph, and some a headline that was made of it.
  const lead = body.startsWith(standfirst.slice(0, 60)) ? '' : standfirst;
  const made = headline.replace(/…$/u, '');
  const text = [kicker, lead, body, captions, names].filter((part) => part !== '').join('\n');
  return { id, headline: body.startsWith(made) ? '' : headline, text, publishedAt, facets };
}

/** A story as others are compared with it. */
export function modelOf(story: StoryDocument): Model {
  const { headline, text, publishedAt } = indexed(story);
  return { words: wordsOf(`${headline}\n${text}`), publishedAt };
}
