// Gives out ids: consecutive, known before anything is written, and for the outbox in order of commit.
import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The tables whose ids come from `counters`. */
export type Counted = keyof Pick<
  Tables,
  | 'stories'
  | 'revisions'
  | 'sections'
  | 'authors'
  | 'topics'
  | 'pictures'
  | 'events'
  | 'corrections'
  | 'log'
  | 'outbox'
  | 'refusals'
>;

/**
 * Takes `count` consecutive ids (at least 1) and answers the first of them. Given back when the transaction fails.
 *
 *     const first = await takeIds(tx, 'stories', drafts.length);
 */
export async function takeIds(tx: Transaction<Tables>, name: Counted, count: number): Promise<number> {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`takeIds: ${count} ids were asked for`);
  const { last } = await tx
    .insertInto('counters')
    .values({ name, last: count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ last: eb('counters.last', '+', eb.ref('excluded.last')) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - count + 1;
}
