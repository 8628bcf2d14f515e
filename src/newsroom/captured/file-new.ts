// Files captured drafts that the paper did not have: a whole batch in a few statements.
import { takeIds } from '../../records/ids.ts';
import { insertAll } from '../../records/insert-all.ts';
import type { Tables } from '../../records/tables.ts';
import type { Card } from '../../story/card.ts';
import type { EditionKey, RevisionId, StoryId, TopicId } from '../../story/ids.ts';
import { correctionsKey, type DependencyKey, furnitureKey, storyKey } from '../../story/listing.ts';
import type { SectionPath } from '../../story/views.ts';
import type { Doing } from '../act.ts';
import { actorName } from '../actor.ts';
import { cardOf, listsOf, type Standing, touchesOfMove } from '../appearance.ts';
import { storySubject } from '../in-hand.ts';
import { findByAddress, findByHeadline, tellWaiting } from '../stubs.ts';
import { type NameBook, nameBook } from '../topics/name-book.ts';
import { quotationRows, type ReadOut, readOut } from '../topics/read-out.ts';
import { findPlaces, type Places } from './places.ts';
import type { Prepared } from './prepare.ts';

interface NewStory {
  readonly id: StoryId;
  readonly revisionId: RevisionId;
  readonly draft: Prepared;
  readonly sections: SectionPath;
  readonly topics: readonly TopicId[];
  readonly publishedAt: number;
  readonly updatedAt: number;
  /** Null for one that is filed as a draft. */
  readonly card: Card | null;
  readonly standing: Standing | null;
  /** Null as the card is. */
  readonly read: ReadOut | null;
}

/** Files them, and publishes them when told; answers their ids in order. No two may be captures of one story. */
export async function fileNew(doing: Doing, drafts: readonly Prepared[], isPublished: boolean): Promise<StoryId[]> {
  if (drafts.length === 0) return [];
  const places = await findPlaces(doing, drafts, isPublished);
  const books = isPublished ? await booksFor(doing, drafts) : new Map<EditionKey, NameBook>();
  const firstStory = await takeIds(doing.tx, 'stories', drafts.length);
  const firstRevision = await takeIds(doing.tx, 'revisions', drafts.length);
  const stories = drafts.map((draft, index) => {
    const ids = { id: (firstStory + index) as StoryId, revisionId: (firstRevision + index) as RevisionId };
    return newStory(doing, draft, places, ids, books.get(draft.edition.key) ?? null);
  });
  await writeStories(doing, stories);
  await writeAddresses(doing, stories);
  await writeStubs(doing, stories);
  const owners = await tellWaiting(
    doing.tx,
    stories.map(({ id, draft }) => ({
      id,
      edition: draft.edition.key,
      headlineKey: draft.headlineKey,
      addressKeys: draft.addressKey === null ? [] : [draft.addressKey],
    })),
  );
  const grown = new Set(places.grown);
  for (const story of stories) {
    doing.log(storySubject(story.id), { source: story.draft.source, place: story.draft.place, revision: 1 });
    const type = story.card === null ? 'story-filed' : 'story-published';
    doing.tell(type, story.id, touchesOf(story, owners.get(story.id) ?? [], grown.delete(story.draft.edition.key)));
  }
  return stories.map((story) => story.id);
}

function newStory(
  doing: Doing,
  draft: Prepared,
  places: Places,
  ids: { readonly id: StoryId; readonly revisionId: RevisionId },
  /** Null when it is filed as a draft. */
  book: NameBook | null,
): NewStory {
  const { publishedAt, updatedAt } = timesOf(doing, draft);
  const sections = places.sectionPathOf(draft);
  const topics = places.topicsOf(draft);
  const read = book === null ? null : readOut(book, draft.content, draft.said);
  const card =
    read !== null
      ? cardOf({
          id: ids.id,
          edition: draft.edition,
          kind: 'news',
          sections,
          content: draft.content,
          authors: places.authorsOf(draft),
          topics,
          leadPicture: null,
          publishedAt,
          updatedAt,
        })
      : null;
  const standing =
    card === null ? null : { lists: listsOf(card, sections, [...topics, ...(read?.topics ?? [])]), publishedAt };
  return { ...ids, draft, sections, topics, publishedAt, updatedAt, card, standing, read };
}

async function booksFor(doing: Doing, drafts: readonly Prepared[]): Promise<Map<EditionKey, NameBook>> {
  const books = new Map<EditionKey, NameBook>();
  for (const { edition } of drafts)
    if (!books.has(edition.key)) books.set(edition.key, await nameBook(doing.newsroom, doing.tx, edition.key));
  return books;
}

/**
 * A stated time is taken, but never one that is still to come. Without one it is the time of the import, a millisecond
 * less for each story further down the page, so that the page's order stays.
 */
export function timesOf(doing: Doing, draft: Prepared): { publishedAt: number; updatedAt: number } {
  const publishedAt = draft.publishedAt === null ? doing.at - draft.place : Math.min(draft.publishedAt, doing.at);
  const updatedAt = draft.updatedAt === null ? publishedAt : Math.min(Math.max(draft.updatedAt, publishedAt), doing.at);
  return { publishedAt, updatedAt: Math.max(updatedAt, publishedAt) };
}

