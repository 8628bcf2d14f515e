// Reads an event: the stories that tell of one thing, oldest first, each once however often its copy was filed.
import { type Kysely, sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import type { Tables } from '../../records/tables.ts';
import type { EventId, StoryId } from '../../story/ids.ts';
import type { EventView, StoryEvent } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownInOrder } from './cards.ts';
import { twinsOf } from './near-duplicates.ts';
import { isShown, siteView } from './view.ts';

/** Fewer stories tell a reader nothing that the related ones do not. */
const WORTH_A_LINK = 3;
const WORTH_A_PAGE = 2;

const eventById = precompiled((db, id: EventId) =>
  db.selectFrom('events').select(['id', 'edition', 'merged_into']).where('id', '=', id),
);

const eventOfStory = precompiled((db, story: StoryId) =>
  db.selectFrom('event_stories').select('event_id').where('story_id', '=', story),
);

/** The newest of an event that has more. */
const mostStories = 300;

const stories = precompiled((db, event: EventId) =>
  db
    .selectFrom('event_stories')
    .innerJoin('stories', 'stories.id', 'event_stories.story_id')
    .select(['stories.id', 'stories.state', 'stories.embargo_until', 'stories.first_published_at'])
    .where('event_stories.event_id', '=', event)
    .orderBy('stories.first_published_at', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(sql.lit(mostStories)),
);

/**
 * An event with its stories; null when there is none, or when readers may see too few of them. One that was merged into
 * another is that other.
 */
export async function event(newsroom: Newsroom, actor: Actor, id: EventId): Promise<EventView | null> {
  const db = await siteView(newsroom, actor);
  const [known] = await eventById(db, id);
  if (known === undefined) return null;
  const { edition } = known;
  const whole = known.merged_into ?? known.id;
  const shown = await shownStories(newsroom, db, whole);
  const cards = await shownInOrder(
    newsroom,
    db,
    shown.map((story) => story.id),
  );
  return cards.length < WORTH_A_PAGE ? null : { id: whole, edition, cards };
}

/** The event of a story, when it has stories enough for a link. */
export async function eventOf(newsroom: Newsroom, db: Kysely<Tables>, story: StoryId): Promise<StoryEvent | null> {
  const [of] = await eventOfStory(db, story);
  if (of === undefined) return null;
  const shown = await shownStories(newsroom, db, of.event_id);
  if (shown.length < WORTH_A_LINK) return null;
  return { id: of.event_id, stories: shown.length, since: shown[0]?.publishedAt ?? 0 };
}

/** Those that readers may see, oldest first: of the same copy the first. */
async function shownStories(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  id: EventId,
): Promise<{ readonly id: StoryId; readonly publishedAt: number }[]> {
  const rows = (await stories(db, id)).filter((row) => isShown(newsroom, row.state, row.embargo_until));
  const twins = Map.groupBy(
    await twinsOf(
      db,
      rows.map((row) => row.id),
    ),
    (pair) => pair.story_id,
  );
  const told = new Set<StoryId>();
  return rows.reverse().flatMap((row) => {
    if (twins.get(row.id)?.some((pair) => told.has(pair.other_id))) return [];
    told.add(row.id);
    return [{ id: row.id, publishedAt: row.first_published_at ?? 0 }];
  });
}
