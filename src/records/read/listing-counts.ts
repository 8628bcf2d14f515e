// How many stories of a list lie in each of some spans of time that follow one another, such as the days of a month.
import { type Kysely, sql } from 'kysely';
import type { ListKey } from '../../story/listing.ts';
import type { Tables } from '../tables.ts';

export interface SpansQuery {
  readonly list: ListKey;
  /** Epoch milliseconds in order: where each span begins, and at last where the last one ends. At least two. */
  readonly bounds: readonly number[];
}

/** A count for each span, in one query. Those under an embargo, which a listing seldom holds, are counted too. */
export async function listingCounts(db: Kysely<Tables>, { list, bounds }: SpansQuery): Promise<number[]> {
  const spans = bounds.slice(0, -1).map((from, at) => ({ from, to: bounds[at + 1] ?? from }));
  // A scan of the index for each span reads each entry once, as one scan of all would, and sorts nothing.
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
