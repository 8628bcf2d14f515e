// Puts a story into the event that it tells of: one that there is, a new one with the stories that it matches, or none.
import { takeIds } from '../../records/ids.ts';
import { insertAll } from '../../records/insert-all.ts';
import type { EditionKey, EventId, StoryId } from '../../story/ids.ts';
import type { Doing } from '../act.ts';
import { eventToJoin, type Member } from './events.ts';

export interface Moved {
  /** Where the story now is. */
  readonly event: EventId | null;
  /** Events that have other stories now, and all stories of those. */
  readonly events: readonly EventId[];
  readonly stories: readonly StoryId[];
}

interface Match {
  readonly storyId: StoryId;
  readonly likeness: number;
}

export async function placeInEvent(
  doing: Doing,
  { storyId: id, sameEvent }: { readonly storyId: StoryId; readonly sameEvent: readonly Match[] },
): Promise<Moved> {
  const members = await membersAround(doing, [id, ...sameEvent.map((match) => match.storyId)]);
  const before = members.find((member) => member.storyId === id)?.eventId ?? null;
  const story = await doing.tx
    .selectFrom('stories')
    .select(['edition', 'first_published_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (story?.first_published_at == null) return { event: before, events: [], stories: [] };

  const matches = new Map(sameEvent.map((match) => [match.storyId, match.likeness]));
  const free = sameEvent.map((match) => match.storyId).filter((other) => !members.some((m) => m.storyId === other));
  const joined = eventToJoin({ id, publishedAt: story.first_published_at }, matches, members);
  if (joined !== null && joined === before) return { event: before, events: [], stories: [] };
  if (joined === null && free.length === 0 && before === null) return { event: null, events: [], stories: [] };

  const isNew = joined === null && free.length > 0;
  const event = isNew ? await newEvent(doing, story.edition) : joined;
  await doing.tx.deleteFrom('event_stories').where('story_id', '=', id).execute();
  const coming = isNew ? [id, ...free] : [id];
  if (event !== null) {
    await insertAll(
      doing.tx,
      'event_stories',
      coming.map((story_id) => ({ story_id, event_id: event })),
    );
  }
  const events = [before, event].filter((one) => one !== null);
  const around = members.filter((member) => events.includes(member.eventId)).map((member) => member.storyId);
  return { event, events, stories: [...new Set([...around, ...coming])] };
}

/** All stories of the events of these stories. */
async function membersAround({ tx }: Doing, ids: readonly StoryId[]): Promise<Member[]> {
  const rows = await tx
    .selectFrom('event_stories')
    .innerJoin('stories', 'stories.id', 'event_stories.story_id')
    .select(['event_stories.event_id', 'event_stories.story_id', 'stories.first_published_at'])
    .where('event_stories.event_id', 'in', (eb) =>
      eb.selectFrom('event_stories').select('event_id').where('story_id', 'in', ids),
    )
    .orderBy('event_stories.story_id')
    .execute();
  return rows.map((row) => ({
    eventId: row.event_id,
    storyId: row.story_id,
    publishedAt: row.first_published_at ?? 0,
  }));
}

async function newEvent(doing: Doing, edition: EditionKey): Promise<EventId> {
  const id = (await takeIds(doing.tx, 'events', 1)) as EventId;
  await doing.tx.insertInto('events').values({ id, edition, created_at: doing.at }).execute();
  return id;
}
