// Cards of stories by their ids, with what decides whether somebody may see them.
import type { Kysely } from 'kysely';
import type { Card } from '../../story/card.ts';
import type { StoryId } from '../../story/ids.ts';
import type { StoryState } from '../../story/workflow.ts';
import { documentColumn, parsed } from '../documents.ts';
import { precompiledForMany } from '../precompiled.ts';
import type { Tables } from '../tables.ts';

export interface StoredCard {
  readonly state: StoryState;
  /** Epoch milliseconds. */
  readonly embargoUntil: number | null;
  readonly card: Card;
}

const query = precompiledForMany((db, ids: readonly StoryId[]) =>
  db
    .selectFrom('stories')
    .select(['id', 'state', 'embargo_until', documentColumn<null>(db, 'card').as('card')])
    .where('id', 'in', ids),
);

/** In the order of `ids`, each once. A story that was never published, or is not there, is left out. */
export async function cards(db: Kysely<Tables>, ids: readonly StoryId[]): Promise<StoredCard[]> {
  const rows = await query(db, ids);
  const byId = new Map<StoryId, StoredCard>();
  for (const { id, state, embargo_until, card } of rows) {
    if (card !== null) byId.set(id, { state, embargoUntil: embargo_until, card: parsed<Card>(card) });
  }
  const found: StoredCard[] = [];
  for (const id of ids) {
    const card = byId.get(id);
    if (card === undefined) continue;
    found.push(card);
    byId.delete(id);
  }
  return found;
}
