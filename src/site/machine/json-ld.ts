// schema.org data: what a story, a list or the paper is, in the words that search engines read.
import { matchKey } from '../../arabic/normal-form.ts';
import {
  aboutPath,
  authorPath,
  correctionsPath,
  frontPath,
  searchPath,
  sectionPath,
  shortPath,
} from '../../story/address.ts';
import type { AuthorRole } from '../../story/byline.ts';
import type { ShownAuthor, ShownPicture } from '../../story/card.ts';
import type { StoryKind } from '../../story/story.ts';
import { type AuthorView, pathOfSection, type StoryView } from '../../story/views.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { excerpt, line } from './excerpt.ts';
import { rfc3339 } from './moments.ts';
import { pictureFile } from './picture-files.ts';
import { signBitmap } from './sign.ts';
import { summaryOf } from './summary.ts';

export type JsonLd = { readonly [property: string]: JsonLdValue | undefined };
type JsonLdValue = string | number | boolean | JsonLd | readonly JsonLdValue[];

/** Search engines cut a headline here. */
const HEADLINE = 110;
/** Pictures on cards of search engines: at least 1200 pixels wide where the original is. */
const WIDEST = 1200;
/** A story that was corrected more often than this has its corrections page for the rest. */
const MOST_CORRECTIONS = 5;

const storyTypes: Readonly<Record<StoryKind, string | readonly string[]>> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  // Both, since many readers know of articles only.
  live: ['NewsArticle', 'LiveBlogPosting'],
  gallery: 'NewsArticle',
};

export function storyJsonLd(view: StoryView, ctx: PageContext, canonical: string): JsonLd {
  const { card, topics } = view;
  const { language, timeZone } = editionOf(ctx);
  const images = imagesOf(card.picture, ctx.origin);
  const description = summaryOf(view);
  const { dateline } = card.byline;
  return {
    '@type': storyTypes[card.kind],
    '@id': ctx.origin + shortPath(card),
    mainEntityOfPage: canonical,
    headline: excerpt(card.headline, HEADLINE),
    ...(line(card.kicker) === '' ? {} : { alternativeHeadline: excerpt(card.kicker, HEADLINE) }),
    ...(description === '' ? {} : { description }),
    datePublished: rfc3339(card.publishedAt, timeZone),
    dateModified: rfc3339(card.updatedAt, timeZone),
    ...(card.kind === 'live' ? { coverageStartTime: rfc3339(card.publishedAt, timeZone) } : {}),
    ...signatures(view, ctx),
    publisher: publisher(ctx),
    ...(images.length === 0 ? {} : { image: images }),
    articleSection: line(view.section.name),
    ...(topics.length === 0 ? {} : { keywords: topics.map((topic) => line(topic.name)) }),
    inLanguage: language,
    isAccessibleForFree: true,
    ...(dateline === null
      ? {}
      : { dateline: line(dateline), contentLocation: { '@type': 'Place', name: line(dateline) } }),
    ...corrections(view, timeZone),
  };
}

/** 16:9, 3:2 and 1:1, so that a card of any form finds one; empty without a file. */
function imagesOf(picture: ShownPicture | null, origin: string): string[] {
  if (picture === null) return [];
  return (['wide', 'card', 'square'] as const).flatMap(
    (shape) => pictureFile(picture, shape, WIDEST, origin)?.address ?? [],
  );
}

function corrections({ corrections: notes }: StoryView, timeZone: string): JsonLd {
  if (notes.length === 0) return {};
  return {
    correction: notes.slice(0, MOST_CORRECTIONS).map(({ text, at }) => ({
      '@type': 'CorrectionComment',
      text: line(text),
      datePublished: rfc3339(at, timeZone),
    })),
  };
}

/** The property that says what somebody did; `author` for those who wrote. */
const properties: Readonly<Record<AuthorRole, 'author' | 'editor' | 'translator' | 'contributor'>> = {
  writer: 'author',
  reporter: 'author',
  interviewer: 'author',
  editor: 'editor',
  translator: 'translator',
  photographer: 'contributor',
};

