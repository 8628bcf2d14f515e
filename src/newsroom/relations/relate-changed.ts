// Keeps relations abreast of the paper: stories that changed are related anew, and with them those that they bear on.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { EVENT_MS } from '../../archive/likeness/alike.ts';
import { eventsAfter, followedUpTo } from '../../records/outbox.ts';
import { precompiledForMany } from '../../records/precompiled.ts';
import type { Tables } from '../../records/tables.ts';
import type { StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import { unseen } from '../archive/changes.ts';
import type { LayeredArchive } from '../archive/layers.ts';
import type { Newsroom } from '../newsroom.ts';
import { siteView } from '../reading/view.ts';
import { orThrow } from '../result.ts';
import { chooseRelated } from './choose.ts';
import { type Known, type Neighbour, Neighbourhood } from './neighbours.ts';
import { type FoundRelations, RELATIONS, relate } from './relate.ts';

export interface RelateStep {
  /** Stories that were looked at: those that changed, and those that they bear on. */
  readonly related: number;
  /** There was nothing more to do when it began; until then, call again. */
  readonly isAbreast: boolean;
}

/** Older stories that a changed one bears on, most alike first; the rest learn of it when they change themselves. */
const MOST_REFRESHED = 8;
/** The newest of the lists in which changed stories stand: what readers may not see, they see in none of them anyway. */
const MOST_LISTS = 200;
/** Less alike, a new story has no place in the older one's list. */
const BEARS_ON = 0.25;

/**
 * One step: relates the stories of the next `most` events of the outbox, as far as the archive is abreast of it, and notes
 * how far that is; what a crash undoes is done again. Call it after `catchUp`, until `isAbreast`. Some 40 ms a story.
 * Throws `ActRefused` 'denied' for an actor who may not `relate`.
 *
 *     for (;;) if ((await relateChanged(newsroom, { kind: 'system', name: 'scheduler' }, archive)).isAbreast) break;
 */
export async function relateChanged(
  newsroom: Newsroom,
  actor: Actor,
  archive: LayeredArchive,
  { most = 50 }: { readonly most?: number } = {},
): Promise<RelateStep> {
  const db = await siteView(newsroom, actor);
  const position = await followedUpTo(db, RELATIONS);
  // The archive may move on meanwhile; what is found now has all up to here.
  const seen = archive.position;
  const events = (await eventsAfter(db, position, most)).filter((event) => event.id <= seen);
  const upTo = events.at(-1)?.id;
  if (upTo === undefined) return { related: 0, isAbreast: true };
  const changed = new Map<StoryId, number>();
  for (const { id, type, storyId } of events) if (storyId !== null && !unseen.has(type)) changed.set(storyId, id);
  let related = 0;
  for await (const story of relationsAround(newsroom, db, archive, changed)) {
    orThrow(await relate(newsroom, actor, { stories: [story], seen, upTo: null }));
    related += 1;
    // Pages are served between one story and the next.
    await breathe();
  }
  orThrow(await relate(newsroom, actor, { stories: [], seen, upTo }));
  return { related, isAbreast: false };
}

/** What the stories are to others, then the same of those that they bear on; `changed` has the event of each. */
async function* relationsAround(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  archive: LayeredArchive,
  changed: ReadonlyMap<StoryId, number>,
): AsyncGenerator<FoundRelations> {
  const neighbourhood = new Neighbourhood(newsroom, db, archive);
  const borneOn = new Map<StoryId, number>();
  const bear = (id: StoryId, event: number): void => {
    borneOn.set(id, Math.max(event, borneOn.get(id) ?? 0));
  };
  const lists = (await showing(db, [...changed.keys()])).sort((a, b) => b.story_id - a.story_id);
  for (const { story_id: id, target_id: target } of lists.slice(0, MOST_LISTS)) bear(id, changed.get(target) ?? 0);
  for (const story of await neighbourhood.stories(await notYetSeen(db, changed))) {
    const neighbours = await neighbourhood.of(story);
    yield relationsOf(story, neighbours, archive);
    for (const id of bearsOn(neighbours)) bear(id, changed.get(story.document.id) ?? 0);
  }
  for (const story of await neighbourhood.stories(await notYetSeen(db, borneOn)))
    yield relationsOf(story, await neighbourhood.of(story), archive);
}

/** Those of the stories that were last related before the event given with each: any later, they knew of it. */
async function notYetSeen(db: Kysely<Tables>, stories: ReadonlyMap<StoryId, number>): Promise<StoryId[]> {
  const rows = await seenOf(db, [...stories.keys()]);
  const seen = new Map(rows.map((row) => [row.story_id, row.seen]));
  return [...stories].filter(([id, event]) => (seen.get(id) ?? -1) < event).map(([id]) => id);
}

function relationsOf(story: Known, neighbours: readonly Neighbour[], archive: LayeredArchive): FoundRelations {
  return {
    storyId: story.document.id,
    related: chooseRelated(story, neighbours, archive).map((choice) => ({ ...choice, reasons: [...choice.reasons] })),
    nearDuplicates: idsOf(neighbours.filter((one) => one.alike.isNearDuplicate)),
    noNearDuplicates: idsOf(neighbours.filter((one) => one.wasNearDuplicate && !one.alike.isNearDuplicate)),
    around: neighbours
      .filter((one) => Math.abs(one.document.publishedAt - story.document.publishedAt) <= EVENT_MS)
      .map(({ document, alike }) => ({
        storyId: document.id,
        likeness: alike.isNearDuplicate ? 1 : Math.min(1, alike.likeness),
      })),
  };
}

const idsOf = (neighbours: readonly Neighbour[]): StoryId[] => neighbours.map(({ document }) => document.id);

const bearsOn = (neighbours: readonly Neighbour[]): StoryId[] =>
  idsOf(neighbours.filter(({ alike }) => alike.isNearDuplicate || alike.likeness >= BEARS_ON).slice(0, MOST_REFRESHED));

/** Stories in whose lists these stand: what was withdrawn or has other words now leaves a place there. */
const showing = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('related_found').select(['story_id', 'target_id']).where('target_id', 'in', ids),
);

const seenOf = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('relations').select(['story_id', 'seen']).where('story_id', 'in', ids),
);
