// Compares the archive with the records that it is made from, for `warraq doctor`: is what readers may see there, and nothing else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { precompiled } from '../../records/precompiled.ts';
import type { StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { isShown, siteView } from '../reading/view.ts';
import { archiveFolder, catchUp, keptArchive } from './archive.ts';

export interface ArchiveProblem {
  readonly kind: 'archive-unreadable' | 'archive-behind' | 'not-in-archive' | 'should-not-be-in-archive';
  /** One English sentence. */
  readonly problem: string;
  /** `story:12`, where it is one thing. */
  readonly subject: string | null;
}

/** Most problems told of one kind. */
const mostOfAKind = 100;
const STRIDE = 5_000;

const statesAfter = precompiled((db, after: StoryId, limit: number) =>
  db
    .selectFrom('stories')
    .select(['id', 'state', 'embargo_until'])
    .where('live_revision_id', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
);

/** None when there is no archive yet: it is built when it is first asked. */
export async function checkArchive(newsroom: Newsroom, actor: Actor, data: string): Promise<ArchiveProblem[]> {
  const db = await siteView(newsroom, actor);
  if (!existsSync(join(archiveFolder(data), 'index'))) return [];
  const archive = keptArchive(data);
  const rebuild = '`warraq reindex` builds it anew';
  if (archive === null) {
    return [{ kind: 'archive-unreadable', problem: `the archive cannot be read; ${rebuild}.`, subject: null }];
  }
  try {
    if ((await catchUp(newsroom, actor, archive)) !== 'abreast') {
      return [
        { kind: 'archive-behind', problem: `very much has changed since it was built; ${rebuild}.`, subject: null },
      ];
    }
    const held = new Set(archive.storyIds());
    const missing: StoryId[] = [];
    for (let after = 0 as StoryId; ; ) {
      const rows = await statesAfter(db, after, STRIDE);
      for (const { id, state, embargo_until: embargo } of rows) {
        if (isShown(newsroom, state, embargo) && !held.delete(id)) missing.push(id);
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < STRIDE) break;
      after = last.id;
    }
    return [
      ...missing.slice(0, mostOfAKind).map((id) => ({
        kind: 'not-in-archive' as const,
        problem: `it is before readers and not in the archive; ${rebuild}.`,
        subject: `story:${id}`,
      })),
      ...[...held].slice(0, mostOfAKind).map((id) => ({
        kind: 'should-not-be-in-archive' as const,
        problem: `it is in the archive and not before readers; ${rebuild}.`,
        subject: `story:${id}`,
      })),
    ];
  } finally {
    archive.close();
  }
}
