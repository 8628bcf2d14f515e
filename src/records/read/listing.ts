// The places of a page of a list of live stories, newest first, by a cursor that stays right while stories are added.
import { type Kysely, sql } from 'kysely';
import type { StoryId } from '../../story/ids.ts';
import type { ListKey } from '../../story/listing.ts';
import { precompiled } from '../precompiled.ts';
import type { Tables } from '../tables.ts';

/** The place of a story in a list; two stories may be of the same millisecond. */
export interface ListPlace {
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly id: StoryId;
}

export interface ListQuery {
  readonly list: ListKey;
  /** Only what stands after this place. */
  readonly before?: ListPlace | undefined;
  /** Epoch milliseconds, the first instant included, the last not. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
}

const endOfTime = Number.MAX_SAFE_INTEGER;

/** The one upper bound of a query: `to` is the place just after all stories of earlier instants. */
function upperBound({ before, to }: ListQuery): { at: number; id: number } {
  const at = to ?? endOfTime;
  return before === undefined || before.publishedAt >= at ? { at, id: 0 } : { at: before.publishedAt, id: before.id };
}

const places = precompiled((db, list: ListKey, from: number, toAt: number, toId: number, limit: number) =>
  db
    .selectFrom('listings')
    .select(['published_at', 'story_id'])
    .where('list', '=', list)
    .where('published_at', '>=', from)
    .where(sql<boolean>`(published_at, story_id) < (${toAt}, ${toId})`)
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(limit),
);

/**
 * The places of a page; `cards` has what stands there. Listings hold live stories only, some perhaps under embargo:
 * whoever shows them must still ask whether the public may see each.
 */
export async function listingPlaces(db: Kysely<Tables>, query: ListQuery): Promise<ListPlace[]> {
  const { at, id } = upperBound(query);
  const rows = await places(db, query.list, query.from ?? -endOfTime, at, id, query.limit);
  return rows.map(({ published_at, story_id }) => ({ publishedAt: published_at, id: story_id }));
}
