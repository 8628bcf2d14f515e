// The ids that imported records had where they came from, looked up both ways.
import type { Kysely } from 'kysely';
import type { StoryId } from '../../story/ids.ts';
import { precompiledForMany } from '../precompiled.ts';
import type { Tables } from '../tables.ts';

export interface StoredSourceId {
  readonly sourceId: string;
  readonly storyId: StoryId;
  /** The record's `source`; empty when it named none. */
  readonly outlet: string;
  /** SHA-256, in hex, of the record as it was last taken in. */
  readonly hash: string;
}

const bySourceId = precompiledForMany((db, sourceIds: readonly string[]) =>
  db.selectFrom('source_ids').selectAll().where('source_id', 'in', sourceIds),
);
const byStory = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('source_ids').select(['source_id', 'story_id']).where('story_id', 'in', ids),
);

/**
 * What is known of source ids, by source id; those that are not known are absent.
 *
 *     const storyId = (await ofSourceIds(records.read, ['A17'])).get('A17')?.storyId;
 */
export async function ofSourceIds(
  db: Kysely<Tables>,
  sourceIds: readonly string[],
): Promise<Map<string, StoredSourceId>> {
  const rows = await bySourceId(db, [...new Set(sourceIds)]);
  return new Map(
    rows.map(({ source_id: sourceId, story_id: storyId, outlet, hash }) => [
      sourceId,
      { sourceId, storyId, outlet, hash },
    ]),
  );
}

/** The source ids of stories, by story; a story that did not come as a record is absent. */
export async function sourceIdsOf(db: Kysely<Tables>, ids: readonly StoryId[]): Promise<Map<StoryId, string>> {
  const rows = await byStory(db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.story_id, row.source_id]));
}
