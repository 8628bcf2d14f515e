// Reads a front: the editors' slots, what fills itself around them, a block for each section, and the running list.
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import { listingPlaces } from '../../records/read/listing.ts';
import type { Tables } from '../../records/tables.ts';
import type { Card } from '../../story/card.ts';
import type { EditionKey, SectionId, StoryId } from '../../story/ids.ts';
import { editionList, sectionList } from '../../story/listing.ts';
import type { Section } from '../../story/section.ts';
import { type FrontView, pathOfSection } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownCards, shownInOrder } from './cards.ts';
import { furniture } from './furniture.ts';
import { siteView } from './view.ts';

/** Cards beside the lead that fill themselves; editors may fill more slots. */
export const topSize = 6;
export const blockSize = 5;
export const latestSize = 10;
/** Among so many of the newest the lead may be chosen for its picture. */
const leadCandidates = 8;

const slotsOf = precompiled((db, edition: EditionKey) =>
  db
    .selectFrom('front_slots')
    .select('story_id')
    .where('edition', '=', edition)
    .orderBy('position')
    .limit(sql.lit(100)),
);

export async function front(newsroom: Newsroom, actor: Actor, edition: EditionKey): Promise<FrontView> {
  const db = await siteView(newsroom, actor);
  const { sections } = await furniture(newsroom, actor, edition);
  const slots = (await slotsOf(db, edition)).map((row) => row.story_id);
  const places = await listingPlaces(db, {
    list: editionList(edition),
    limit: slots.length + 1 + topSize + leadCandidates,
  });
  const cards = await shownCards(newsroom, db, [...slots, ...places.map((place) => place.id)]);
  const newest = places.flatMap((place) => cards.get(place.id) ?? []);
  const inSlots = slots.flatMap((id) => cards.get(id) ?? []);
  const above = fill(inSlots, newest);
  const [lead = null, ...top] = above;
  return {
    lead,
    top,
    blocks: await blocksOf(newsroom, db, sections, above),
    latest: newest.slice(0, latestSize),
  };
}

/** The lead and the top: the slots in order, then the newest of the others until there are enough. */
function fill(inSlots: readonly Card[], newest: readonly Card[]): Card[] {
  const slotted = new Set(inSlots.map((card) => card.id));
  const others = newest.filter((card) => !slotted.has(card.id));
  const lead = inSlots[0] ?? leadAmong(others.slice(0, leadCandidates));
  if (lead === undefined) return [];
  const rest = others.filter((card) => card.id !== lead.id);
  return [lead, ...inSlots.slice(1), ...rest.slice(0, Math.max(0, topSize - Math.max(0, inSlots.length - 1)))];
}

/** The newest with a picture of ours, else the newest of all. */
function leadAmong(newest: readonly Card[]): Card | undefined {
  return newest.find((card) => card.picture?.file != null) ?? newest[0];
}

async function blocksOf(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  sections: readonly Section[],
  above: readonly Card[],
): Promise<FrontView['blocks']> {
  const shown = new Set(above.map((card) => card.id));
  const aboveIn = countByTopSection(sections, above);
  const blocks: { section: Section; ids: StoryId[] }[] = [];
  for (const section of sections.filter((candidate) => candidate.parentId === null)) {
    const limit = blockSize + (aboveIn.get(section.id) ?? 0);
    const places = await listingPlaces(db, { list: sectionList(section.id), limit });
    const ids = places.map((place) => place.id).filter((id) => !shown.has(id));
    blocks.push({ section, ids: ids.slice(0, blockSize) });
  }
  const cards = await shownInOrder(
    newsroom,
    db,
    blocks.flatMap((block) => block.ids),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return blocks
    .map(({ section, ids }) => ({ section, cards: ids.flatMap((id) => byId.get(id) ?? []) }))
    .filter((block) => block.cards.length > 0);
}

/** How many of the cards above lie in each top-level section or under it. */
function countByTopSection(sections: readonly Section[], cards: readonly Card[]): Map<SectionId, number> {
  const counts = new Map<SectionId, number>();
  for (const card of cards) {
    const top = pathOfSection(sections, card.sectionId)[0];
    if (top !== undefined) counts.set(top.id, (counts.get(top.id) ?? 0) + 1);
  }
  return counts;
}
