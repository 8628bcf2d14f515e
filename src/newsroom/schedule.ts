// The acts of scheduling, and the scheduler's round: what is due is published.

import { sql } from 'kysely';
import { z } from 'zod';
import { precompiled } from '../records/precompiled.ts';
import { type StoryId, storyId } from '../story/ids.ts';
import { storyKey } from '../story/listing.ts';
import { act, instant } from './act.ts';
import type { Actor } from './actor.ts';
import { stateAfter, storyInHand, storySubject } from './in-hand.ts';
import type { Newsroom } from './newsroom.ts';
import { publish } from './publish.ts';
import { type Problem, refuse, refuseInvalid } from './result.ts';

/** Has a story published at a later time, in the revision that is the newest then. Problems: embargoed, wrong-state, absent, invalid, denied. */
export const schedule = act('schedule', z.object({ storyId, at: instant }), async (doing, { storyId: id, at }) => {
  const story = await storyInHand(doing, id);
  const state = stateAfter(story, 'schedule');
  const when = at.epochMilliseconds;
  if (when <= doing.at) refuseInvalid('at', 'the time has passed');
  if (story.embargo_until !== null && story.embargo_until > when) {
    refuse({ kind: 'embargoed', until: Temporal.Instant.fromEpochMilliseconds(story.embargo_until) });
  }
  await doing.tx.updateTable('stories').set({ state, scheduled_for: when }).where('id', '=', id).execute();
  doing.log(storySubject(id), { at: at.toString() });
  doing.tell('story-scheduled', id, [storyKey(id)]);
  return { storyId: id };
});

/** Takes a story off the schedule; it waits among the submitted ones. Problems: wrong-state, absent, denied. */
export const unschedule = act('unschedule', z.object({ storyId }), async (doing, { storyId: id }) => {
  const story = await storyInHand(doing, id);
  const state = stateAfter(story, 'unschedule');
  await doing.tx.updateTable('stories').set({ state, scheduled_for: null }).where('id', '=', id).execute();
  doing.log(storySubject(id));
  doing.tell('story-unscheduled', id, [storyKey(id)]);
  return { storyId: id };
});

const dueStories = precompiled((db, now: number) =>
  db
    .selectFrom('stories')
    .select('id')
    .where('scheduled_for', '<=', now)
    .where('state', '=', sql.lit('scheduled' as const))
    .where((eb) => eb.or([eb('embargo_until', 'is', null), eb('embargo_until', '<=', now)]))
    .orderBy('scheduled_for')
    .orderBy('id')
    .limit(sql.lit(200)),
);

/**
 * Publishes every story whose time has come, oldest first, each an act of its own: one that cannot be published does not
 * keep the others. Ask once a second; when nothing is due it costs one query and writes nothing.
 */
export async function publishDue(
  newsroom: Newsroom,
  actor: Actor,
): Promise<{ published: StoryId[]; refused: { storyId: StoryId; problem: Problem }[] }> {
  const due = await dueStories(newsroom.records.read, newsroom.clock().epochMilliseconds);
  const published: StoryId[] = [];
  const refused: { storyId: StoryId; problem: Problem }[] = [];
  for (const { id } of due) {
    const result = await publish(newsroom, actor, { storyId: id });
    if (result.ok) published.push(id);
    else refused.push({ storyId: id, problem: result.problem });
  }
  return { published, refused };
}
