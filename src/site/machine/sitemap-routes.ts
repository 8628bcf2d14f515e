// The sitemaps: the index, the standing pages and the months of each edition, and the news of the last two days.
import { publicActor } from '../../newsroom/actor.ts';
import { months, month as storiesOfMonth } from '../../newsroom/reading/days.ts';
import { editions } from '../../newsroom/reading/furniture.ts';
import { latest } from '../../newsroom/reading/lists.ts';
import { aboutPath, correctionsPath, frontPath, sectionPath } from '../../story/address.ts';
import type { Card } from '../../story/card.ts';
import type { Edition } from '../../story/edition.ts';
import { type DependencyKey, editionList, furnitureKey, storyKey } from '../../story/listing.ts';
import { storyHref } from '../links.ts';
import type { PageContext } from '../page-context.ts';
import { line } from './excerpt.ts';
import { cursorOfPart, partsOf } from './month-parts.ts';
import { pictureFile } from './picture-files.ts';
import { type Answering, type Asked, contextOf, documentOf, placeOf, type Source } from './place.ts';
import { newsSitemap, type SitemapPage, type SitemapPart, sitemap, sitemapIndex } from './sitemap.ts';

const XML = 'application/xml';
/** A fifth of the addresses that the protocol allows, since Arabic ones are long and its megabytes few. */
const SITEMAP_LENGTH = 10_000;
/** Google News takes the stories of two days, and no more than a thousand. */
const NEWS_HOURS = 48;
const MOST_NEWS = 1000;
/** Cards read at a time. */
const STRIDE = 1000;

/** `/sitemap.xml` leads to the whole paper, `/en/sitemap.xml` to one edition. */
export const answerSitemapIndex: Answering = async (source, { segments, depend }) => {
  const place = await placeOf(source, segments.slice(0, -1));
  if (place === null || place.rest.length > 0) return null;
  const mapped = place.edition.isDefault ? await editions(source.newsroom, publicActor) : [place.edition];
  const parts: SitemapPart[] = [];
  for (const edition of mapped) parts.push(...(await indexOf(source, edition, depend)));
  return documentOf(sitemapIndex(parts, place.edition.timeZone), XML);
};

async function indexOf(source: Source, edition: Edition, depend: Asked['depend']): Promise<SitemapPart[]> {
  const { newsroom, origin, sitemapLength: length = SITEMAP_LENGTH } = source;
  // A story that comes or goes changes the edition's list, in whatever month.
  depend(editionList(edition.key));
  depend(furnitureKey(edition.key));
  const folder = `${origin}/sitemaps/${edition.key}`;
  const parts: SitemapPart[] = [{ address: `${folder}/pages.xml`, updatedAt: null }];
  for (const month of await months(newsroom, publicActor, edition.key)) {
    const count = await partsOf(newsroom, { edition, month: Temporal.PlainYearMonth.from(month), length });
    for (let part = 1; part <= count; part += 1) {
      parts.push({ address: `${folder}/${month}${part === 1 ? '' : `-${part}`}.xml`, updatedAt: null });
    }
  }
  return parts;
}

const monthFile = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?\.xml$/;

/** `/sitemaps/{edition}/pages.xml`, `/sitemaps/{edition}/2026-11.xml` and, for the second ten thousand, `…/2026-11-2.xml`. */
export const answerSitemap: Answering = async (source, { segments, depend }) => {
  const [folder, key, file = '', ...more] = segments;
  if (folder !== 'sitemaps' || more.length > 0) return null;
  const edition = (await editions(source.newsroom, publicActor)).find((known) => known.key === key);
  if (edition === undefined) return null;
  const ctx = await contextOf(source, edition, depend);
  if (file === 'pages.xml') return documentOf(sitemap(standingPages(ctx), edition.timeZone), XML);
  const [, month, part = '1'] = monthFile.exec(file) ?? [];
  if (month === undefined) return null;
  const cards = await cardsOfPart(source, edition, month, Number(part));
  if (cards === null) return null;
  // The month alone: with each of ten thousand stories declared, a crawler's visit would fill the page cache's memory with
  // keys. A kill touches the month; a changed headline waits until the pages of the day are made anew, at midnight.
  depend(`month:${edition.key}:${month}` satisfies DependencyKey);
  return documentOf(
    sitemap(
      cards.map((card) => pageOf(ctx, card)),
      edition.timeZone,
    ),
    XML,
  );
};

function standingPages({ furniture: { edition, sections }, origin }: PageContext): SitemapPage[] {
  const paths = [
    frontPath(edition),
    ...sections.map((section) => sectionPath(edition, section)),
    correctionsPath(edition),
    aboutPath(edition),
  ];
  return paths.map((path) => ({ address: origin + path, updatedAt: null, picture: null }));
}

/** Null when the month has no such part. */
async function cardsOfPart(
  { newsroom, sitemapLength: length = SITEMAP_LENGTH }: Source,
  edition: Edition,
  name: string,
  part: number,
): Promise<readonly Card[] | null> {
  const month = Temporal.PlainYearMonth.from(name);
  const parting = { edition, month, length };
  if (part > (await partsOf(newsroom, parting))) return null;
  const cards: Card[] = [];
  let before = await cursorOfPart(newsroom, parting, part);
  for (let read = 0; read < length; read += STRIDE) {
    const limit = Math.min(STRIDE, length - read);
    const page = await storiesOfMonth(newsroom, publicActor, { edition: edition.key, month, before, limit });
    cards.push(...page.cards);
    before = page.older;
    if (before === null) break;
  }
  return cards;
}

function pageOf(ctx: PageContext, card: Card): SitemapPage {
  const picture = card.picture === null ? null : pictureFile(card.picture, 'full', 1200, ctx.origin);
  return {
    address: ctx.origin + storyHref(ctx, card),
    updatedAt: card.updatedAt,
    picture: picture?.address ?? null,
  };
}

/** `/news-sitemap.xml`, in each edition. */
export const answerNewsSitemap: Answering = async (source, { segments, depend }) => {
  const place = await placeOf(source, segments.slice(0, -1));
  if (place === null || place.rest.length > 0) return null;
  const { edition } = place;
  const ctx = await contextOf(source, edition, depend);
  depend(editionList(edition.key));
  const cards = await newsOf(source, edition, ctx.now.epochMilliseconds - NEWS_HOURS * 3_600_000);
  for (const card of cards) depend(storyKey(card.id));
  const pages = cards.map((card) => ({
    address: ctx.origin + storyHref(ctx, card),
    headline: line(card.headline),
    publishedAt: card.publishedAt,
  }));
  const { name, language, timeZone } = edition;
  // The country of `ar-SA` is no part of an ISO 639 code.
  const publication = { paper: line(name), language: language.split('-')[0] ?? language, timeZone };
  return documentOf(newsSitemap(pages, publication), XML);
};

/** The newest stories that were published after an instant. */
async function newsOf({ newsroom }: Source, edition: Edition, after: number): Promise<Card[]> {
  const limit = 100;
  const cards: Card[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof latest>> = await latest(newsroom, publicActor, {
      edition: edition.key,
      before,
      limit,
    });
    const recent = page.cards.filter((card) => card.publishedAt > after);
    cards.push(...recent);
    before = recent.length < page.cards.length ? null : page.older;
  } while (before !== null && cards.length < MOST_NEWS);
  return cards;
}
