// Cards of stories that readers may see, from memory where they are known.
import type { Kysely } from 'kysely';
import { cards as storedCards } from '../../records/read/cards.ts';
import type { Tables } from '../../records/tables.ts';
import type { Card } from '../../story/card.ts';
import type { StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { isShown, siteView } from './view.ts';

/** By id. A story that readers may not see is left out, whatever it is. One query at most. */
export async function shownCards(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  ids: Iterable<StoryId>,
): Promise<Map<StoryId, Card>> {
  const { cards: kept } = newsroom.kept;
  const mark = kept.mark();
  const found = new Map<StoryId, Card>();
  const unknown = new Set<StoryId>();
  for (const id of ids) {
    const card = kept.get(id);
    // Kept cards are those of stories that were public, and an event drops them when that ends.
    if (card === undefined) unknown.add(id);
    else found.set(id, card);
  }
  if (unknown.size === 0) return found;
  for (const { state, embargoUntil, card } of await storedCards(db, [...unknown])) {
    if (!isShown(newsroom, state, embargoUntil)) continue;
    found.set(card.id, card);
    kept.keep(mark, card.id, card);
  }
  return found;
}

/** The same as a list, in the order of the ids, without those that are not shown. */
export async function shownInOrder(newsroom: Newsroom, db: Kysely<Tables>, ids: readonly StoryId[]): Promise<Card[]> {
  const found = await shownCards(newsroom, db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The cards of stories that were found, in the order in which they were; one that has been withdrawn meanwhile is not among them. */
export async function foundCards(newsroom: Newsroom, actor: Actor, ids: readonly StoryId[]): Promise<Card[]> {
  return await shownInOrder(newsroom, await siteView(newsroom, actor), ids);
}
