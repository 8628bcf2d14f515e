// Finds the stories that captured drafts are captures of, among those that the paper has.
import { sql } from 'kysely';
import { precompiledForMany } from '../../records/precompiled.ts';
import { ofSourceIds } from '../../records/read/source-ids.ts';
import type { StoryId } from '../../story/ids.ts';
import type { StoryContent } from '../../story/story.ts';
import type { Doing } from '../act.ts';
import { readContent } from '../content.ts';
import type { StoryRow } from '../in-hand.ts';
import { findByAddress, findByHeadline } from '../stubs.ts';
import { shareText } from './merge.ts';
import type { Prepared } from './prepare.ts';

export interface Known {
  readonly story: StoryRow;
  readonly number: number;
  readonly contentHash: string;
  readonly content: StoryContent;
}

/** A headline of fewer words may stand over many stories: رسم كاريكاتير, أخبار قصيرة. */
const tellingWords = 4;
/** A story without a stated date was given the time of its import, less some milliseconds. */
const undatedSpan = 60_000;

const rowsOf = precompiledForMany((db, ids: readonly StoryId[]) =>
  db
    .selectFrom('stories')
    .innerJoin('revisions', 'revisions.id', 'stories.head_revision_id')
    .selectAll('stories')
    .select(['revisions.number', 'revisions.content_hash', 'revisions.content'])
    .where('stories.id', 'in', ids),
);

/** For each draft the story that it is a capture of, or null. A record with an id is known by its id and nothing else. */
export async function findKnown(doing: Doing, drafts: readonly Prepared[]): Promise<(Known | null)[]> {
  const bySourceId = await ofSourceIds(
    doing.tx,
    drafts.flatMap((draft) => draft.record?.id ?? []),
  );
  const captures = drafts.filter((draft) => draft.record?.id == null);
  const byAddress = await findByAddress(
    doing.tx,
    captures.flatMap((draft) => draft.addressKey ?? []),
  );
  const byHeadline = new Map<string, Map<string, StoryId[]>>();
  for (const [edition, group] of Map.groupBy(captures, (draft) => draft.edition.key)) {
    const keys = group.map((draft) => draft.headlineKey);
    byHeadline.set(edition, await findByHeadline(doing.tx, edition, keys));
  }
  const candidates = drafts.map((draft) => {
    const id = draft.record?.id ?? null;
    if (id !== null) return { address: bySourceId.get(id)?.storyId, headline: [] };
    const address = draft.addressKey === null ? undefined : byAddress.get(draft.addressKey);
    const headline = byHeadline.get(draft.edition.key)?.get(draft.headlineKey) ?? [];
    return { address, headline };
  });
  const ids = new Set(
    candidates.flatMap(({ address, headline }) => [...(address === undefined ? [] : [address]), ...headline]),
  );
  if (ids.size === 0) return drafts.map(() => null);
  const rows = new Map<StoryId, Known>();
  for (const { number, content_hash: contentHash, content, ...story } of await rowsOf(doing.tx, [...ids])) {
    rows.set(story.id, { story, number, contentHash, content: readContent(content) });
  }
  return drafts.map((draft, index) => {
    const { address, headline } = candidates[index] ?? { address: undefined, headline: [] };
    const atAddress = address === undefined ? undefined : rows.get(address);
    if (draft.record?.id != null) return atAddress ?? null;
    if (atAddress !== undefined && isSameAtAddress(atAddress, draft)) return atAddress;
    const withHeadline = headline.flatMap((id) => rows.get(id) ?? []);
    return withHeadline.find((known) => isSameUnderHeadline(known, draft)) ?? null;
  });
}

/** One address, and a headline or a paragraph in common: a page that shows other stories from day to day is not a story. */
function isSameAtAddress(known: Known, draft: Prepared): boolean {
  if (known.contentHash === draft.canonical.hash) return true;
  return known.story.headline_key === draft.headlineKey || shareText(known.content.body, draft.content.body);
}

/** One headline of one edition, and not of two stated days: أسعار العملات اليوم is another story each day. */
function isSameUnderHeadline(known: Known, draft: Prepared): boolean {
  const { first_published_at: publishedAt } = known.story;
  if (draft.publishedAt !== null && publishedAt !== null && isDated(known)) {
    const dayOf = (at: number): string =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(draft.edition.timeZone).toPlainDate().toString();
    if (dayOf(publishedAt) !== dayOf(draft.publishedAt)) return false;
  }
  if (known.contentHash === draft.canonical.hash) return true;
  return draft.headlineKey.split(' ').length >= tellingWords || shareText(known.content.body, draft.content.body);
}

/** Whether a story's time of publication was stated somewhere, not only the time of its import. */
export function isDated({ story }: Pick<Known, 'story'>): boolean {
  if (story.first_published_at === null) return false;
  return Math.abs(story.created_at - story.first_published_at) > undatedSpan;
}

const topicStories = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('story_topics').select('story_id').distinct().where('story_id', 'in', ids),
);
const stubStories = precompiledForMany((db, ids: readonly StoryId[]) =>
  db
    .selectFrom('related')
    .select('story_id')
    .distinct()
    .where('source', '=', sql.lit('capture'))
    .where('story_id', 'in', ids),
);
const correctionTexts = precompiledForMany((db, ids: readonly StoryId[]) =>
  db.selectFrom('corrections').select(['story_id', 'text']).where('story_id', 'in', ids),
);

/** What hangs on known stories, as far as a further capture may add to it. */
export interface Around {
  readonly withTopics: ReadonlySet<StoryId>;
  readonly withStubs: ReadonlySet<StoryId>;
  readonly corrections: ReadonlyMap<StoryId, ReadonlySet<string>>;
}

export async function around(doing: Doing, ids: readonly StoryId[]): Promise<Around> {
  const topics = await topicStories(doing.tx, ids);
  const stubs = await stubStories(doing.tx, ids);
  const corrections = new Map<StoryId, Set<string>>();
  for (const { story_id: id, text } of await correctionTexts(doing.tx, ids)) {
    const known = corrections.get(id);
    if (known === undefined) corrections.set(id, new Set([text]));
    else known.add(text);
  }
  return {
    withTopics: new Set(topics.map((row) => row.story_id)),
    withStubs: new Set(stubs.map((row) => row.story_id)),
    corrections,
  };
}
