// Which stories stand under a story as related.

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import { type ListPlace, listingPlaces } from '../../records/read/listing.ts';
import type { Tables } from '../../records/tables.ts';
import type { Card } from '../../story/card.ts';
import { type RelatedCard, relatedCard } from '../../story/draft.ts';
import type { StoryId, TopicId } from '../../story/ids.ts';
import { type ListKey, sectionList, topicList } from '../../story/listing.ts';
import { pathOfSection, type RelatedBecause, type RelatedView } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { headlineKeyOf } from '../story-input.ts';
import { shownCards } from './cards.ts';
import { furniture } from './furniture.ts';
import { twinsOf } from './near-duplicates.ts';
import { siteView } from './view.ts';

export const mostRelated = 5;

/** Topics of a story that are looked through, and the newest stories of each. */
const topicsAsked = 4;
const newestOfTopic = 8;

const rowsOf = precompiled((db, id: StoryId) =>
  db
    .selectFrom('related')
    .select(['source', 'target_id', 'stub', 'headline_key'])
    .where('story_id', '=', id)
    // Pins before captured cards: the words happen to sort the other way.
    .orderBy('source', 'desc')
    .orderBy('position')
    .limit(sql.lit(100)),
);

const foundRows = precompiled((db, id: StoryId) =>
  db
    .selectFrom('related_found')
    .select(['target_id', 'kind'])
    .where('story_id', '=', id)
    .orderBy('position')
    .limit(sql.lit(20)),
);

/**
 * At most five, in order: editors' pins, the cards that came with the capture, what the archive found. Where that is too
 * little, the newest stories that share topics (most shared first), then the newest of the section and of those above it.
 * Never the story itself, never one twice, never one that readers may not see: a captured card whose story we have but do
 * not show is left out with it. Unless an editor pinned it, never the same copy as the story or as another card.
 */
export async function relatedTo(
  newsroom: Newsroom,
  actor: Actor,
  story: { readonly card: Card; readonly topics: readonly TopicId[] },
): Promise<RelatedView[]> {
  const db = await siteView(newsroom, actor);
  const chosen = new Chosen(story.card);
  const [rows, found] = await Promise.all([rowsOf(db, story.card.id), foundRows(db, story.card.id)]);
  const ids = [...rows.flatMap((row) => row.target_id ?? []), ...found.map((row) => row.target_id)];
  const targets = await shownCards(newsroom, db, ids);
  chosen.keepApart(await twinsOf(db, [story.card.id, ...ids]));
  for (const row of rows) {
    if (row.target_id === null) chosen.addStub(row.stub, row.headline_key ?? '');
    else chosen.addCard(targets.get(row.target_id), row.source === 'pin' ? 'pinned' : 'captured');
  }
  for (const { target_id, kind } of found) chosen.addCard(targets.get(target_id), kind);
  if (!chosen.isFull && story.topics.length > 0) {
    const ids = await sharingTopics(db, story.topics.slice(0, topicsAsked));
    const cards = await shownCards(newsroom, db, ids);
    chosen.keepApart(await twinsOf(db, ids));
    for (const id of ids) chosen.addCard(cards.get(id), 'topic');
  }
  if (!chosen.isFull) {
    for (const list of await sectionLists(newsroom, actor, story.card)) {
      const places = await listingPlaces(db, { list, limit: mostRelated + chosen.size + 1 });
      const ids = places.map((place) => place.id);
      const cards = await shownCards(newsroom, db, ids);
      chosen.keepApart(await twinsOf(db, ids));
      for (const id of ids) chosen.addCard(cards.get(id), 'section');
      if (chosen.isFull) break;
    }
  }
  return chosen.views;
}

/** The cards chosen so far. */
class Chosen {
  readonly views: RelatedView[] = [];
  readonly #ids: Set<StoryId>;
  readonly #headlines: Set<string>;
  readonly #edition: string;
  /** Of each story those that are the same copy. */
  readonly #twins = new Map<StoryId, StoryId[]>();

  constructor(story: Card) {
    this.#ids = new Set([story.id]);
    this.#headlines = new Set();
    this.#edition = story.edition;
  }

  get size(): number {
    return this.views.length;
  }

  get isFull(): boolean {
    return this.views.length >= mostRelated;
  }

  /** Makes known which stories are the same copy; `addCard` takes no two of them, except what an editor pinned. */
  keepApart(pairs: readonly { readonly story_id: StoryId; readonly other_id: StoryId }[]): void {
    for (const { story_id: one, other_id: other } of pairs) {
      const twins = this.#twins.get(one);
      if (twins === undefined) this.#twins.set(one, [other]);
      else twins.push(other);
    }
  }

  addCard(card: Card | undefined, because: RelatedBecause): void {
    if (this.isFull || card === undefined || card.edition !== this.#edition || this.#ids.has(card.id)) return;
    if (because !== 'pinned' && this.#twins.get(card.id)?.some((twin) => this.#ids.has(twin))) return;
    // Only stubs need comparing by their words.
    if (this.#headlines.size > 0 && this.#headlines.has(keyOf(card))) return;
    this.#ids.add(card.id);
    this.views.push({ kind: 'story', card, because });
  }

  addStub(json: string | null, headlineKey: string): void {
    if (this.isFull || this.#headlines.has(headlineKey)) return;
    const stub = readStub(json);
    if (stub === null) return;
    if (this.views.some((view) => view.kind === 'story' && keyOf(view.card) === headlineKey)) return;
    this.#headlines.add(headlineKey);
    this.views.push({ kind: 'stub', stub });
  }
}

/** Making a key costs more than the rest of a choice, and most cards are met again and again. */
const keys = new WeakMap<Card, string>();
function keyOf(card: Card): string {
  let key = keys.get(card);
  if (key === undefined) {
    key = headlineKeyOf(card.headline);
    keys.set(card, key);
  }
  return key;
}

function readStub(json: string | null): RelatedCard | null {
  const stub = relatedCard.safeParse(json === null ? null : JSON.parse(json));
  return stub.success ? stub.data : null;
}

/** The newest stories of these topics: those that share most of them first, then the newest. */
async function sharingTopics(db: Kysely<Tables>, topics: readonly TopicId[]): Promise<StoryId[]> {
  const found = new Map<StoryId, { place: ListPlace; shared: number }>();
  for (const topic of topics) {
    for (const place of await listingPlaces(db, { list: topicList(topic), limit: newestOfTopic })) {
      const known = found.get(place.id);
      if (known === undefined) found.set(place.id, { place, shared: 1 });
      else known.shared += 1;
    }
  }
  return [...found.values()]
    .sort((a, b) => b.shared - a.shared || b.place.publishedAt - a.place.publishedAt || b.place.id - a.place.id)
    .map(({ place }) => place.id);
}

/** The story's section, then those above it. */
async function sectionLists(newsroom: Newsroom, actor: Actor, card: Card): Promise<ListKey[]> {
  const { sections } = await furniture(newsroom, actor, card.edition);
  return pathOfSection(sections, card.sectionId)
    .map((section) => sectionList(section.id))
    .reverse();
}
