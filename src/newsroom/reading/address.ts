// Reads where an old address or a short link leads, without saying anything of stories that readers may not know of.
import { precompiled, precompiledForMany } from '../../records/precompiled.ts';
import type { Card } from '../../story/card.ts';
import type { StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import { addressKey, pathOnlyKey } from '../address-key.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownCards } from './cards.ts';
import { siteView } from './view.ts';

const byKeys = precompiledForMany((db, keys: readonly string[]) =>
  db.selectFrom('redirects').select(['address_key', 'story_id']).where('address_key', 'in', keys),
);

/**
 * The story that had an address elsewhere: an absolute address, or a path with its query, under whatever host. Null when
 * none had it, or when readers may not know of it; a killed story is answered, so that its page can say so.
 */
export async function resolveAddress(newsroom: Newsroom, actor: Actor, address: string): Promise<StoryId | null> {
  const db = await siteView(newsroom, actor);
  const keys = [addressKey(address), pathOnlyKey(address)].filter((key) => key !== null);
  const rows = await byKeys(db, [...new Set(keys)]);
  for (const key of keys) {
    const row = rows.find((candidate) => candidate.address_key === key);
    if (row !== undefined) return (await storyIdExists(newsroom, actor, row.story_id)) ? row.story_id : null;
  }
  return null;
}

const stateOf = precompiled((db, id: StoryId) => db.selectFrom('stories').select('state').where('id', '=', id));

/** What a bare id leads to: enough for a short link, and to see whether an address has the right words. */
export type CardAnswer =
  | { readonly kind: 'story'; readonly card: Card }
  | { readonly kind: 'killed' }
  | { readonly kind: 'absent' };

export async function storyCard(newsroom: Newsroom, actor: Actor, id: StoryId): Promise<CardAnswer> {
  const db = await siteView(newsroom, actor);
  if (!Number.isSafeInteger(id)) return { kind: 'absent' };
  const card = (await shownCards(newsroom, db, [id])).get(id);
  if (card !== undefined) return { kind: 'story', card };
  const [row] = await stateOf(db, id);
  return row?.state === 'killed' ? { kind: 'killed' } : { kind: 'absent' };
}

/** Whether readers may know of a story with this id: it is public, or was and is killed. */
export async function storyIdExists(newsroom: Newsroom, actor: Actor, id: StoryId): Promise<boolean> {
  return (await storyCard(newsroom, actor, id)).kind !== 'absent';
}
