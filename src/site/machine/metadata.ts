// What a page says of itself to machines: search engines, feed readers, and the cards that other sites make of its link.
import { authorPath, frontPath, sectionPath, topicPath } from '../../story/address.ts';
import type { Edition } from '../../story/edition.ts';
import { furnitureKey, storyKey } from '../../story/listing.ts';
import type { StoryView } from '../../story/views.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { type Head, headOf, type Subject } from '../subject.ts';
import { excerpt, line } from './excerpt.ts';
import { feedTitle } from './feed.ts';
import { type FeedFormat, feedFormats, feedPath, feedTypes } from './feed-addresses.ts';
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
import { type SignSize, signBitmap } from './sign.ts';
import { SUMMARY, summaryOf } from './summary.ts';

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
  /** Null for a page that is not to be found under an address of its own. */
  readonly canonical: string | null;
  /** The `robots` directive. */
  readonly robots: string;
  readonly alternates: readonly Alternate[];
  readonly feeds: readonly FeedLink[];
  readonly openGraph: readonly Property[];
  readonly twitter: readonly Property[];
  readonly jsonLd: readonly JsonLd[];
}

/** Declares the translations of a story that it names. A page that is not to be found says that, its title, and no more. */
export function metadataOf(ctx: PageContext, subject: Subject): Metadata {
  const head = headOf(ctx, subject);
  const title = line(head.title);
  const canonical = head.canonical === null ? null : ctx.origin + head.canonical;
  if (!head.isIndexed || canonical === null) {
    const nothing = { alternates: [], openGraph: [], twitter: [], jsonLd: [] };
    return { title, description: '', canonical, robots: 'noindex', ...nothing, feeds: feedsOf(ctx, subject) };
  }
  const description = subject.kind === 'story' ? summaryOf(subject.view) : excerpt(head.description, SUMMARY);
  const about = { title, description, canonical };
  return {
    ...about,
    robots: 'max-image-preview:large',
    alternates: alternatesOf(ctx, head, canonical, subject),
    feeds: feedsOf(ctx, subject),
    ...cards(ctx, about, head, subject),
    jsonLd: jsonLdOf(ctx, subject, canonical, title),
  };
}

/** The page's own feeds where it has them; the paper's, in the one format that all readers know, on a story. */
function feedsOf(ctx: PageContext, subject: Subject): FeedLink[] {
  const edition = editionOf(ctx);
  const links = (path: string, name: string | null, formats: readonly FeedFormat[] = feedFormats): FeedLink[] =>
    formats.map((format) => ({
      type: feedTypes[format],
      title: feedTitle(edition.name, name),
      href: ctx.origin + feedPath(path, format),
    }));
  switch (subject.kind) {
    case 'front':
      return links(frontPath(edition), null);
    case 'section':
      return links(sectionPath(edition, subject.section), subject.section.name);
    case 'author':
      return links(authorPath(edition, subject.author), subject.author.name);
    case 'topic':
      return links(topicPath(edition, subject.topic), subject.topic.name);
    case 'story':
      return links(frontPath(edition), null, ['rss']);
    default:
      return [];
  }
}

/**
 * The page in the paper's editions, itself among them; empty where there is only this one. Who reads none of the
 * languages is sent to the default edition, where it has the page.
 */
function alternatesOf(ctx: PageContext, head: Head, canonical: string, subject: Subject): Alternate[] {
  if (head.counterparts.length === 0) return [];
  if (subject.kind === 'story') for (const { id } of subject.view.translations) ctx.depend(storyKey(id));
  for (const { edition } of head.counterparts) ctx.depend(furnitureKey(edition.key));
  const others = head.counterparts.map(({ edition, href }) => ({ edition, href: ctx.origin + href }));
  const pages = [{ edition: editionOf(ctx), href: canonical }, ...others];
  const anybody = pages.find(({ edition }) => edition.isDefault)?.href ?? canonical;
  return [
    ...pages.map(({ edition, href }) => ({ hreflang: edition.language, href })),
    { hreflang: 'x-default', href: anybody },
  ];
}

function jsonLdOf(ctx: PageContext, subject: Subject, canonical: string, title: string): JsonLd[] {
  const trail = (steps: readonly TrailStep[]): JsonLd => trailJsonLd(steps, ctx.origin);
  const home = { name: wordsOf(ctx).home, path: frontPath(editionOf(ctx)) };
  switch (subject.kind) {
    case 'front':
      return paperJsonLd(ctx);
    case 'story': {
      const { view } = subject;
      const way = [...trailTo(view.section.id, ctx), { name: title, path: null }];
      return [storyJsonLd(view, ctx, canonical), trail(way)];
    }
    case 'section':
      return [trail(trailTo(subject.section.id, ctx))];
    case 'author':
      return [authorJsonLd(subject.author, ctx), trail([home, { name: subject.author.name, path: null }])];
    case 'topic':
      return [trail([home, { name: subject.topic.name, path: null }])];
    default:
      return [trail([home, { name: title, path: null }])];
  }
}

type About = Pick<Metadata, 'title' | 'description'> & { readonly canonical: string };

/** The cards that other sites make of a link: by the words of Open Graph and of Twitter. */
function cards(ctx: PageContext, about: About, head: Head, subject: Subject): Pick<Metadata, 'openGraph' | 'twitter'> {
  const edition = editionOf(ctx);
  const { picture } = head;
  const photograph = picture === null ? null : pictureFile(picture, 'social', 1200, ctx.origin);
  const image = photograph ?? signFile(ctx);
  const alt = photograph === null ? '' : excerpt(picture?.alt || picture?.caption || '', 300);
  return {
    openGraph: [
      { name: 'og:type', content: subject.kind === 'story' ? 'article' : 'website' },
      { name: 'og:site_name', content: line(edition.name) },
      { name: 'og:locale', content: localeOf(edition) },
      { name: 'og:title', content: about.title },
      ...given('og:description', about.description),
      { name: 'og:url', content: about.canonical },
      { name: 'og:image', content: image.address },
      { name: 'og:image:type', content: image.type },
      { name: 'og:image:width', content: String(image.width) },
      { name: 'og:image:height', content: String(image.height) },
      ...given('og:image:alt', alt),
      ...(subject.kind === 'story' ? articleProperties(subject.view, ctx) : []),
    ],
    // Twitter itself reads Open Graph where its own words are missing, but some that read its cards do not.
    twitter: [
      { name: 'twitter:card', content: photograph === null ? 'summary' : 'summary_large_image' },
      { name: 'twitter:title', content: about.title },
      ...given('twitter:description', about.description),
      { name: 'twitter:image', content: image.address },
      ...given('twitter:image:alt', alt),
    ],
  };
}

/** The paper's sign stands for a page without a picture. */
function signFile(ctx: PageContext) {
  const size: SignSize = 512;
  return { address: ctx.origin + signBitmap(ctx.assets, size), type: 'image/png', width: size, height: size };
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
