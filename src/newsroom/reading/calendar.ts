// Reads how much was published in the years, months and days of an edition, for the pages that lead through the archive.
import { sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import { listingPlaces } from '../../records/read/listing.ts';
import { listingCounts } from '../../records/read/listing-counts.ts';
import type { EditionKey } from '../../story/ids.ts';
import { editionList, type ListKey } from '../../story/listing.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { furniture } from './furniture.ts';
import { siteView } from './view.ts';

const oldestOf = precompiled((db, list: ListKey) =>
  db.selectFrom('listings').select('published_at').where('list', '=', list).orderBy('published_at').limit(sql.lit(1)),
);

/** The days of an edition's oldest story and of its newest, in its time zone; null when it has none. */
export async function publishedDays(
  newsroom: Newsroom,
  actor: Actor,
  key: EditionKey,
): Promise<{ readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } | null> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  const list = editionList(key);
  const [oldest] = await oldestOf(db, list);
  const [newest] = await listingPlaces(db, { list, limit: 1 });
  if (oldest === undefined || newest === undefined) return null;
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(edition.timeZone).toPlainDate();
  return { first: dayOf(oldest.published_at), last: dayOf(newest.publishedAt) };
}

/** Stretches of so many days are remembered: two million stories take 170 ms to count, and most years change no more. */
const LONG_DAYS = 300;

/**
 * How many stories were published from each day until the next one given, which is not included: one count fewer than
 * there are days. Days are in order and those of the edition's time zone. One query at most.
 */
export async function countsBetween(
  newsroom: Newsroom,
  actor: Actor,
  key: EditionKey,
  days: readonly Temporal.PlainDate[],
): Promise<number[]> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  const { counts: kept } = newsroom.kept;
  const mark = kept.mark();
  const dates = days.map((day) => day.withCalendar('iso8601'));
  const spans = dates.slice(0, -1).map((from, at) => {
    const to = dates[at + 1] ?? from;
    const name = `${key} ${from} ${to}`;
    return { from, to, name, count: kept.get(name)?.count };
  });
  const unknown = spans.filter(({ count }) => count === undefined);
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(edition.timeZone).epochMilliseconds;
  const counted = await listingCounts(db, {
    list: editionList(key),
    spans: unknown.map(({ from, to }) => ({ from: startOf(from), to: startOf(to) })),
  });
  const fresh = new Map(unknown.map(({ name }, at) => [name, counted[at] ?? 0]));
  return spans.map(({ from, to, name, count }) => {
    const found = count ?? fresh.get(name) ?? 0;
    if (count === undefined && from.until(to).days >= LONG_DAYS) {
      kept.keep(mark, name, { edition: key, from: from.toString(), to: to.toString(), count: found });
    }
    return found;
  });
}
