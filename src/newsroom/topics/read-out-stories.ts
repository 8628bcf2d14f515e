// The act of reading live stories again: after a change of the list of names, and for what was live before there was one.
import { z } from 'zod';
import type { Tables } from '../../records/tables.ts';
import { type RevisionId, type StoryId, topicId } from '../../story/ids.ts';
import { type DependencyKey, type ListKey, topicList } from '../../story/listing.ts';
import { act, type Doing } from '../act.ts';
import { readContent } from '../content.ts';
import { moveListings, standingOf, topicsOf } from '../go-live.ts';
import { nameBook } from './name-book.ts';
import { quotationRows, readOut, replaceQuotations, saidIn } from './read-out.ts';

const input = z.object({
  /** Stories with a greater id; 0 begins. */
  after: z.number().int().nonnegative(),
  /** At most so many in one act. */
  limit: z.number().int().min(1).max(500),
  /** Only the stories that stand on this topic's page. */
  topicId: topicId.optional(),
});

/**
 * Reads a batch of live stories, in order of their ids, and puts right where they stand and what they quote.
 * `last` is where the following batch begins, null when this was the last. Problems: invalid, denied.
 */
export const readOutStories = act('read-out', input, async (doing, { after, limit, topicId: topic }) => {
  doing.allow();
  const rows = await liveStories(doing, after as StoryId, limit, topic === undefined ? null : topicList(topic));
  let changed = 0;
  for (const row of rows) {
    const touches = await readAgain(doing, row);
    if (touches.length === 0) continue;
    changed += 1;
    doing.tell('story-read-out', row.id, touches);
  }
  const last = rows.at(-1);
  if (last !== undefined) doing.log('stories', { after, last: last.id, changed });
  return { read: rows.length, changed, last: last === undefined || rows.length < limit ? null : last.id };
});

interface LiveStory {
  readonly id: StoryId;
  readonly edition: Tables['stories']['edition'];
  readonly revisionId: RevisionId;
  readonly content: string;
}

async function liveStories({ tx }: Doing, after: StoryId, limit: number, list: ListKey | null): Promise<LiveStory[]> {
  let query = tx
    .selectFrom('stories')
    .innerJoin('revisions', 'revisions.id', 'stories.live_revision_id')
    .select(['stories.id', 'stories.edition', 'revisions.id as revisionId', 'revisions.content'])
    .where('stories.state', '=', 'live')
    .where('stories.id', '>', after)
    .orderBy('stories.id')
    .limit(limit);
  if (list !== null)
    query = query.where('stories.id', 'in', (eb) =>
      eb.selectFrom('listings').select('listings.story_id').where('listings.list', '=', list),
    );
  return await query.execute();
}

/** What it touched; nothing when all was right. */
async function readAgain(
  doing: Doing,
  { id, edition, revisionId, content: json }: LiveStory,
): Promise<DependencyKey[]> {
  const before = await standingOf(doing, id);
  if (before === null) return [];
  const content = readContent(json);
  const read = readOut(await nameBook(doing.newsroom, doing.tx, edition), content, saidIn(content));
  // A topic that an editor has added since is not before the public yet.
  const filed = (await topicsOf(doing, id)).map(topicList).filter((list) => before.lists.includes(list));
  const others = before.lists.filter((list) => !list.startsWith('topic:'));
  const lists = [...new Set([...others, ...filed, ...read.topics.map(topicList)])];
  const moved = [
    ...before.lists.filter((list) => !lists.includes(list)),
    ...lists.filter((list) => !before.lists.includes(list)),
  ];
  if (moved.length > 0) await moveListings(doing, id, before, { ...before, lists });
  const live = { storyId: id, revisionId, publishedAt: before.publishedAt };
  const quoted = (await isSaidAlready(doing, id, quotationRows(live, read)))
    ? []
    : await replaceQuotations(doing, live, read);
  return [...new Set([...moved, ...quoted.map(topicList)])];
}

/** Whether these very rows stand in the records. */
async function isSaidAlready({ tx }: Doing, id: StoryId, rows: readonly Tables['quotations'][]): Promise<boolean> {
  const known = await tx.selectFrom('quotations').selectAll().where('story_id', '=', id).orderBy('position').execute();
  return (
    known.length === rows.length &&
    rows.every((row, at) =>
      Object.entries(row).every(([column, value]) => known[at]?.[column as keyof typeof row] === value),
    )
  );
}
