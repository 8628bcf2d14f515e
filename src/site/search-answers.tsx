// Answers to those who search: a page of results, and suggestions while they type. None of them is kept, and none fails
// because the archive does.
import { publicActor } from '../newsroom/actor.ts';
import { ArchiveDown, type ArchiveService } from '../newsroom/archive/service.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { foundCards } from '../newsroom/reading/cards.ts';
import { authorPath, searchPath, topicPath } from '../story/address.ts';
import type { Answer } from './answers.tsx';
import { storyHref } from './links.ts';
import { editionOf, type PageContext } from './page-context.ts';
import { SearchDownPage, SearchPage } from './pages/SearchPage.tsx';
import { isAsked, readSearch } from './search-asked.ts';

/** Stories on one page of results. */
const PAGE_SIZE = 20;
/** After so many seconds a browser or a crawler may ask again. */
const RETRY_SECONDS = 30;

export interface Searching {
  readonly newsroom: Newsroom;
  /** Null where there is none, which readers are told as they are of one that does not answer. */
  readonly archive: ArchiveService | null;
  readonly parameters: URLSearchParams;
}

export async function searchAnswer(ctx: PageContext, { newsroom, archive, parameters }: Searching): Promise<Answer> {
  const { key: edition, timeZone } = editionOf(ctx);
  const asked = readSearch(parameters);
  const at = searchPath(editionOf(ctx));
  if (!isAsked(asked)) {
    return { kind: 'momentary', at, page: () => <SearchPage ctx={ctx} asked={asked} found={null} /> };
  }
  const view = await unlessDown(archive?.search({ edition, timeZone, ...asked, limit: PAGE_SIZE }));
  if (view === null) {
    const page = () => <SearchDownPage ctx={ctx} asked={asked} />;
    return { kind: 'momentary', at, page, retryAfter: RETRY_SECONDS };
  }
  const ids = view.hits.map((hit) => hit.id);
  const cards = new Map((await foundCards(newsroom, publicActor, ids)).map((card) => [card.id, card]));
  return { kind: 'momentary', at, page: () => <SearchPage ctx={ctx} asked={asked} found={{ view, cards }} /> };
}

export async function suggestAnswer(ctx: PageContext, { newsroom, archive, parameters }: Searching): Promise<Answer> {
  const edition = editionOf(ctx);
  const { text } = readSearch(parameters);
  const { key, timeZone } = edition;
  const found = text === '' ? null : await unlessDown(archive?.suggest({ edition: key, timeZone, text }));
  const { stories, topics, authors } = found ?? { stories: [], topics: [], authors: [] };
  const cards = await foundCards(newsroom, publicActor, stories);
  return {
    kind: 'machine',
    json: {
      stories: cards.map((card) => ({ name: card.headline, href: storyHref(ctx, card) })),
      topics: topics.map((topic) => ({ name: topic.name, href: topicPath(edition, topic) })),
      authors: authors.map((author) => ({ name: author.name, href: authorPath(edition, author) })),
    },
  };
}

async function unlessDown<Found>(asking: Promise<Found> | undefined): Promise<Found | null> {
  try {
    return (await asking) ?? null;
  } catch (error) {
    if (error instanceof ArchiveDown) return null;
    throw error;
  }
}