async function writeStories(doing: Doing, stories: readonly NewStory[]): Promise<void> {
  const { tx, at } = doing;
  await insertAll(
    tx,
    'stories',
    stories.map((story) => storyRow(story, at)),
  );
  await insertAll(
    tx,
    'revisions',
    stories.map(({ id, revisionId, draft }) => ({
      id: revisionId,
      story_id: id,
      number: 1,
      created_at: at,
      created_by: actorName(doing.actor),
      content: draft.canonical.json,
      content_hash: draft.canonical.hash,
      length: draft.canonical.length,
    })),
  );
  const listings = stories.flatMap(({ id, standing }) =>
    standing === null ? [] : standing.lists.map((list) => ({ list, published_at: standing.publishedAt, story_id: id })),
  );
  // In the order of the table's key: neighbours are written into the same pages.
  listings.sort((a, b) => (a.list < b.list ? -1 : a.list > b.list ? 1 : a.published_at - b.published_at));
  await insertAll(tx, 'listings', listings);
  await insertAll(
    tx,
    'story_topics',
    stories.flatMap(({ id, topics }) => topics.map((topic_id, position) => ({ story_id: id, topic_id, position }))),
  );
  await insertAll(
    tx,
    'quotations',
    stories.flatMap(({ id, revisionId, publishedAt, read }) =>
      read === null ? [] : quotationRows({ storyId: id, revisionId, publishedAt }, read),
    ),
  );
  await writeCorrections(
    doing,
    stories.map(({ id, draft, updatedAt }) => ({ id, draft, texts: draft.corrections, at: updatedAt })),
  );
}

function storyRow(
  { id, revisionId, draft, sections, card, publishedAt, updatedAt }: NewStory,
  at: number,
): Tables['stories'] {
  const section = sections[sections.length - 1];
  if (section === undefined) throw new Error(`captured story ${id} has no section`);
  return {
    id,
    edition: draft.edition.key,
    kind: 'news',
    section_id: section.id,
    state: card === null ? 'draft' : 'live',
    head_revision_id: revisionId,
    live_revision_id: card === null ? null : revisionId,
    card: card === null ? null : JSON.stringify(card),
    created_at: at,
    // A draft keeps the time that its page stated: it was published then, elsewhere.
    first_published_at: card === null && draft.publishedAt === null ? null : publishedAt,
    updated_at: card === null ? null : updatedAt,
    embargo_until: null,
    scheduled_for: null,
    killed_at: null,
    kill_reason: null,
    translation_of: null,
    headline_key: draft.headlineKey,
  };
}

export async function writeCorrections(
  doing: Doing,
  given: readonly { id: StoryId; draft: Prepared; texts: readonly string[]; at: number }[],
): Promise<void> {
  const count = given.reduce((sum, { texts }) => sum + texts.length, 0);
  if (count === 0) return;
  let next = await takeIds(doing.tx, 'corrections', count);
  const rows = given.flatMap(({ id, draft, texts, at }) =>
    texts.map((text) => ({
      id: next++,
      story_id: id,
      edition: draft.edition.key,
      at,
      text,
      by: actorName(doing.actor),
    })),
  );
  await insertAll(doing.tx, 'corrections', rows);
}

/** Old addresses lead to the first story that had them. */
export async function writeAddresses(
  doing: Doing,
  stories: readonly { readonly id: StoryId; readonly draft: Prepared }[],
): Promise<void> {
  const wanted = new Map<string, StoryId>();
  for (const { id, draft } of stories) {
    for (const key of [draft.addressKey, draft.pathKey]) if (key !== null && !wanted.has(key)) wanted.set(key, id);
  }
  const taken = await findByAddress(doing.tx, wanted.keys());
  const rows = [...wanted]
    .filter(([key]) => !taken.has(key))
    .map(([address_key, story_id]) => ({ address_key, story_id }));
  rows.sort((a, b) => (a.address_key < b.address_key ? -1 : 1));
  await insertAll(doing.tx, 'redirects', rows);
}

/** Writes the captured cards of these stories, which are in the records by now, pointing at whatever stories are known. */
export async function writeStubs(
  doing: Doing,
  stories: readonly { readonly id: StoryId; readonly draft: Prepared }[],
): Promise<void> {
  const withStubs = stories.filter(({ draft }) => draft.stubs.length > 0);
  if (withStubs.length === 0) return;
  const stubs = withStubs.flatMap(({ draft }) => draft.stubs);
  const byAddress = await findByAddress(
    doing.tx,
    stubs.flatMap((stub) => stub.addressKey ?? []),
  );
  const byHeadline = new Map<string, Map<string, StoryId[]>>();
  for (const [edition, group] of Map.groupBy(withStubs, ({ draft }) => draft.edition.key)) {
    const keys = group.flatMap(({ draft }) => draft.stubs.map((stub) => stub.headlineKey));
    byHeadline.set(edition, await findByHeadline(doing.tx, edition, keys));
  }
  const rows = withStubs.flatMap(({ id, draft }) =>
    draft.stubs.map((stub, position): Tables['related'] => {
      const atAddress = stub.addressKey === null ? undefined : byAddress.get(stub.addressKey);
      // Of several stories with one headline the newest is meant.
      const target =
        atAddress ??
        byHeadline
          .get(draft.edition.key)
          ?.get(stub.headlineKey)
          ?.findLast((other) => other !== id);
      return {
        story_id: id,
        source: 'capture',
        position,
        target_id: target === undefined || target === id ? null : target,
        stub: stub.json,
        headline_key: stub.headlineKey || null,
        address_key: stub.addressKey,
      };
    }),
  );
  await insertAll(doing.tx, 'related', rows);
}

/** `bringsSections` is true of the first story of an edition that got new sections: one telling is enough. */
function touchesOf(story: NewStory, owners: readonly StoryId[], bringsSections: boolean): DependencyKey[] {
  const { id, draft, standing } = story;
  const touches = standing === null ? [storyKey(id)] : touchesOfMove(id, draft.edition, null, standing);
  touches.push(...owners.map(storyKey));
  if (bringsSections) touches.push(furnitureKey(draft.edition.key));
  if (standing !== null && draft.corrections.length > 0) touches.push(correctionsKey(draft.edition.key));
  return touches;
}