/** Who signed, by property. A story always has an author: the agencies, or else the paper. */
function signatures({ card }: StoryView, ctx: PageContext): JsonLd {
  const { authors, agencies } = card.byline;
  const by = Object.groupBy(authors, (author) => properties[author.role]);
  const signed = (some: readonly ShownAuthor[] = []): JsonLd[] => some.map((author) => signatory(author, ctx));
  const wires = agencies.map((name) => ({ '@type': 'Organization', name: line(name) }));
  const wrote = [...signed(by.author), ...wires];
  const others = (['editor', 'translator', 'contributor'] as const).flatMap((property) => {
    const some = by[property];
    return some === undefined ? [] : [[property, signed(some)] as const];
  });
  return { author: wrote.length > 0 ? wrote : [organization(ctx)], ...Object.fromEntries(others) };
}

/** The paper signs under its own name, with or without its quotation marks: then it is no person. */
function signatory(author: ShownAuthor, ctx: PageContext): JsonLd {
  const edition = editionOf(ctx);
  const isPaper = matchKey(author.name) === matchKey(edition.name);
  return {
    '@type': isPaper ? 'Organization' : 'Person',
    name: line(author.name),
    url: ctx.origin + authorPath(edition, author),
  };
}

function organization(ctx: PageContext): JsonLd {
  const edition = editionOf(ctx);
  return { '@type': 'NewsMediaOrganization', name: line(edition.name), url: ctx.origin + frontPath(edition) };
}

const publisher = (ctx: PageContext): JsonLd => ({
  '@id': `${ctx.origin}${frontPath(editionOf(ctx))}#paper`,
  ...organization(ctx),
  logo: ctx.origin + signBitmap(ctx.assets, 512),
});

/** The paper and its site, for the front. */
export function paperJsonLd(ctx: PageContext): JsonLd[] {
  const edition = editionOf(ctx);
  const front = ctx.origin + frontPath(edition);
  const paper = publisher(ctx);
  return [
    {
      ...paper,
      ...(edition.motto === '' ? {} : { slogan: line(edition.motto) }),
      correctionsPolicy: ctx.origin + correctionsPath(edition),
      publishingPrinciples: ctx.origin + aboutPath(edition),
    },
    {
      '@type': 'WebSite',
      '@id': `${front}#site`,
      name: line(edition.name),
      url: front,
      inLanguage: edition.language,
      publisher: { '@id': `${front}#paper` },
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${ctx.origin}${searchPath(edition)}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}

/** An author's page: whom it is about. */
export function authorJsonLd(author: AuthorView, ctx: PageContext): JsonLd {
  const { about } = author;
  return {
    '@type': 'ProfilePage',
    mainEntity: {
      ...signatory({ ...author, role: 'writer' }, ctx),
      ...(about === '' ? {} : { description: excerpt(about, 300) }),
      worksFor: organization(ctx),
    },
  };
}

/** One step of the way to a page. */
export interface TrailStep {
  readonly name: string;
  /** Path from the root; null for the page itself, whose address its canonical link has said. */
  readonly path: string | null;
}

/** The way from the front to a section: the front, the ancestors, the section. */
export function trailTo(sectionId: StoryView['section']['id'], ctx: PageContext): TrailStep[] {
  const edition = editionOf(ctx);
  return [
    { name: wordsOf(ctx).home, path: frontPath(edition) },
    ...pathOfSection(ctx.furniture.sections, sectionId).map((section) => ({
      name: section.name,
      path: sectionPath(edition, section),
    })),
  ];
}

export function trailJsonLd(trail: readonly TrailStep[], origin: string): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: excerpt(name, HEADLINE),
      ...(path === null ? {} : { item: origin + path }),
    })),
  };
}

/** All that could end the script element or a line of it. */
const unsafe = /[<>&\u2028\u2029]/g;
const escapeSequence = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The whole as one script's text, which no value in it can break out of. */
export function jsonLdText(graph: readonly JsonLd[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(unsafe, escapeSequence);
}
