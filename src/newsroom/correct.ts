// The act of correcting: a dated note that says what was wrong is published under a story and on the page of corrections.
import { z } from 'zod';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import { storyId } from '../story/ids.ts';
import { correctionsKey } from '../story/listing.ts';
import { act, instant } from './act.ts';
import { actorName } from './actor.ts';
import { goLive, revisionOf } from './go-live.ts';
import { storyInHand, storySubject } from './in-hand.ts';
import { refuse, refuseInvalid } from './result.ts';

const input = z.object({
  storyId,
  text: z.string().trim().min(1).max(4000),
  /** When it was first published, if that was before now. */
  at: instant.optional(),
});

/** Publishes a correction of a live story, whose `updatedAt` moves. Problems: wrong-state, absent, invalid, denied. */
export const correct = act('correct', input, async (doing, { storyId: id, text, at: given }) => {
  const story = await storyInHand(doing, id);
  const { live_revision_id: revisionId, first_published_at: publishedAt, updated_at: updatedAt } = story;
  if (story.state !== 'live' || revisionId === null || publishedAt === null || updatedAt === null) {
    return refuse({ kind: 'wrong-state', state: story.state });
  }
  const at = given?.epochMilliseconds ?? doing.at;
  if (at > doing.at) refuseInvalid('at', 'a correction cannot be of a later time');
  const correctionId = await takeIds(doing.tx, 'corrections', 1);
  await insertAll(doing.tx, 'corrections', [
    { id: correctionId, story_id: id, edition: story.edition, at, text, by: actorName(doing.actor) },
  ]);
  const revision = await revisionOf(doing, id, revisionId);
  if (revision === null) throw new Error(`story ${id} has lost its live revision`);
  const { touches } = await goLive(doing, {
    story,
    revisionId,
    content: revision.content,
    publishedAt,
    updatedAt: Math.max(updatedAt, at),
  });
  doing.log(storySubject(id), { correction: correctionId, text });
  doing.tell('story-corrected', id, [`story:${id}`, ...touches, correctionsKey(story.edition)]);
  return { storyId: id, correctionId };
});
