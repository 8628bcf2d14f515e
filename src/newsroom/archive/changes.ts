// What has happened to stories since an event of the outbox, as far as the archive has to know.
import type { Kysely } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import type { Tables } from '../../records/tables.ts';
import type { StoryId } from '../../story/ids.ts';

/** Acts after which readers see the same words as before. Of any other, also one that is not known here, the story is read again. */
export const unseen: ReadonlySet<string> = new Set([
  'story-filed',
  'story-edited',
  'story-scheduled',
  'story-unscheduled',
  'story-corrected',
  'translations-linked',
  'related-pinned',
  'story-related',
]);

export interface Changes {
  readonly storyIds: ReadonlySet<StoryId>;
  /** The last event that was looked at. */
  readonly position: number;
  /** Looking stopped at more than `most` stories. */
  readonly isCut: boolean;
}

/** Events read at a time. */
const STRIDE = 5_000;

const eventsAfter = precompiled((db, id: number, limit: number) =>
  db.selectFrom('outbox').select(['id', 'type', 'story_id']).where('id', '>', id).orderBy('id').limit(limit),
);

/** The stories that may read otherwise since the event `position`, each once; looks no further once there are more than `most`. */
export async function changesAfter(db: Kysely<Tables>, position: number, most: number): Promise<Changes> {
  const storyIds = new Set<StoryId>();
  for (let reached = position; ; ) {
    const events = await eventsAfter(db, reached, STRIDE);
    for (const { type, story_id: storyId } of events) if (storyId !== null && !unseen.has(type)) storyIds.add(storyId);
    reached = events.at(-1)?.id ?? reached;
    if (storyIds.size > most) return { storyIds, position: reached, isCut: true };
    if (events.length < STRIDE) return { storyIds, position: reached, isCut: false };
  }
}
