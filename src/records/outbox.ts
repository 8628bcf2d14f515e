// The outbox: what follows from an act, written with it, and how far each follower has come.
import type { Kysely, Transaction } from 'kysely';
import type { StoryId } from '../story/ids.ts';
import type { DependencyKey } from '../story/listing.ts';
import { takeIds } from './ids.ts';
import { insertAll } from './insert-all.ts';
import type { Tables } from './tables.ts';

export interface OutboxEvent {
  /** Rises by one from each event to the next, in order of commit, without gaps. */
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly type: string;
  readonly storyId: StoryId | null;
  /** What pages may depend on and is no longer as it was. */
  readonly touches: readonly DependencyKey[];
}

/** Adds events to the act's own transaction and answers them with their ids, in the order given. */
export async function appendEvents(
  tx: Transaction<Tables>,
  events: readonly Omit<OutboxEvent, 'id'>[],
): Promise<OutboxEvent[]> {
  if (events.length === 0) return [];
  const first = await takeIds(tx, 'outbox', events.length);
  const numbered = events.map((event, index) => ({ ...event, id: first + index }));
  await insertAll(
    tx,
    'outbox',
    numbered.map(({ id, at, type, storyId, touches }) => ({
      id,
      at,
      type,
      story_id: storyId,
      touches: JSON.stringify(touches),
    })),
  );
  return numbered;
}

/** Events with greater ids than `id`, oldest first, at most `limit`. */
export async function eventsAfter(db: Kysely<Tables>, id: number, limit: number): Promise<OutboxEvent[]> {
  const rows = await db.selectFrom('outbox').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    type: row.type,
    storyId: row.story_id,
    touches: JSON.parse(row.touches) as DependencyKey[],
  }));
}

/** The id of the newest event, 0 when there is none. */
export async function lastEventId(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('outbox').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

/** The id of the last event that a follower has dealt with, 0 when it is new. */
export async function followedUpTo(db: Kysely<Tables>, follower: string): Promise<number> {
  const row = await db.selectFrom('followers').select('last').where('name', '=', follower).executeTakeFirst();
  return row?.last ?? 0;
}

/** Notes that a follower has dealt with all events up to and including `last`. */
export async function followed(tx: Transaction<Tables>, follower: string, last: number): Promise<void> {
  await tx
    .insertInto('followers')
    .values({ name: follower, last })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ last }))
    .execute();
}
