// Puts a story before the public, or makes what the public sees of it anew: card, lists, and all that this touches.

import { insertAll } from '../records/insert-all.ts';
import type { Edition } from '../story/edition.ts';
import type { RevisionId, StoryId, TopicId } from '../story/ids.ts';
import {
  correctionsKey,
  type DependencyKey,
  eventKey,
  frontKey,
  type ListKey,
  storyKey,
  topicList,
} from '../story/listing.ts';
import type { Picture } from '../story/picture.ts';
import type { StoryContent } from '../story/story.ts';
import type { Doing } from './act.ts';
import { cardOf, listsOf, pictureOfRow, type Standing, touchesOfMove } from './appearance.ts';
import { readContent } from './content.ts';
import type { StoryRow } from './in-hand.ts';
import { authorsNamed } from './names.ts';
import { editionIn, pathIn, sectionsOf } from './paper.ts';
import { nameBook } from './topics/name-book.ts';
import { readOut, removeQuotations, replaceQuotations, saidIn } from './topics/read-out.ts';

export interface Going {
  readonly story: StoryRow;
  readonly revisionId: RevisionId;
  readonly content: StoryContent;
  readonly publishedAt: number;
  readonly updatedAt: number;
}

/** What the public sees changes from what it was to this. `touches` are empty when nothing does. */
export async function goLive(doing: Doing, going: Going): Promise<{ touches: DependencyKey[] }> {
  const { tx } = doing;
  const { story, content } = going;
  const edition = await editionIn(tx, story.edition);
  const sections = pathIn(await sectionsOf(tx, story.edition), story.section_id);
  const authors = await authorsNamed(
    tx,
    story.edition,
    content.byline.authors.map((author) => author.name),
  );
  const filed = await topicsOf(doing, story.id);
  const read = readOut(await nameBook(doing.newsroom, tx, story.edition), content, saidIn(content));
  // Those that editors filed it under come first.
  const topics = [...new Set([...filed, ...read.topics])];
  const leadPicture = await pictureOf(doing, content);
  const card = cardOf({
    id: story.id,
    edition,
    kind: story.kind,
    sections,
    content,
    authors,
    topics,
    leadPicture,
    publishedAt: going.publishedAt,
    updatedAt: going.updatedAt,
  });
  const json = JSON.stringify(card);
  const before = await standingOf(doing, story.id);
  const now: Standing = { lists: listsOf(card, sections, topics), publishedAt: going.publishedAt };
  const isSame = json === story.card && going.revisionId === story.live_revision_id;
  if (isSame && before !== null && isSameStanding(before, now)) return { touches: [] };

  await tx
    .updateTable('stories')
    .set({
      state: 'live',
      live_revision_id: going.revisionId,
      card: json,
      first_published_at: going.publishedAt,
      updated_at: going.updatedAt,
      scheduled_for: null,
      killed_at: null,
      kill_reason: null,
    })
    .where('id', '=', story.id)
    .execute();
  await moveListings(doing, story.id, before, now);
  const live = { storyId: story.id, revisionId: going.revisionId, publishedAt: going.publishedAt };
  const quoted = await replaceQuotations(doing, live, read);
  const touches = [...touchesOfMove(story.id, edition, before, now), ...quoted.map(topicList)];
  if (before === null) touches.push(...(await touchesOfComing(doing, story, edition)));
  return { touches };
}

function isSameStanding(one: Standing, other: Standing): boolean {
  return (
    one.publishedAt === other.publishedAt &&
    one.lists.length === other.lists.length &&
    one.lists.every((list) => other.lists.includes(list))
  );
}

/** Where a story stands in the lists; null when it is not before the public. */
export async function standingOf(doing: Doing, id: StoryId): Promise<Standing | null> {
  const rows = await doing.tx
    .selectFrom('listings')
    .select(['list', 'published_at'])
    .where('story_id', '=', id)
    .orderBy('list')
    .execute();
  const first = rows[0];
  return first === undefined ? null : { lists: rows.map((row) => row.list), publishedAt: first.published_at };
}

