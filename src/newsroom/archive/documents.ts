// What the archive is told of the stories that readers may see: each as its live revision, its card and its lists have it.
import type { Kysely } from 'kysely';
import { wordsOf } from '../../archive/document.ts';
import { documentColumn, parsed, type StoredDocument } from '../../records/documents.ts';
import { precompiled, precompiledForMany } from '../../records/precompiled.ts';
import type { Tables } from '../../records/tables.ts';
import { type Block, textsOfBlock } from '../../story/body.ts';
import type { Card } from '../../story/card.ts';
import type { EditionKey, StoryId, TopicId } from '../../story/ids.ts';
import { type ListKey, topicList } from '../../story/listing.ts';
import type { StoryContent } from '../../story/story.ts';
import type { StoryState } from '../../story/workflow.ts';
import type { Newsroom } from '../newsroom.ts';
import { editionsOf } from '../paper.ts';
import { isShown } from '../reading/view.ts';
import { monthsOf } from './months.ts';

export interface StoryDocument {
  readonly id: StoryId;
  readonly edition: EditionKey;
  readonly headline: string;
  readonly kicker: string;
  readonly standfirst: string;
  /** A paragraph a line, captions left out. */
  readonly body: string;
  readonly captions: string;
  /** Authors and topics as printed, one a line. */
  readonly names: string;
  /** The topics alone, as printed. */
  readonly topics: readonly string[];
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  /** `edition:ar`, `section:12` and every section above it, `author:5`, `topic:7`, `agency:رويترز`, `city:أنقرة`, `kind:news`, `said:لافروف`, `year:2023`, `month:2023-10`. */
  readonly facets: readonly string[];
}

interface Row {
  readonly id: StoryId;
  readonly state: StoryState;
  readonly embargo_until: number | null;
  readonly card: StoredDocument | null;
  readonly content: StoredDocument;
}

const columns = (db: Kysely<Tables>) =>
  db
    .selectFrom('stories')
    .innerJoin('revisions', 'revisions.id', 'stories.live_revision_id')
    .select([
      'stories.id',
      'stories.state',
      'stories.embargo_until',
      documentColumn<null>(db, 'stories.card').as('card'),
      documentColumn(db, 'revisions.content').as('content'),
    ]);

const rowsOf = precompiledForMany((db, ids: readonly StoryId[]) => columns(db).where('stories.id', 'in', ids));
const rowsAfter = precompiled((db, after: StoryId, limit: number) =>
  columns(db).where('stories.id', '>', after).orderBy('stories.id').limit(limit),
);
const listsOf = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('listings').select(['story_id', 'list']).where('story_id', 'in', ids),
);
const speakersOf = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('quotations').select(['story_id', 'speaker']).where('story_id', 'in', ids),
);
const topicNames = precompiledForMany((db, ids: readonly TopicId[]) =>
  db.selectFrom('topics').select(['id', 'name']).where('id', 'in', ids),
);

/** Documents of those of the stories that readers may see now, in no order; the others are left out. */
export async function documentsOf(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  ids: readonly StoryId[],
): Promise<StoryDocument[]> {
  return documentsOfRows(newsroom, db, await rowsOf(db, [...new Set(ids)]));
}

/** All stories that readers may see, in order of their ids, `batch` or fewer at a time. 13,000 a second from SQLite. */
export async function* allDocuments(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  { batch = 500 }: { readonly batch?: number } = {},
): AsyncGenerator<StoryDocument[]> {
  for (let after = 0 as StoryId; ; ) {
    const rows: readonly Row[] = await rowsAfter(db, after, batch);
    if (rows.length > 0) yield await documentsOfRows(newsroom, db, rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}

/** How many stories `allDocuments` will give, for a bar that knows its end. */
export async function countOfDocuments(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('stories')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('live_revision_id', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

async function documentsOfRows(newsroom: Newsroom, db: Kysely<Tables>, rows: readonly Row[]): Promise<StoryDocument[]> {
  const shown = rows.filter((row) => isShown(newsroom, row.state, row.embargo_until));
  const ids = shown.map((row) => row.id);
  const lists = Map.groupBy(await listsOf(db, ids), (row) => row.story_id);
  const speakers = Map.groupBy(await speakersOf(db, ids), (row) => row.story_id);
  const topics = await namesOfTopics(db, [...lists.values()].flat());
  const zones = new Map((await editionsOf(db)).map((edition) => [edition.key, edition.timeZone]));
  return shown.flatMap(({ id, card, content }) => {
    if (card === null) return [];
    const own = (lists.get(id) ?? []).map((row) => row.list);
    const known = {
      lists: own,
      topics: own.flatMap((list) => topics.get(list) ?? []),
      speakers: (speakers.get(id) ?? []).map((row) => row.speaker),
    };
    const shownCard = parsed<Card>(card);
    return [documentOf(shownCard, parsed<StoryContent>(content), known, zones.get(shownCard.edition) ?? 'UTC')];
  });
}

/** The names of the topics among some lists, by list. */
async function namesOfTopics(
  db: Kysely<Tables>,
  rows: readonly { readonly list: ListKey }[],
): Promise<Map<ListKey, string>> {
  const ids = new Set<TopicId>();
  for (const { list } of rows) if (list.startsWith('topic:')) ids.add(Number(list.slice('topic:'.length)) as TopicId);
  if (ids.size === 0) return new Map();
  return new Map((await topicNames(db, [...ids])).map(({ id, name }) => [topicList(id), name]));
}

interface AroundStory {
  readonly lists: readonly ListKey[];
  /** Names. */
  readonly topics: readonly string[];
  /** Names of those who are quoted, as printed. */
  readonly speakers: readonly string[];
}

function documentOf(
  card: Card,
  content: StoryContent,
  { lists, topics, speakers }: AroundStory,
  timeZone: string,
): StoryDocument {
  const { authors, agencies, dateline } = card.byline;
  const { year, month } = monthsOf(card.publishedAt, timeZone);
  const captions = content.body.content.filter(isPictures).flatMap(textsOfBlock);
  return {
    id: card.id,
    edition: card.edition,
    headline: card.headline,
    kicker: card.kicker,
    standfirst: card.standfirst,
    body: lines(content.body.content.filter((block) => !isPictures(block)).flatMap(textsOfBlock)),
    captions: lines([card.picture?.caption ?? '', ...captions]),
    names: lines([...authors.map((author) => author.name), ...topics]),
    topics,
    publishedAt: card.publishedAt,
    facets: [
      ...lists,
      ...agencies.map((agency) => `agency:${agency}`),
      ...(dateline === null ? [] : [`city:${dateline}`]),
      ...saidFacets(speakers),
      `kind:${card.kind}`,
      `year:${year}`,
      `month:${month}`,
    ],
  };
}

/** One for each word of a name, since readers ask for people by their last: `said:لافروف`. */
const saidFacets = (speakers: readonly string[]): readonly string[] =>
  [...new Set(speakers.flatMap(wordsOf))].map((word) => `said:${word}`);

const isPictures = (block: Block): boolean => block.type === 'picture' || block.type === 'gallery';
const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');
