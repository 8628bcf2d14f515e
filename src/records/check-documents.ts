// Looks through the documents of all stories: each must be one, and the card of a live story must be that of the story.
import { type Kysely, sql } from 'kysely';
import type { RecordsProblem } from './check.ts';
import type { Tables } from './tables.ts';

/** Stories read at a time. */
const stride = 500;

/** What is wrong with the documents of stories; the search ends soon after `most` were found. */
export async function checkDocuments(read: Kysely<Tables>, most: number): Promise<RecordsProblem[]> {
  const problems: RecordsProblem[] = [];
  let after = 0;
  for (;;) {
    const rows = await nextStories(read, after);
    for (const row of rows) problems.push(...problemsOf(row));
    const last = rows[rows.length - 1];
    if (last === undefined || problems.length >= most) return problems;
    after = last.id;
    // A turn of the loop ends the snapshot, which would otherwise keep the write-ahead log from being taken in.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface StoryDocuments {
  readonly id: number;
  readonly edition: string;
  readonly section_id: number;
  readonly first_published_at: number | null;
  readonly state: string;
  readonly card: string | null;
  readonly content: string | null;
}

async function nextStories(read: Kysely<Tables>, after: number): Promise<StoryDocuments[]> {
  return await read
    .selectFrom('stories')
    .leftJoin('revisions', 'revisions.id', 'stories.live_revision_id')
    .select(['stories.id', 'edition', 'section_id', 'first_published_at', 'state', 'card', 'content'])
    .where(sql<boolean>`stories.id > ${after}`)
    .orderBy('stories.id')
    .limit(stride)
    .execute();
}

function problemsOf(row: StoryDocuments): RecordsProblem[] {
  const subject = `story:${row.id}`;
  const card = row.card === null ? null : objectOf(row.card);
  const content = row.content === null ? null : objectOf(row.content);
  if (card === undefined || content === undefined) {
    const which = card === undefined ? 'card' : 'content';
    return [{ kind: 'bad-document', subject, problem: `the ${which} of story ${row.id} is no JSON object` }];
  }
  if (row.state !== 'live' || card === null || content === null) return [];
  const expected: Record<string, unknown> = {
    id: row.id,
    edition: row.edition,
    publishedAt: row.first_published_at,
    headline: content.headline,
  };
  const differing = Object.keys(expected).filter((name) => card[name] !== expected[name]);
  if (differing.length === 0) return [];
  const problem = `the card of story ${row.id} differs from the story in: ${differing.join(', ')}`;
  return [{ kind: 'card-differs', subject, problem }];
}

/** The object that a document holds; undefined when it holds none. */
function objectOf(document: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(document);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
