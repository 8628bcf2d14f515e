// The feeds of the front, of sections, authors and topics, each in three formats.
import { publicActor } from '../../newsroom/actor.ts';
import { authorPage, latest, sectionPage } from '../../newsroom/reading/lists.ts';
import { story } from '../../newsroom/reading/story.ts';
import { topicPage } from '../../newsroom/reading/topics.ts';
import { authorPath, frontPath, sectionPath, topicPath } from '../../story/address.ts';
import type { Card } from '../../story/card.ts';
import { authorList, editionList, type ListKey, sectionList, topicList } from '../../story/listing.ts';
import type { StoryView } from '../../story/views.ts';
import type { PageContext } from '../page-context.ts';
import { atomDocument } from './atom.ts';
import { FEED_LENGTH, type Feed, type FeedPage, feedOf } from './feed.ts';
import { type FeedFormat, feedTypes, formatOfFile } from './feed-addresses.ts';
import { jsonFeedDocument } from './json-feed.ts';
import { type Answering, contextOf, documentOf, placeOf, type Source } from './place.ts';
import { rssDocument } from './rss.ts';

const writers: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  rss: rssDocument,
  atom: atomDocument,
  json: jsonFeedDocument,
};

export const answerFeed: Answering = async (source, { segments, depend }) => {
  const format = formatOfFile(segments.at(-1) ?? '');
  const place = format === null ? null : await placeOf(source, segments.slice(0, -1));
  if (format === null || place === null) return null;
  const ctx = await contextOf(source, place.edition, depend);
  const listed = await listOf(source, ctx, place.rest);
  if (listed === null) return null;
  depend(listed.list);
  const views = await viewsOf(source, listed.cards);
  return documentOf(writers[format](feedOf(listed.page, views, ctx)), feedTypes[format]);
};

/** A list with its newest stories, and the page that shows it. */
interface Listed {
  readonly page: FeedPage;
  readonly list: ListKey;
  readonly cards: readonly Card[];
}

/** `[]` is the front, `['asia']` a section, `['author', 'slug']` an author, `['topic', 'slug']` a topic. */
async function listOf({ newsroom }: Source, ctx: PageContext, path: readonly string[]): Promise<Listed | null> {
  const { edition, sections } = ctx.furniture;
  const [first, second, ...more] = path;
  const limit = FEED_LENGTH;
  if (first === undefined) {
    const { cards } = await latest(newsroom, publicActor, { edition: edition.key, limit });
    return { page: { path: frontPath(edition), name: null, about: '' }, list: editionList(edition.key), cards };
  }
  if (second === undefined) {
    const section = sections.find(({ slug }) => slug === first);
    if (section === undefined) return null;
    const { cards } = await sectionPage(newsroom, publicActor, { section: section.id, limit });
    const page = { path: sectionPath(edition, section), name: section.name, about: section.about };
    return { page, list: sectionList(section.id), cards };
  }
  if (more.length > 0) return null;
  const wanted = { edition: edition.key, slug: second, limit };
  if (first === 'author') {
    const found = await authorPage(newsroom, publicActor, wanted);
    if (found === null) return null;
    const { author, list } = found;
    const page = { path: authorPath(edition, author), name: author.name, about: author.about };
    return { page, list: authorList(author.id), cards: list.cards };
  }
  if (first !== 'topic') return null;
  const found = await topicPage(newsroom, publicActor, wanted);
  if (found === null) return null;
  const { topic, list } = found;
  const page = { path: topicPath(edition, topic), name: topic.name, about: topic.about };
  return { page, list: topicList(topic.id), cards: list.cards };
}

/** The stories whole. One that was killed since its card was read is left out. */
async function viewsOf({ newsroom }: Source, cards: readonly Card[]): Promise<StoryView[]> {
  const answers = await Promise.all(cards.map((card) => story(newsroom, publicActor, card.id)));
  return answers.flatMap((answer) => (answer.kind === 'story' ? [answer.view] : []));
}
