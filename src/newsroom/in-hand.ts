// The story that an act is about: read inside the act's transaction, and put before the policy.
import type { Selectable } from 'kysely';
import type { Tables } from '../records/tables.ts';
import type { StoryId } from '../story/ids.ts';
import { after, type Move, type StoryState } from '../story/workflow.ts';
import type { Doing } from './act.ts';
import { refuse } from './result.ts';

export type StoryRow = Selectable<Tables['stories']>;

/** The story with this id, once the policy allows the act on it; ends the act otherwise. */
export async function storyInHand(doing: Doing, id: StoryId): Promise<StoryRow> {
  const row = await doing.tx
    .selectFrom('stories')
    .innerJoin('revisions as first', (join) =>
      join.onRef('first.story_id', '=', 'stories.id').on('first.number', '=', 1),
    )
    .selectAll('stories')
    .select('first.created_by')
    .where('stories.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return refuse({ kind: 'absent', what: `story ${id}` });
  const { created_by: createdBy, ...story } = row;
  doing.allow({ createdBy, state: story.state });
  return story;
}

/** The state to which `move` leads; ends the act when the workflow has no such move from the story's state. */
export function stateAfter(story: StoryRow, move: Move): StoryState {
  return after(story.state, move) ?? refuse({ kind: 'wrong-state', state: story.state });
}

export const storySubject = (id: StoryId): string => `story:${id}`;
