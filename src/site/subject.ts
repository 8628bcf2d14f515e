// What a page is about, and what its head says of it: title, description, addresses, picture. The same for every head
// that is made of it, the browser's, a social site's or a search engine's.

import { hijriDate } from '../arabic/dates.ts';
import {
  aboutPath,
  authorPath,
  correctionsPath,
  dayPath,
  eventPath,
  frontPath,
  hijriDayPath,
  savedPath,
  searchPath,
  sectionPath,
  topicPath,
} from '../story/address.ts';
import type { ShownPicture } from '../story/card.ts';
import type { Edition } from '../story/edition.ts';
import type { Section } from '../story/section.ts';
import type { AuthorView, DayView, EventView, FrontView, ListPage, StoryView, TopicView } from '../story/views.ts';
import { type ArchivePart, archivePartPath } from './archive-calendar.ts';
import { archiveTitle, dayText } from './dates.ts';
import { furnitureOf, storyHref } from './links.ts';
import { editionOf, type PageContext, wordsOf } from './page-context.ts';

export type Subject =
  | { readonly kind: 'front'; readonly view: FrontView }
  | { readonly kind: 'section'; readonly section: Section; readonly list: ListPage; readonly before: string | null }
  | { readonly kind: 'story'; readonly view: StoryView }
  | { readonly kind: 'print'; readonly view: StoryView }
  | { readonly kind: 'author'; readonly author: AuthorView; readonly list: ListPage; readonly before: string | null }
  | { readonly kind: 'topic'; readonly topic: TopicView; readonly list: ListPage; readonly before: string | null }
  | {
      readonly kind: 'day';
      readonly day: Temporal.PlainDate;
      readonly calendar: 'gregorian' | 'hijri';
      readonly view: DayView;
    }
  | { readonly kind: 'event'; readonly view: EventView }
  | { readonly kind: 'archive'; readonly part: ArchivePart }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'corrections'; readonly before: string | null }
  | { readonly kind: 'about' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'withdrawn' };

/** The same page in another edition. */
export interface Counterpart {
  readonly edition: Edition;
  readonly href: string;
}

export interface Head {
  readonly title: string;
  readonly description: string;
  /** The page's one address, a path; null for a page that has none. */
  readonly canonical: string | null;
  /** Whether search engines may keep the page. */
  readonly isIndexed: boolean;
  readonly picture: ShownPicture | null;
  /** Other editions' page on the same subject; not their fronts. */
  readonly counterparts: readonly Counterpart[];
}

const plain = { picture: null, counterparts: [], isIndexed: true } as const;

export function headOf(ctx: PageContext, subject: Subject): Head {
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const named = (title: string) => `${title} | ${edition.name}`;
  switch (subject.kind) {
    case 'front':
      return {
        ...plain,
        title: edition.motto === '' ? edition.name : `${edition.name} | ${edition.motto}`,
        description: edition.motto,
        canonical: frontPath(edition),
        picture: subject.view.lead?.picture ?? null,
        counterparts: ctx.elsewhere.map((other) => ({ edition: other.edition, href: frontPath(other.edition) })),
      };
    case 'story':
      return { ...storyHead(ctx, subject.view), isIndexed: true };
    case 'print':
      return { ...storyHead(ctx, subject.view), isIndexed: false };
    case 'section': {
      const { section } = subject;
      return listHead(subject, named(section.name), section.about, sectionPath(edition, section));
    }
    case 'author':
      return listHead(subject, named(subject.author.name), subject.author.about, authorPath(edition, subject.author));
    case 'topic':
      return listHead(subject, named(subject.topic.name), subject.topic.about, topicPath(edition, subject.topic));
    case 'day': {
      const canonical =
        subject.calendar === 'hijri' ? hijriDayPath(edition, hijriDate(subject.day)) : dayPath(edition, subject.day);
      const title = text.storiesOf(dayText(ctx, subject.day, subject.calendar));
      return {
        ...plain,
        title: named(title),
        description: title,
        canonical,
        isIndexed: subject.calendar === 'gregorian',
      };
    }
    case 'event': {
      const newest = subject.view.cards.toReversed();
      return {
        ...plain,
        title: named(`${text.timeline}: ${newest[0]?.headline ?? ''}`),
        description: newest[0]?.standfirst ?? '',
        canonical: eventPath(edition, subject.view),
        picture: newest.find((card) => card.picture?.file != null)?.picture ?? null,
      };
    }
    case 'archive': {
      const { part } = subject;
      const title = archiveTitle(ctx, part);
      return {
        ...plain,
        title: named(title),
        description: title,
        canonical: archivePartPath(edition, part),
        isIndexed: part.calendar === 'gregorian',
        counterparts: ctx.elsewhere.map((other) => ({
          edition: other.edition,
          href: archivePartPath(other.edition, { ...part, year: null, month: null }),
        })),
      };
    }
    case 'search':
      return {
        ...plain,
        title: named(subject.query === '' ? text.search.name : text.search.resultsFor(subject.query)),
        description: '',
        canonical: null,
        isIndexed: false,
        counterparts: ctx.elsewhere.map((other) => ({ edition: other.edition, href: searchPath(other.edition) })),
      };
    case 'corrections':
      return {
        ...plain,
        title: named(text.corrections),
        description: text.correctionsIntroduction,
        canonical: subject.before === null ? correctionsPath(edition) : null,
        isIndexed: subject.before === null,
      };
    case 'about':
      return {
        ...plain,
        title: text.aboutPaper(edition.name),
        description: edition.motto,
        canonical: aboutPath(edition),
      };
    case 'saved':
      return {
        ...plain,
        title: named(text.savedStories),
        description: text.savedIntroduction,
        canonical: savedPath(edition),
        isIndexed: false,
      };
    case 'not-found':
      return { ...plain, title: named(text.notFound), description: '', canonical: null, isIndexed: false };
    case 'withdrawn':
      return { ...plain, title: named(text.withdrawn), description: '', canonical: null, isIndexed: false };
    default:
      return subject satisfies never;
  }
}

/** Older pages of a list are for readers; search engines keep its first page and the stories themselves. */
function listHead(
  { list, before }: { list: ListPage; before: string | null },
  title: string,
  description: string,
  path: string,
): Head {
  return {
    ...plain,
    title,
    description,
    canonical: before === null ? path : null,
    isIndexed: before === null,
    picture: list.cards.find((card) => card.picture?.file != null)?.picture ?? null,
  };
}

function storyHead(ctx: PageContext, { card, translations }: StoryView): Omit<Head, 'isIndexed'> {
  return {
    title: card.headline,
    description: card.standfirst,
    canonical: storyHref(ctx, card),
    picture: card.picture,
    counterparts: translations.flatMap((other) => {
      const furniture = furnitureOf(ctx, other.edition);
      return furniture === null ? [] : [{ edition: furniture.edition, href: storyHref(ctx, other) }];
    }),
  };
}
