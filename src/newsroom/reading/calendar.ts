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

/**
 * How many stories were published from each day until the next one given, which is not included: one count fewer than
 * there are days. Days are in order and those of the edition's time zone. One query.
 */
export async function countsBetween(
  newsroom: Newsroom,
  actor: Actor,
  key: EditionKey,
  days: readonly Temporal.PlainDate[],
): Promise<number[]> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  const bounds = days.map((day) => day.withCalendar('iso8601').toZonedDateTime(edition.timeZone).epochMilliseconds);
  return await listingCounts(db, { list: editionList(key), bounds });
}
