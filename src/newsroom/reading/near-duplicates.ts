// Which stories are the same copy: never shown beside one another.
import { precompiledForMany } from '../../records/precompiled.ts';
import type { StoryId } from '../../story/ids.ts';

/** The pairs in which one of the stories stands first; each pair is kept both ways. */
export const twinsOf = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('near_duplicates').select(['story_id', 'other_id']).where('story_id', 'in', ids),
);
