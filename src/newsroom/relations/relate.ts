// The act of relating: what the archive found out about stories is written beside them, with how far in the outbox that goes.
import { z } from 'zod';
import { insertAll } from '../../records/insert-all.ts';
import { followed } from '../../records/outbox.ts';
import { type EventId, type StoryId, storyId } from '../../story/ids.ts';
import { type DependencyKey, eventKey, storyKey } from '../../story/listing.ts';
import { relatedReason } from '../../story/relation.ts';
import { act, type Doing } from '../act.ts';
import { storySubject } from '../in-hand.ts';
import { placeInEvent } from './place-in-event.ts';

/** The name under which it is kept how far stories have been related. */
export const RELATIONS = 'relations';

const found = z.object({
  storyId,
  related: z
    .array(z.object({ storyId, kind: z.enum(['event', 'background']), reasons: z.array(relatedReason).min(1).max(3) }))
    .max(10),
  nearDuplicates: z.array(storyId).max(100),
  /** Those that were near-duplicates and are none any more; of others that are kept nothing is said. */
  noNearDuplicates: z.array(storyId).max(100),
  /** Stories of the same days and how much alike each is; near-duplicates wholly. */
  around: z.array(z.object({ storyId, likeness: z.number().min(0).max(1) })).max(100),
});
export type FoundRelations = z.input<typeof found>;

const input = z.object({
  stories: z.array(found).max(500),
  /** The event of the outbox up to which the archive was whole that all this was found in. */
  seen: z.number().int().nonnegative(),
  /** The event up to which all stories are related with this; null when that is as it was. */
  upTo: z.number().int().nonnegative().nullable(),
});

/** Writes what is new in it, and nothing when nothing is. Problems: invalid, denied. Answers the stories that changed. */
export const relate = act('relate', input, async (doing, { stories, seen, upTo }) => {
  doing.allow();
  const changed: StoryId[] = [];
  for (const story of stories) {
    if (await relateOne(doing, story)) changed.push(story.storyId);
    await doing.tx
      .insertInto('relations')
      .values({ story_id: story.storyId, seen })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ seen }))
      .execute();
  }
  if (upTo !== null) await followed(doing.tx, RELATIONS, upTo);
  return { changed };
});

async function relateOne(doing: Doing, story: z.output<typeof found>): Promise<boolean> {
  const { storyId: id } = story;
  const touches: DependencyKey[] = [];
  if (await keepRelated(doing, story)) touches.push(storyKey(id));
  for (const other of await keepNearDuplicates(doing, story)) touches.push(storyKey(id), storyKey(other));
  const moved = await placeInEvent(doing, id, story.around);
  for (const event of moved.events) touches.push(eventKey(event));
  for (const member of moved.stories) touches.push(storyKey(member));
  if (touches.length === 0) return false;
  doing.log(storySubject(id), logged(story, moved.event));
  doing.tell('story-related', id, touches);
  return true;
}

function logged({ related, nearDuplicates }: z.output<typeof found>, event: EventId | null) {
  return { related: related.map((one) => one.storyId), nearDuplicates, event };
}

/** Whether the list is another now. */
async function keepRelated({ tx }: Doing, { storyId: id, related }: z.output<typeof found>): Promise<boolean> {
  const before = await tx
    .selectFrom('related_found')
    .select(['target_id', 'kind', 'reasons'])
    .where('story_id', '=', id)
    .orderBy('position')
    .execute();
  const rows = related.map(({ storyId: target_id, kind, reasons }, position) => ({
    story_id: id,
    position,
    target_id,
    kind,
    reasons: JSON.stringify(reasons),
  }));
  const isSame =
    before.length === rows.length &&
    rows.every(({ target_id, kind, reasons }, at) => {
      const old = before[at];
      return old?.target_id === target_id && old.kind === kind && old.reasons === reasons;
    });
  if (isSame) return false;
  await tx.deleteFrom('related_found').where('story_id', '=', id).execute();
  await insertAll(tx, 'related_found', rows);
  return true;
}

/** Those that have become near-duplicates of the story, or ceased to be. */
async function keepNearDuplicates({ tx }: Doing, story: z.output<typeof found>): Promise<StoryId[]> {
  const { storyId: id, nearDuplicates, noNearDuplicates } = story;
  const rows = await tx.selectFrom('near_duplicates').select('other_id').where('story_id', '=', id).execute();
  const before = new Set(rows.map((row) => row.other_id));
  const gone = noNearDuplicates.filter((other) => before.has(other));
  const added = [...new Set(nearDuplicates)].filter((other) => !before.has(other));
  if (gone.length > 0) {
    await tx.deleteFrom('near_duplicates').where('story_id', '=', id).where('other_id', 'in', gone).execute();
    await tx.deleteFrom('near_duplicates').where('other_id', '=', id).where('story_id', 'in', gone).execute();
  }
  const pairs = added.flatMap((other) => [
    { story_id: id, other_id: other },
    { story_id: other, other_id: id },
  ]);
  await insertAll(tx, 'near_duplicates', pairs);
  return [...gone, ...added];
}
