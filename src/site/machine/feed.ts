// A feed before it takes a format: what RSS, Atom and JSON Feed are each written from.
import { authorPath, frontPath, sectionPath, shortPath, storyPath, topicPath } from '../../story/address.ts';
import type { StoryView } from '../../story/views.ts';
import { pathOfSection } from '../../story/views.ts';
import { editionOf, type PageContext } from '../page-context.ts';
import { storyHtml } from './body-html.ts';
import { excerpt, line } from './excerpt.ts';
import { type FeedFormat, feedPath } from './feed-addresses.ts';
import { captionLine, type PictureFile, pictureFile } from './picture-files.ts';
import { signBitmap } from './sign.ts';
import { firstWords } from './summary.ts';

/** So many of the newest stories stand in a feed. */
export const FEED_LENGTH = 30;

/** Whoever signed; `address` is null for an agency, which has no page here. */
export interface FeedAuthor {
  readonly name: string;
  readonly address: string | null;
}

export interface FeedCategory {
  readonly name: string;
  /** The page of the section or topic. */
  readonly address: string;
}

export interface FeedPicture extends PictureFile {
  readonly caption: string;
  readonly alt: string;
  readonly credit: string;
}

export interface FeedItem {
  /** The short link: it stays when the headline or the section changes. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly authors: readonly FeedAuthor[];
  readonly categories: readonly FeedCategory[];
  readonly picture: FeedPicture | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly updatedAt: number;
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly paper: string;
  readonly language: string;
  readonly timeZone: string;
  /** The page that the feed belongs to, and the front of its edition. All addresses are absolute. */
  readonly page: string;
  readonly front: string;
  readonly addresses: Readonly<Record<FeedFormat, string>>;
  /** The paper's sign, large and small. */
  readonly icon: string;
  readonly smallIcon: string;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  readonly items: readonly FeedItem[];
}

/** Which page a feed belongs to: its path and, except for the front, its name. */
export interface FeedPage {
  readonly path: string;
  /** Null for the front. */
  readonly name: string | null;
  readonly about: string;
}

/** The name of a feed of an edition: the paper's, or the paper's and the page's. */
export function feedTitle(paper: string, name: string | null): string {
  return line(name === null ? paper : `${paper} | ${name}`);
}

export function feedOf(page: FeedPage, views: readonly StoryView[], ctx: PageContext): Feed {
  const { name, motto, language, timeZone } = editionOf(ctx);
  const items = views.map((view) => feedItem(view, ctx));
  const title = feedTitle(name, page.name);
  const whole = (path: string): string => ctx.origin + path;
  return {
    title,
    description: line(page.about) || line(motto) || title,
    paper: line(name),
    language,
    timeZone,
    page: whole(page.path),
    front: whole(frontPath(editionOf(ctx))),
    addresses: {
      rss: whole(feedPath(page.path, 'rss')),
      atom: whole(feedPath(page.path, 'atom')),
      json: whole(feedPath(page.path, 'json')),
    },
    icon: whole(signBitmap(ctx.assets, 512)),
    smallIcon: whole(signBitmap(ctx.assets, 180)),
    // An empty list has changed when it was asked for: nothing else is known of it.
    updatedAt: items.length === 0 ? ctx.now.epochMilliseconds : Math.max(...items.map((item) => item.updatedAt)),
    items,
  };
}

function feedItem(view: StoryView, ctx: PageContext): FeedItem {
  const { card, section } = view;
  const edition = editionOf(ctx);
  ctx.depend(`story:${card.id}`);
  const address = ctx.origin + storyPath(edition, section, card);
  return {
    id: ctx.origin + shortPath(card),
    address,
    title: line(card.headline),
    summary: line(card.standfirst) || firstWords(view.body, 300),
    html: storyHtml(view, ctx, address),
    authors: authorsOf(view, ctx),
    categories: categoriesOf(view, ctx),
    picture: feedPicture(view, ctx),
    publishedAt: card.publishedAt,
    updatedAt: card.updatedAt,
  };
}

/** Every story is somebody's: when nobody signed, the paper does. */
function authorsOf({ card }: StoryView, ctx: PageContext): FeedAuthor[] {
  const edition = editionOf(ctx);
  const signed = [
    ...card.byline.authors.map((author) => ({
      name: line(author.name),
      address: ctx.origin + authorPath(edition, author),
    })),
    ...card.byline.agencies.map((agency) => ({ name: line(agency), address: null })),
  ];
  return signed.length > 0 ? signed : [{ name: line(edition.name), address: ctx.origin + frontPath(edition) }];
}

/** The section, its ancestors, and the topics. */
function categoriesOf(view: StoryView, ctx: PageContext): FeedCategory[] {
  const edition = editionOf(ctx);
  const known = pathOfSection(ctx.furniture.sections, view.section.id).toReversed();
  const sections = known.length > 0 ? known : [view.section];
  return [
    ...sections.map((section) => ({ name: line(section.name), address: ctx.origin + sectionPath(edition, section) })),
    ...view.topics.map((topic) => ({ name: line(topic.name), address: ctx.origin + topicPath(edition, topic) })),
  ];
}

function feedPicture({ card }: StoryView, ctx: PageContext): FeedPicture | null {
  const { picture } = card;
  const file = picture === null ? null : pictureFile(picture, 'full', 1200, ctx.origin);
  if (picture === null || file === null) return null;
  return { ...file, caption: line(captionLine(picture)), alt: excerpt(picture.alt, 500), credit: line(picture.credit) };
}
