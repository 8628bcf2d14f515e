// How a month's stories are parted into sitemaps: how many there are, and where each part begins.
import { sql } from 'kysely';
import { publicActor } from '../../newsroom/actor.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { cursorOf } from '../../newsroom/reading/lists.ts';
import { siteView } from '../../newsroom/reading/view.ts';
import { precompiled } from '../../records/precompiled.ts';
import type { Edition } from '../../story/edition.ts';
import { editionList, type ListKey } from '../../story/listing.ts';

const between = precompiled((db, list: ListKey, from: number, to: number) =>
  db
    .selectFrom('listings')
    .select(sql<number>`count(*)`.as('stories'))
    .where('list', '=', list)
    .where('published_at', '>=', from)
    .where('published_at', '<', to),
);

const placeAt = precompiled((db, list: ListKey, from: number, to: number, skipped: number) =>
  db
    .selectFrom('listings')
    .select(['published_at', 'story_id'])
    .where('list', '=', list)
    .where('published_at', '>=', from)
    .where('published_at', '<', to)
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .offset(skipped)
    .limit(sql.lit(1)),
);

/** A month of an edition in parts of so many stories. */
export interface Parting {
  readonly edition: Edition;
  readonly month: Temporal.PlainYearMonth;
  readonly length: number;
}

function spanOf(edition: Edition, month: Temporal.PlainYearMonth): [from: number, to: number] {
  const start = (of: Temporal.PlainYearMonth): number =>
    of.toPlainDate({ day: 1 }).toZonedDateTime(edition.timeZone).epochMilliseconds;
  return [start(month), start(month.add({ months: 1 }))];
}

/** How many sitemaps of `length` addresses a month needs; none when nothing was published in it. */
export async function partsOf(newsroom: Newsroom, { edition, month, length }: Parting): Promise<number> {
  const db = await siteView(newsroom, publicActor);
  const [row] = await between(db, editionList(edition.key), ...spanOf(edition, month));
  return Math.ceil(Number(row?.stories ?? 0) / length);
}

/** The cursor after which a part, counted from 1, begins in the month's list, newest first. Null for the first. */
export async function cursorOfPart(
  newsroom: Newsroom,
  { edition, month, length }: Parting,
  part: number,
): Promise<string | null> {
  if (part <= 1) return null;
  const db = await siteView(newsroom, publicActor);
  const skipped = (part - 1) * length - 1;
  const [row] = await placeAt(db, editionList(edition.key), ...spanOf(edition, month), skipped);
  return row === undefined ? null : cursorOf({ publishedAt: row.published_at, id: row.story_id });
}
