// Reads pages of lists, newest first: a section, an author, all of an edition, a month.
import { type Kysely, sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import { type ListPlace, listingPlaces } from '../../records/read/listing.ts';
import type { Tables } from '../../records/tables.ts';
import type { EditionKey, SectionId, StoryId } from '../../story/ids.ts';
import { authorList, editionList, type ListKey, sectionList } from '../../story/listing.ts';
import type { AuthorView, ListPage } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import { forEdition } from '../for-edition.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownInOrder } from './cards.ts';
import { furniture } from './furniture.ts';
import { siteView } from './view.ts';

export interface PageOf {
  /** The cursor of the page before, its `older`. One that is not a cursor is as none. */
  readonly before?: string | null | undefined;
  /** 1 to 1000 cards. */
  readonly limit: number;
}

const mostCards = 1000;

/** A place in a list as it stands in an address: `1764000000000-12`. */
export const cursorOf = (place: ListPlace): string => `${place.publishedAt}-${place.id}`;

export function readCursor(cursor: string | null | undefined): ListPlace | undefined {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(cursor ?? '');
  return match === null ? undefined : { publishedAt: Number(match[1]), id: Number(match[2]) as StoryId };
}

export async function pageOfList(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  list: ListKey,
  page: PageOf,
  span: { from?: number; to?: number } = {},
): Promise<ListPage> {
  const limit = Math.max(1, Math.min(mostCards, Math.trunc(page.limit) || 1));
  const places = await listingPlaces(db, { list, before: readCursor(page.before), limit: limit + 1, ...span });
  const shown = places.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    cards: await shownInOrder(
      newsroom,
      db,
      shown.map((place) => place.id),
    ),
    older: places.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

/** A section with all that lies under it. */
export async function sectionPage(
  newsroom: Newsroom,
  actor: Actor,
  { section, ...page }: PageOf & { readonly section: SectionId },
): Promise<ListPage> {
  return await pageOfList(newsroom, await siteView(newsroom, actor), sectionList(section), page);
}

/** Everything in an edition. */
export async function latest(
  newsroom: Newsroom,
  actor: Actor,
  { edition, ...page }: PageOf & { readonly edition: EditionKey },
): Promise<ListPage> {
  return await pageOfList(newsroom, await siteView(newsroom, actor), editionList(edition), page);
}

const authorBySlug = forEdition((edition) =>
  precompiled((db, slug: string) =>
    db
      .selectFrom('authors')
      .select(['id', 'slug', 'name', 'about'])
      .where('edition', '=', sql.lit(edition))
      .where('slug', '=', slug),
  ),
);

export type NamedPage = PageOf & { readonly edition: EditionKey; readonly slug: string };

/**
 * An author with what they wrote. Null when there is none, or when readers have neither a story of theirs nor a text
 * about them: a name that only stands on drafts or on killed stories is not shown.
 */
export async function authorPage(
  newsroom: Newsroom,
  actor: Actor,
  { edition, slug, ...page }: NamedPage,
): Promise<{ author: AuthorView; list: ListPage } | null> {
  const db = await siteView(newsroom, actor);
  await furniture(newsroom, actor, edition);
  const [author] = await authorBySlug(edition)(db, slug);
  if (author === undefined) return null;
  const list = authorList(author.id);
  if (author.about === '' && !(await hasStories(db, list))) return null;
  return { author, list: await pageOfList(newsroom, db, list, page) };
}

/** Whether a list has anything that readers might see. */
export async function hasStories(db: Kysely<Tables>, list: ListKey): Promise<boolean> {
  return (await listingPlaces(db, { list, limit: 1 })).length > 0;
}
