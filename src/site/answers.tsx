// From what an address asks for to its answer: reads from the newsroom, and says which page to render or where to go.

import { hijriDate } from '../arabic/dates.ts';
import { publicActor } from '../newsroom/actor.ts';
import type { ArchiveService } from '../newsroom/archive/service.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { resolveAddress, storyCard } from '../newsroom/reading/address.ts';
import { corrections } from '../newsroom/reading/corrections.ts';
import { day } from '../newsroom/reading/days.ts';
import { event } from '../newsroom/reading/event.ts';
import { front } from '../newsroom/reading/front.ts';
import { authorPage, sectionPage } from '../newsroom/reading/lists.ts';
import { story } from '../newsroom/reading/story.ts';
import { aroundTopic, topicPage } from '../newsroom/reading/topics.ts';
import {
  aboutPath,
  authorPath,
  correctionsPath,
  dayPath,
  eventPath,
  frontPath,
  hijriDayPath,
  printPath,
  savedPath,
  sectionPath,
  topicPath,
} from '../story/address.ts';
import type { EventId, StoryId } from '../story/ids.ts';
import { eventKey, storyKey } from '../story/listing.ts';
import { archivePartPath } from './archive-calendar.ts';
import { archiveView } from './archive-view.ts';
import type { pageHtml } from './components/Document.tsx';
import { furnitureOf, storyHref } from './links.ts';
import { editionOf, type PageContext } from './page-context.ts';
import { ArchivePage } from './pages/ArchivePages.tsx';
import { DayPage } from './pages/DayPage.tsx';
import { NotFoundPage, WithdrawnPage } from './pages/ErrorPages.tsx';
import { EventPage } from './pages/EventPage.tsx';
import { FrontPage } from './pages/FrontPage.tsx';
import { AuthorPage, SectionPage } from './pages/ListPages.tsx';
import { PrintPage } from './pages/PrintPage.tsx';
import { AboutPage, CorrectionsPage, SavedPage } from './pages/StandingPages.tsx';
import { StoryPage } from './pages/StoryPage.tsx';
import { TopicPage } from './pages/TopicPage.tsx';
import type { Requested } from './requested.ts';
import { searchAnswer, suggestAnswer } from './search-answers.tsx';

type Page = Parameters<typeof pageHtml>[0];

export type Answer =
  /** `at` is the page's one address; asked for by another, the reader is sent there. */
  | { readonly kind: 'page'; readonly at: string; readonly page: () => Page }
  | { readonly kind: 'moved'; readonly to: string }
  /** Made for this one request. With `retryAfter`, in seconds, what was asked for cannot be had now. */
  | { readonly kind: 'momentary'; readonly at: string; readonly page: () => Page; readonly retryAfter?: number }
  /** For the page's script. */
  | { readonly kind: 'machine'; readonly json: object }
  | { readonly kind: 'withdrawn'; readonly page: () => Page }
  | { readonly kind: 'absent'; readonly page: () => Page };

/** Stories on one page of a list. */
const listSize = 24;
const correctionsSize = 50;

const absent = (ctx: PageContext): Answer => ({ kind: 'absent', page: () => <NotFoundPage ctx={ctx} /> });

function withdrawn(ctx: PageContext, id: StoryId): Answer {
  ctx.depend(storyKey(id));
  return { kind: 'withdrawn', page: () => <WithdrawnPage ctx={ctx} /> };
}

export interface Asking {
  /** The cursor of a list in the address's query. */
  readonly before: string | null;
  /** The whole address, for those that the paper had before. */
  readonly address: string;
  readonly parameters: URLSearchParams;
  readonly archive: ArchiveService | null;
}