/** Changes the rows of `listings` from one standing to another; `null` is none. */
export async function moveListings(
  doing: Doing,
  id: StoryId,
  before: Standing | null,
  now: Standing | null,
): Promise<void> {
  const staying = before?.publishedAt === now?.publishedAt ? (now?.lists ?? []) : [];
  const leaving = (before?.lists ?? []).filter((list) => !staying.includes(list));
  const coming = (now?.lists ?? []).filter(
    (list) => !(staying.includes(list) && before?.lists.includes(list) === true),
  );
  if (leaving.length > 0) {
    await doing.tx.deleteFrom('listings').where('story_id', '=', id).where('list', 'in', leaving).execute();
  }
  if (now === null) return;
  const rows = coming.map((list: ListKey) => ({ list, published_at: now.publishedAt, story_id: id }));
  await insertAll(doing.tx, 'listings', rows);
}

/**
 * What else changes when a story comes before the public: pages of stories under which it was waiting to be shown,
 * those of its translations and of its event, and the page of corrections.
 */
async function touchesOfComing(doing: Doing, story: StoryRow, edition: Edition): Promise<DependencyKey[]> {
  const { tx } = doing;
  const waiting = await tx
    .selectFrom('related')
    .select('story_id')
    .distinct()
    .where('target_id', '=', story.id)
    .orderBy('story_id')
    .execute();
  const touches = waiting.map((row) => storyKey(row.story_id));
  touches.push(...(await translationKeys(doing, story)));
  touches.push(...(await eventKeys(doing, story.id)));
  if (await hasCorrections(doing, story.id)) touches.push(correctionsKey(edition.key));
  return touches;
}

/** The key of the event that the story is of: its page, and those of its stories, say how many there are. */
async function eventKeys(doing: Doing, id: StoryId): Promise<DependencyKey[]> {
  const rows = await doing.tx.selectFrom('event_stories').select('event_id').where('story_id', '=', id).execute();
  return rows.map((row) => eventKey(row.event_id));
}

/** The keys of the other stories of which this one is a translation. */
export async function translationKeys(doing: Doing, story: StoryRow): Promise<DependencyKey[]> {
  if (story.translation_of === null) return [];
  const rows = await doing.tx
    .selectFrom('stories')
    .select('id')
    .where('translation_of', '=', story.translation_of)
    .where('id', '<>', story.id)
    .orderBy('id')
    .execute();
  return rows.map((row) => storyKey(row.id));
}

export async function hasCorrections(doing: Doing, id: StoryId): Promise<boolean> {
  const row = await doing.tx
    .selectFrom('corrections')
    .select('id')
    .where('story_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes a story out of all lists and slots. Its row is the caller's to change. Whatever page shows its card depends on
 * the story's own key.
 */
export async function goDark(doing: Doing, story: StoryRow): Promise<DependencyKey[]> {
  const edition = await editionIn(doing.tx, story.edition);
  const before = await standingOf(doing, story.id);
  await moveListings(doing, story.id, before, null);
  const quoted = await removeQuotations(doing, story.id);
  const touches = [...touchesOfMove(story.id, edition, before, null), ...quoted.map(topicList)];
  const slots = await doing.tx
    .deleteFrom('front_slots')
    .where('story_id', '=', story.id)
    .returning('edition')
    .execute();
  touches.push(...slots.map((slot) => frontKey(slot.edition)), ...(await eventKeys(doing, story.id)));
  if (await hasCorrections(doing, story.id)) touches.push(correctionsKey(story.edition));
  return touches;
}

export async function topicsOf(doing: Doing, id: StoryId): Promise<TopicId[]> {
  const rows = await doing.tx
    .selectFrom('story_topics')
    .select('topic_id')
    .where('story_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.topic_id);
}

async function pictureOf(doing: Doing, content: StoryContent): Promise<Picture | null> {
  const id = content.leadPicture?.pictureId ?? null;
  if (id === null) return null;
  const row = await doing.tx.selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : pictureOfRow(row);
}

/** A revision's content with its number; null when the story has no such revision. */
export async function revisionOf(
  doing: Doing,
  story: StoryId,
  id: RevisionId,
): Promise<{ content: StoryContent; number: number; hash: string; by: string } | null> {
  const row = await doing.tx
    .selectFrom('revisions')
    .select(['content', 'number', 'content_hash', 'created_by'])
    .where('id', '=', id)
    .where('story_id', '=', story)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { content: readContent(row.content), number: row.number, hash: row.content_hash, by: row.created_by };
}
