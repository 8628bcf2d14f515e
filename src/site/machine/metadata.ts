// What a page says of itself to machines: search engines, feed readers, and the cards that other sites make of its link.
import { authorPath, correctionsPath, frontPath, sectionPath, storyPath, topicPath } from '../../story/address.ts';
import type { ShownPicture } from '../../story/card.ts';
import type { Edition } from '../../story/edition.ts';
import { storyKey } from '../../story/listing.ts';
import type { Section } from '../../story/section.ts';
import type { AuthorView, StoryView, TopicView } from '../../story/views.ts';
import { storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { excerpt, line } from './excerpt.ts';
import { feedTitle } from './feed.ts';
import { type FeedFormat, feedFormats, feedPath, feedTypes } from './feed-addresses.ts';
import { iconPath, iconSize, iconType } from './icon.ts';
import {
  authorJsonLd,
  type JsonLd,
  paperJsonLd,
  storyJsonLd,
  type TrailStep,
  trailJsonLd,
  trailTo,
} from './json-ld.ts';
import { rfc3339 } from './moments.ts';
import { pictureFile } from './picture-files.ts';
import { summaryOf } from './summary.ts';

export interface Alternate {
  readonly hreflang: string;
  /** Absolute, as all addresses here. */
  readonly href: string;
}

export interface FeedLink {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

export interface Property {
  readonly name: string;
  readonly content: string;
}

export interface Metadata {
  readonly title: string;
  readonly description: string;
  /** Null for a page that has no address of its own to be found under. */
  readonly canonical: string | null;
  /** The `robots` directive. */
  readonly robots: string;
  readonly alternates: readonly Alternate[];
  readonly feeds: readonly FeedLink[];
  readonly openGraph: readonly Property[];
  readonly twitter: readonly Property[];
  readonly jsonLd: readonly JsonLd[];
}

const FOUND = 'max-image-preview:large';
const UNLISTED = 'noindex';

/** A page's `before` parameter makes it another page, with an address of its own. */
export interface Paging {
  readonly before?: string | null;
}

const paged = (path: string, { before }: Paging): string =>
  before === undefined || before === null ? path : `${path}?before=${encodeURIComponent(before)}`;

/** A story's page. Declares the translations that it names. */
export function storyMetadata(view: StoryView, ctx: PageContext): Metadata {
  const { card, section } = view;
  const canonical = ctx.origin + storyPath(editionOf(ctx), section, card);
  const description = summaryOf(view);
  const title = line(card.headline);
  const trail = [...trailTo(section.id, ctx), { name: title, path: null }];
  return {
    title,
    description,
    canonical,
    robots: FOUND,
    alternates: translations(view, canonical, ctx),
    feeds: feedLinks(frontPath(editionOf(ctx)), null, ctx, ['rss']),
    ...cards(
      { type: 'article', title, description, canonical, picture: card.picture },
      ctx,
      articleProperties(view, ctx),
    ),
    jsonLd: [storyJsonLd(view, ctx, canonical), trailJsonLd(trail, ctx.origin)],
  };
}

/** A view of a story to be printed: the story's own page is the one to be found. */
export function printMetadata(view: StoryView, ctx: PageContext): Metadata {
  const canonical = ctx.origin + storyPath(editionOf(ctx), view.section, view.card);
  return { ...unlistedMetadata(line(view.card.headline)), canonical };
}

/** Killed, missing and failed pages, and those for one reader only. */
export function unlistedMetadata(title: string): Metadata {
  const nothing = { alternates: [], feeds: [], openGraph: [], twitter: [], jsonLd: [] };
  return { title, description: '', canonical: null, robots: UNLISTED, ...nothing };
}

export function frontMetadata(ctx: PageContext): Metadata {
  const { furniture, elsewhere, origin } = ctx;
  const { edition } = furniture;
  const fronts = [edition, ...elsewhere.map((other) => other.edition)].map((other) => ({
    edition: other,
    href: origin + frontPath(other),
  }));
  const motto = line(edition.motto);
  return {
    ...listMetadata(
      {
        title: motto === '' ? edition.name : `${edition.name} | ${motto}`,
        description: motto,
        path: frontPath(edition),
      },
      ctx,
    ),
    alternates: alternatesOf(fronts),
    feeds: feedLinks(frontPath(edition), null, ctx),
    jsonLd: paperJsonLd(ctx),
  };
}

export function sectionMetadata(section: Section, ctx: PageContext, paging: Paging = {}): Metadata {
  const path = sectionPath(editionOf(ctx), section);
  const trail = trailTo(section.id, ctx);
  return {
    ...listMetadata({ title: section.name, description: section.about, path: paged(path, paging), trail }, ctx),
    feeds: feedLinks(path, section.name, ctx),
  };
}

export function authorMetadata(author: AuthorView, ctx: PageContext, paging: Paging = {}): Metadata {
  const path = authorPath(editionOf(ctx), author);
  const list = listMetadata({ title: author.name, description: author.about, path: paged(path, paging) }, ctx);
  return {
    ...list,
    feeds: feedLinks(path, author.name, ctx),
    jsonLd: [authorJsonLd(author, ctx), ...list.jsonLd],
  };
}

export function topicMetadata(topic: TopicView, ctx: PageContext, paging: Paging = {}): Metadata {
  const path = topicPath(editionOf(ctx), topic);
  return {
    ...listMetadata({ title: topic.name, description: topic.about, path: paged(path, paging) }, ctx),
    feeds: feedLinks(path, topic.name, ctx),
  };
}

export function correctionsMetadata(ctx: PageContext): Metadata {
  const { corrections, correctionsIntroduction } = wordsOf(ctx);
  return listMetadata(
    { title: corrections, description: correctionsIntroduction, path: correctionsPath(editionOf(ctx)) },
    ctx,
  );
}

/** Any other page of the paper: a day of the archive, the imprint. */
export interface PageAbout {
  /** The page's own name; the paper's is added. */
  readonly title: string;
  readonly description: string;
  /** From the root, with its query. */
  readonly path: string;
  /** The way here from the front, the page itself last; left out, the page stands under the front. */
  readonly trail?: readonly TrailStep[];
}

export function listMetadata({ title, description, path, trail }: PageAbout, ctx: PageContext): Metadata {
  const edition = editionOf(ctx);
  const canonical = ctx.origin + path;
  const name = line(title);
  const about = excerpt(description, 220) || line(edition.motto);
  const way = trail ?? [
    { name: wordsOf(ctx).home, path: frontPath(edition) },
    { name, path },
  ];
  return {
    title: name.startsWith(line(edition.name)) ? name : `${name} | ${line(edition.name)}`,
    description: about,
    canonical,
    robots: FOUND,
    alternates: [],
    feeds: [],
    ...cards({ type: 'website', title: name, description: about, canonical, picture: null }, ctx),
    jsonLd: [trailJsonLd(way, ctx.origin)],
  };
}

function feedLinks(
  pagePath: string,
  name: string | null,
  ctx: PageContext,
  formats: readonly FeedFormat[] = feedFormats,
): FeedLink[] {
  const title = feedTitle(editionOf(ctx).name, name);
  return formats.map((format) => ({ type: feedTypes[format], title, href: ctx.origin + feedPath(pagePath, format) }));
}

/** The story in the paper's other editions, itself among them; empty when there are none. */
function translations(view: StoryView, canonical: string, ctx: PageContext): Alternate[] {
  const editions = new Map(ctx.furniture.editions.map((edition) => [edition.key, edition]));
  const others = view.translations.flatMap((card) => {
    const edition = editions.get(card.edition);
    if (edition === undefined) return [];
    ctx.depend(storyKey(card.id));
    return [{ edition, href: ctx.origin + storyHref(ctx, card) }];
  });
  return alternatesOf([{ edition: editionOf(ctx), href: canonical }, ...others]);
}

/** One page in several editions. Who reads none of the languages is sent to the default edition where it has the page. */
function alternatesOf(pages: readonly { readonly edition: Edition; readonly href: string }[]): Alternate[] {
  const [first] = pages;
  if (first === undefined || pages.length < 2) return [];
  const { href } = pages.find(({ edition }) => edition.isDefault) ?? first;
  return [
    ...pages.map((page) => ({ hreflang: page.edition.language, href: page.href })),
    { hreflang: 'x-default', href },
  ];
}

interface CardAbout {
  readonly type: 'article' | 'website';
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly picture: ShownPicture | null;
}

/** The cards that other sites make of a link: by the words of Open Graph and of Twitter. */
function cards(
  about: CardAbout,
  ctx: PageContext,
  more: readonly Property[] = [],
): Pick<Metadata, 'openGraph' | 'twitter'> {
  const edition = editionOf(ctx);
  const { picture } = about;
  const photograph = picture === null ? null : pictureFile(picture, 'social', 1200, ctx.origin);
  const size = iconSize('large');
  const image = photograph ?? {
    address: ctx.origin + iconPath('large'),
    type: iconType('large'),
    width: size,
    height: size,
  };
  const alt = photograph === null ? '' : line(picture?.alt || picture?.caption || '');
  return {
    openGraph: [
      { name: 'og:type', content: about.type },
      { name: 'og:site_name', content: line(edition.name) },
      { name: 'og:locale', content: localeOf(edition) },
      { name: 'og:title', content: about.title },
      ...given('og:description', about.description),
      { name: 'og:url', content: about.canonical },
      { name: 'og:image', content: image.address },
      { name: 'og:image:type', content: image.type },
      { name: 'og:image:width', content: String(image.width) },
      { name: 'og:image:height', content: String(image.height) },
      ...given('og:image:alt', excerpt(alt, 300)),
      ...more,
    ],
    // Title, description and picture are taken from Open Graph where Twitter's own are not there; some readers know only these.
    twitter: [
      { name: 'twitter:card', content: photograph === null ? 'summary' : 'summary_large_image' },
      { name: 'twitter:title', content: about.title },
      ...given('twitter:description', about.description),
      { name: 'twitter:image', content: image.address },
    ],
  };
}

const given = (name: string, content: string): Property[] => (content === '' ? [] : [{ name, content }]);

function articleProperties({ card, section, topics }: StoryView, ctx: PageContext): Property[] {
  const edition = editionOf(ctx);
  return [
    { name: 'article:published_time', content: rfc3339(card.publishedAt, edition.timeZone) },
    { name: 'article:modified_time', content: rfc3339(card.updatedAt, edition.timeZone) },
    { name: 'article:section', content: line(section.name) },
    ...card.byline.authors.map((author) => ({
      name: 'article:author',
      content: ctx.origin + authorPath(edition, author),
    })),
    ...topics.map((topic) => ({ name: 'article:tag', content: line(topic.name) })),
  ];
}

/** Open Graph's locales name a country; where the edition does not, the ones that Facebook lists for the language. */
function localeOf({ language }: Edition): string {
  const known: Readonly<Record<string, string>> = { ar: 'ar_AR', en: 'en_US', fa: 'fa_IR', ur: 'ur_PK', he: 'he_IL' };
  return known[language] ?? language.replace('-', '_');
}