export async function answerTo(
  newsroom: Newsroom,
  ctx: PageContext,
  requested: Requested,
  { before, address, parameters, archive }: Asking,
): Promise<Answer> {
  const edition = editionOf(ctx);
  switch (requested.kind) {
    case 'front': {
      const view = await front(newsroom, publicActor, edition.key);
      return { kind: 'page', at: frontPath(edition), page: () => <FrontPage ctx={ctx} view={view} /> };
    }
    case 'story':
    case 'print':
      return await storyAnswer(newsroom, ctx, requested);
    case 'short': {
      const known = await storyCard(newsroom, publicActor, requested.id);
      if (known.kind === 'killed') return withdrawn(ctx, requested.id);
      if (known.kind === 'absent') return absent(ctx);
      ctx.depend(storyKey(requested.id));
      return { kind: 'moved', to: storyHref(ctx, known.card) };
    }
    case 'section': {
      const section = ctx.furniture.sections.find(({ slug }) => slug === requested.slug);
      if (section === undefined) return await formerAddress(newsroom, ctx, address);
      const list = await sectionPage(newsroom, publicActor, { section: section.id, before, limit: listSize });
      const page = () => <SectionPage ctx={ctx} section={section} list={list} before={before} />;
      return { kind: 'page', at: sectionPath(edition, section), page };
    }
    case 'author': {
      const found = await authorPage(newsroom, publicActor, {
        edition: edition.key,
        slug: requested.slug,
        before,
        limit: listSize,
      });
      if (found === null) return await formerAddress(newsroom, ctx, address);
      const page = () => <AuthorPage ctx={ctx} author={found.author} list={found.list} before={before} />;
      return { kind: 'page', at: authorPath(edition, found.author), page };
    }
    case 'topic': {
      const found = await topicPage(newsroom, publicActor, {
        edition: edition.key,
        slug: requested.slug,
        before,
        limit: listSize,
      });
      if (found === null) return await formerAddress(newsroom, ctx, address);
      const { topic, list } = found;
      const of = { edition: edition.key, topicId: topic.id };
      const around = before === null ? await aroundTopic(newsroom, publicActor, of) : null;
      const page = () => <TopicPage ctx={ctx} topic={topic} list={list} around={around} before={before} />;
      return { kind: 'page', at: topicPath(edition, topic), page };
    }
    case 'event':
      return await eventAnswer(newsroom, ctx, requested.id);
    case 'archive': {
      const { part } = requested;
      const view = await archiveView(newsroom, ctx, part);
      if (view === null) return absent(ctx);
      const page = () => <ArchivePage ctx={ctx} part={part} view={view} />;
      return { kind: 'page', at: archivePartPath(edition, part), page };
    }
    case 'day': {
      const { calendar, day: date } = requested;
      const view = await day(newsroom, publicActor, edition.key, date);
      const at = calendar === 'hijri' ? hijriDayPath(edition, hijriDate(date)) : dayPath(edition, date);
      return { kind: 'page', at, page: () => <DayPage ctx={ctx} day={date} calendar={calendar} view={view} /> };
    }
    case 'search':
      return await searchAnswer(ctx, { newsroom, archive, parameters });
    case 'suggest':
      return await suggestAnswer(ctx, { newsroom, archive, parameters });
    case 'corrections': {
      const list = await corrections(newsroom, publicActor, { edition: edition.key, before, limit: correctionsSize });
      return {
        kind: 'page',
        at: correctionsPath(edition),
        page: () => <CorrectionsPage ctx={ctx} list={list} before={before} />,
      };
    }
    case 'about':
      return { kind: 'page', at: aboutPath(edition), page: () => <AboutPage ctx={ctx} /> };
    case 'saved':
      return { kind: 'page', at: savedPath(edition), page: () => <SavedPage ctx={ctx} /> };
    case 'unknown':
      return await formerAddress(newsroom, ctx, address);
    default:
      return requested satisfies never;
  }
}

async function storyAnswer(
  newsroom: Newsroom,
  ctx: PageContext,
  { kind, id }: { kind: 'story' | 'print'; id: StoryId },
): Promise<Answer> {
  const answer = await story(newsroom, publicActor, id);
  if (answer.kind === 'killed') return withdrawn(ctx, id);
  if (answer.kind === 'absent') return absent(ctx);
  const { view } = answer;
  ctx.depend(storyKey(id));
  const at = storyHref(ctx, view.card);
  // A story has its page in its own edition; elsewhere it is only linked to.
  if (view.card.edition !== editionOf(ctx).key) return { kind: 'moved', to: at };
  if (kind === 'print')
    return { kind: 'page', at: printPath(editionOf(ctx), view.card), page: () => <PrintPage ctx={ctx} view={view} /> };
  return { kind: 'page', at, page: () => <StoryPage ctx={ctx} view={view} /> };
}

async function eventAnswer(newsroom: Newsroom, ctx: PageContext, id: EventId): Promise<Answer> {
  const view = await event(newsroom, publicActor, id);
  const edition = view === null ? undefined : furnitureOf(ctx, view.edition)?.edition;
  if (view === null || edition === undefined) return absent(ctx);
  ctx.depend(eventKey(id));
  const at = eventPath(edition, view);
  if (edition.key !== editionOf(ctx).key) return { kind: 'moved', to: at };
  return { kind: 'page', at, page: () => <EventPage ctx={ctx} view={view} /> };
}

/** An address that a story had before it was ours leads to where the story is now. */
async function formerAddress(newsroom: Newsroom, ctx: PageContext, address: string): Promise<Answer> {
  const id = await resolveAddress(newsroom, publicActor, address);
  if (id === null) return absent(ctx);
  const known = await storyCard(newsroom, publicActor, id);
  if (known.kind === 'killed') return withdrawn(ctx, id);
  if (known.kind === 'absent') return absent(ctx);
  ctx.depend(storyKey(id));
  return { kind: 'moved', to: storyHref(ctx, known.card) };
}
