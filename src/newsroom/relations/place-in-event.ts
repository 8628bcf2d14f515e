// Puts a story into the event that it tells of: one that there is, several that thereby become one, a new one, or none.
import { SAME_EVENT } from '../../archive/likeness/alike.ts';
import { takeIds } from '../../records/ids.ts';
import { insertAll } from '../../records/insert-all.ts';
import type { EditionKey, EventId, StoryId } from '../../story/ids.ts';
import type { Doing } from '../act.ts';
import { eventsOfStory, type Member } from './events.ts';

export interface Placed {
  /** Where the story now is. */
  readonly event: EventId | null;
  /** Events that have other stories now, and all stories of those. */
  readonly events: readonly EventId[];
  readonly stories: readonly StoryId[];
}

export interface Around {
  readonly storyId: StoryId;
  readonly likeness: number;
}

/** `around`: stories of the same days, near-duplicates with a likeness of 1. */
export async function placeInEvent(doing: Doing, id: StoryId, around: readonly Around[]): Promise<Placed> {
  const { tx } = doing;
  const story = await tx
    .selectFrom('stories')
    .select(['edition', 'first_published_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  const members = await membersAround(doing, [id, ...around.map((other) => other.storyId)]);
  const before = members.find((member) => member.storyId === id)?.eventId ?? null;
  if (story?.first_published_at == null) return unmoved(before);

  const likeness = new Map(around.map((other) => [other.storyId, other.likeness]));
  const found = eventsOfStory({ id, publishedAt: story.first_published_at }, likeness, members);
  const free = around
    .filter((other) => other.likeness >= SAME_EVENT && !members.some((member) => member.storyId === other.storyId))
    .map((other) => other.storyId);
  const isNew = found.length === 0 && free.length > 0;
  const event = isNew ? await newEvent(doing, story.edition) : largest(found, members);
  const merged = found.filter((other) => other !== event);
  if (event === before && merged.length === 0) return unmoved(before);

  const coming = isNew ? [id, ...free] : [id];
  await tx.deleteFrom('event_stories').where('story_id', '=', id).execute();
  if (event !== null) {
    const rows = coming.map((story_id) => ({ story_id, event_id: event }));
    await insertAll(tx, 'event_stories', rows);
    if (merged.length > 0) await merge(doing, merged, event);
  }
  const events = [...new Set([before, event, ...merged])].filter((one) => one !== null);
  const had = members.filter((member) => events.includes(member.eventId)).map((member) => member.storyId);
  return { event, events, stories: [...new Set([...had, ...coming])] };
}

const unmoved = (event: EventId | null): Placed => ({ event, events: [], stories: [] });

/** Readers know the address of the one with most stories. */
function largest(found: readonly EventId[], members: readonly Member[]): EventId | null {
  const size = (event: EventId): number => members.filter((member) => member.eventId === event).length;
  const [first = null] = found.toSorted((a, b) => size(b) - size(a) || a - b);
  return first;
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
  await doing.tx.insertInto('events').values({ id, edition, created_at: doing.at, merged_into: null }).execute();
  return id;
}

async function merge({ tx }: Doing, events: readonly EventId[], into: EventId): Promise<void> {
  await tx.updateTable('event_stories').set({ event_id: into }).where('event_id', 'in', events).execute();
  await tx
    .updateTable('events')
    .set({ merged_into: into })
    .where((eb) => eb.or([eb('id', 'in', events), eb('merged_into', 'in', events)]))
    .execute();
}
