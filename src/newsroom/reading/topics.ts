// Reads a topic's page: its stories, what it was said to have said, and in which months the paper wrote of it.
import { type Kysely, sql } from 'kysely';
import { matchKey } from '../../arabic/normal-form.ts';
import { precompiled } from '../../records/precompiled.ts';
import { listingPlaces } from '../../records/read/listing.ts';
import type { Tables } from '../../records/tables.ts';
import type { Card } from '../../story/card.ts';
import type { Edition } from '../../story/edition.ts';
import type { EditionKey, TopicId } from '../../story/ids.ts';
import { type ListKey, topicList } from '../../story/listing.ts';
import type { ListPage, TopicView } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import { forEdition } from '../for-edition.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownCards } from './cards.ts';
import { furniture } from './furniture.ts';
import { hasStories, type NamedPage, pageOfList } from './lists.ts';
import { siteView } from './view.ts';

export interface QuotationView {
  readonly words: string;
  /** As the story names the speaker. */
  readonly speaker: string;
  /** The story in which it stands. */
  readonly card: Card;
}

export interface MonthOfTopic {
  /** ISO: `2026-11`, in the edition's time zone. */
  readonly month: string;
  readonly stories: number;
  /** The cursor of the page that begins with the month's newest story. */
  readonly before: string;
}

export interface AroundTopic {
  /** Newest first, at most twenty. */
  readonly quotations: readonly QuotationView[];
  /** Newest first. */
  readonly months: readonly MonthOfTopic[];
}

const MOST_QUOTATIONS = 20;
/** Ten years; two small queries each. */
const MOST_MONTHS = 120;

const columns = ['topics.id', 'topics.slug', 'topics.name', 'topics.kind', 'topics.about'] as const;

const bySlug = forEdition((edition) =>
  precompiled((db, slug: string) =>
    db.selectFrom('topics').select(columns).where('edition', '=', sql.lit(edition)).where('slug', '=', slug),
  ),
);

const byFormerSlug = forEdition((edition) =>
  precompiled((db, slug: string) =>
    db
      .selectFrom('topic_addresses')
      .innerJoin('topics', 'topics.id', 'topic_addresses.topic_id')
      .select(columns)
      .where('topic_addresses.edition', '=', sql.lit(edition))
      .where('topic_addresses.slug', '=', slug),
  ),
);

/**
 * A topic by its address, or by one that a topic had which is this one now: `topic.slug` is the right one. Null when there
 * is none, or when readers have neither a story of it nor a text about it.
 */
export async function topicPage(
  newsroom: Newsroom,
  actor: Actor,
  { edition, slug, ...page }: NamedPage,
): Promise<{ topic: TopicView; list: ListPage } | null> {
  const db = await siteView(newsroom, actor);
  await furniture(newsroom, actor, edition);
  const topic = await topicAt(db, edition, slug);
  if (topic === null) return null;
  const list = topicList(topic.id);
  if (topic.about === '' && !(await hasStories(db, list))) return null;
  return { topic, list: await pageOfList(newsroom, db, list, page) };
}

/** What stands around a topic's stories on its first page. */
export async function aroundTopic(
  newsroom: Newsroom,
  actor: Actor,
  { edition: key, topicId }: { readonly edition: EditionKey; readonly topicId: TopicId },
): Promise<AroundTopic> {
  const db = await siteView(newsroom, actor);
  const { edition } = await furniture(newsroom, actor, key);
  return {
    quotations: await quotationsOf(newsroom, db, topicId),
    months: await monthsOf(db, topicList(topicId), edition),
  };
}

async function topicAt(db: Kysely<Tables>, edition: EditionKey, slug: string): Promise<TopicView | null> {
  const [topic] = await bySlug(edition)(db, slug);
  if (topic !== undefined) return topic;
  const [merged] = await byFormerSlug(edition)(db, slug);
  return merged ?? null;
}

const newestQuotations = precompiled((db, topic: TopicId, limit: number) =>
  db
    .selectFrom('quotations')
    .select(['story_id', 'speaker', 'words'])
    .where('topic_id', '=', topic)
    .orderBy('published_at', 'desc')
    .orderBy('story_id', 'desc')
    .orderBy('position')
    .limit(limit),
);

/** Those in stories that readers may see now: the rows of a story that is killed are gone, one under embargo is left out. */
async function quotationsOf(newsroom: Newsroom, db: Kysely<Tables>, topic: TopicId): Promise<QuotationView[]> {
  // The same words stand in several stories of one day: the newest has them.
  const read = await newestQuotations(db, topic, 3 * MOST_QUOTATIONS);
  const seen = new Set<string>();
  const rows = read.filter(({ words }) => !seen.has(matchKey(words)) && seen.add(matchKey(words)));
  const cards = await shownCards(
    newsroom,
    db,
    rows.map((row) => row.story_id),
  );
  const shown = rows.flatMap(({ story_id, speaker, words }) => {
    const card = cards.get(story_id);
    return card === undefined ? [] : [{ words, speaker, card }];
  });
  return shown.slice(0, MOST_QUOTATIONS);
}

const countBetween = precompiled((db, list: ListKey, from: number, to: number) =>
  db
    .selectFrom('listings')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('list', '=', list)
    .where('published_at', '>=', from)
    .where('published_at', '<', to),
);

async function monthsOf(db: Kysely<Tables>, list: ListKey, { timeZone }: Edition): Promise<MonthOfTopic[]> {
  const startOf = (month: Temporal.PlainYearMonth): number =>
    month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const found: MonthOfTopic[] = [];
  let [newest] = await listingPlaces(db, { list, limit: 1 });
  while (newest !== undefined && found.length < MOST_MONTHS) {
    const month = Temporal.Instant.fromEpochMilliseconds(newest.publishedAt)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toPlainYearMonth();
    const [from, to] = [startOf(month), startOf(month.add({ months: 1 }))];
    const [row] = await countBetween(db, list, from, to);
    found.push({ month: month.toString(), stories: Number(row?.count ?? 0), before: `${to}-0` });
    [newest] = await listingPlaces(db, { list, to: from, limit: 1 });
  }
  return found;
}
