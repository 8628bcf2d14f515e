// Reads the archive by date: a day, the months that have stories, and a month. Days are those of the edition's time zone.
import { type Kysely, sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import { listingPlaces } from '../../records/read/listing.ts';
import type { Tables } from '../../records/tables.ts';
import type { Edition } from '../../story/edition.ts';
import type { EditionKey } from '../../story/ids.ts';
import { editionList, type ListKey } from '../../story/listing.ts';
import type { DayView, ListPage } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { furniture } from './furniture.ts';
import { type PageOf, pageOfList } from './lists.ts';
import { siteView } from './view.ts';

/** A day of the largest papers has some hundreds. */
const mostOfDay = 1000;

const firstFrom = precompiled((db, list: ListKey, from: number) =>
  db
    .selectFrom('listings')
    .select('published_at')
    .where('list', '=', list)
    .where('published_at', '>=', from)
    .orderBy('published_at')
    .limit(sql.lit(1)),
);

const startOf = (day: Temporal.PlainDate, edition: Edition): number =>
  day.toZonedDateTime(edition.timeZone).epochMilliseconds;

const dayOf = (at: number, edition: Edition): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(edition.timeZone).toPlainDate();

async function newestBefore(db: Kysely<Tables>, list: ListKey, to: number): Promise<number | null> {
  const [place] = await listingPlaces(db, { list, to, limit: 1 });
  return place?.publishedAt ?? null;
}

/** What was published on a day, newest first, and the nearest days that have something. */
export async function day(
  newsroom: Newsroom,
  actor: Actor,
  key: EditionKey,
  date: Temporal.PlainDate,
): Promise<DayView> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  const list = editionList(key);
  const [from, to] = [startOf(date, edition), startOf(date.add({ days: 1 }), edition)];
  const { cards } = await pageOfList(newsroom, db, list, { limit: mostOfDay }, { from, to });
  const earlier = await newestBefore(db, list, from);
  const [later] = await firstFrom(db, list, to);
  return {
    cards,
    earlier: earlier === null ? null : dayOf(earlier, edition).toString(),
    later: later === undefined ? null : dayOf(later.published_at, edition).toString(),
  };
}

/** The months in which something was published, newest first: `2026-11`. One small query a month. */
export async function months(newsroom: Newsroom, actor: Actor, key: EditionKey): Promise<string[]> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  const found: string[] = [];
  let at = await newestBefore(db, editionList(key), Number.MAX_SAFE_INTEGER);
  while (at !== null) {
    const month = dayOf(at, edition).toPlainYearMonth();
    found.push(month.toString());
    at = await newestBefore(db, editionList(key), startOf(month.toPlainDate({ day: 1 }), edition));
  }
  return found;
}

/** A page of what was published in a month, newest first. */
export async function month(
  newsroom: Newsroom,
  actor: Actor,
  {
    edition: key,
    month: wanted,
    ...page
  }: PageOf & { readonly edition: EditionKey; readonly month: Temporal.PlainYearMonth },
): Promise<ListPage> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  const from = startOf(wanted.toPlainDate({ day: 1 }), edition);
  const to = startOf(wanted.add({ months: 1 }).toPlainDate({ day: 1 }), edition);
  return await pageOfList(newsroom, db, editionList(key), page, { from, to });
}
