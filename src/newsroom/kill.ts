// The act of killing: a published story is withdrawn everywhere, at once, with a reason on record.
import { z } from 'zod';
import { storyId } from '../story/ids.ts';
import { act } from './act.ts';
import { goDark } from './go-live.ts';
import { stateAfter, storyInHand, storySubject } from './in-hand.ts';

const input = z.object({
  storyId,
  /** For the log and the desk; readers are told only that the story was withdrawn. */
  reason: z.string().trim().min(1).max(2000),
});

/** Withdraws a live story. Its revisions stay. Problems: wrong-state, absent, invalid, denied. */
export const kill = act('kill', input, async (doing, { storyId: id, reason }) => {
  const story = await storyInHand(doing, id);
  const state = stateAfter(story, 'kill');
  const touches = await goDark(doing, story);
  await doing.tx
    .updateTable('stories')
    // Without a card and a live revision there is nothing that a page could show by mistake.
    .set({ state, card: null, live_revision_id: null, killed_at: doing.at, kill_reason: reason })
    .where('id', '=', id)
    .execute();
  doing.log(storySubject(id), { reason });
  doing.tell('story-killed', id, touches);
  return { storyId: id };
});
