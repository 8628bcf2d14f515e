// What the moment of a story adds to its score: a little for being fresh, more for lying in the days that the query itself names.

export interface Moments {
  /** Epoch milliseconds: now, for those who want the news. */
  readonly now?: number;
  /** The days that are named in the query's own words; epoch milliseconds, `to` not included, null for no bound. */
  readonly named?: { readonly from: number | null; readonly to: number | null };
}

const FRESH = 0.1;
/** Freshness falls to a third in so many days. */
const FRESH_DAYS = 30;
const NAMED = 0.3;
const DAY = 86_400_000;

/** What a score is multiplied by, from 1 up. A query that names days wants those, not the freshest. */
export function timeFactor({ now, named }: Moments): (publishedAt: number) => number {
  if (named !== undefined) {
    const [from, to] = [named.from ?? Number.NEGATIVE_INFINITY, named.to ?? Number.POSITIVE_INFINITY];
    return (moment) => (moment >= from && moment < to ? 1 + NAMED : 1);
  }
  if (now === undefined) return () => 1;
  return (moment) => 1 + FRESH * Math.exp(-Math.max(0, now - moment) / DAY / FRESH_DAYS);
}
