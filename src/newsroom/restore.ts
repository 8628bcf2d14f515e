// The act of restoring: a killed story comes back to the desk as a draft, never straight back to readers.
import { z } from 'zod';
import { storyId } from '../story/ids.ts';
import { storyKey } from '../story/listing.ts';
import { act } from './act.ts';
import { stateAfter, storyInHand, storySubject } from './in-hand.ts';

/** Problems: wrong-state, absent, denied. The reason of the kill stays in the log. */
export const restore = act('restore', z.object({ storyId }), async (doing, { storyId: id }) => {
  const story = await storyInHand(doing, id);
  const state = stateAfter(story, 'restore');
  await doing.tx
    .updateTable('stories')
    .set({ state, killed_at: null, kill_reason: null })
    .where('id', '=', id)
    .execute();
  doing.log(storySubject(id), { reason: story.kill_reason });
  doing.tell('story-restored', id, [storyKey(id)]);
  return { storyId: id };
});
