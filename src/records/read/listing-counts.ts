// How many stories of a list lie in each of some spans of time, such as the days of a month.
import { type Kysely, sql } from 'kysely';
import type { ListKey } from '../../story/listing.ts';
import type { Tables } from '../tables.ts';

export interface SpansQuery {
  readonly list: ListKey;
  /** Epoch milliseconds, `to` not included. SQLite joins no more than 500 of them in one query. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** A count for each span, in one query. Those under an embargo, which a listing seldom holds, are counted too. */
export async function listingCounts(db: Kysely<Tables>, { list, spans }: SpansQuery): Promise<number[]> {
  if (spans.length === 0) return [];
  // Each looks at its own stretch of the key alone, so that together they read every entry once.
  const counts = spans.map(
    ({ from, to }, at) => sql`select ${sql.lit(at)} as span, count(*) as stories from listings
      where list = ${list} and published_at >= ${from} and published_at < ${to}`,
  );
  const { rows } = await sql<{ span: number; stories: number | string }>`${sql.join(counts, sql` union all `)}`.execute(
    db,
  );
  const found = new Map(rows.map(({ span, stories }) => [Number(span), Number(stories)]));
  return spans.map((_, at) => found.get(at) ?? 0);
}
