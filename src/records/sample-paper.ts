// A small paper for the tests of this room: one edition with sections, and stories in it as the newsroom leaves them.
import type { Transaction } from 'kysely';
import type { Card } from '../story/card.ts';
import type { EditionKey, RevisionId, SectionId, StoryId } from '../story/ids.ts';
import { editionList, sectionList } from '../story/listing.ts';
import { takeIds } from './ids.ts';
import { insertAll } from './insert-all.ts';
import type { Tables } from './tables.ts';

export const ar = 'ar' as EditionKey;
export const politics = 1 as SectionId;
export const culture = 2 as SectionId;

export async function addPaper(tx: Transaction<Tables>): Promise<void> {
  await insertAll(tx, 'editions', [{ key: ar, position: 0, json: '{}' }]);
  await takeIds(tx, 'sections', 2);
  const section = { edition: ar, about: '', parent_id: null, palette: 'teal' };
  await insertAll(tx, 'sections', [
    { ...section, id: politics, slug: 'politics', name: 'سياسة', position: 0 },
    { ...section, id: culture, slug: 'culture', name: 'ثقافة', position: 1 },
  ]);
}

export interface SampleStory {
  readonly headline: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly section?: SectionId;
}

/** Adds live stories, with revision, card and listings; answers their ids. */
export async function addStories(tx: Transaction<Tables>, samples: readonly SampleStory[]): Promise<StoryId[]> {
  const firstStory = await takeIds(tx, 'stories', samples.length);
  const firstRevision = await takeIds(tx, 'revisions', samples.length);
  const rows = samples.map((sample, index) =>
    rowsOf(sample, (firstStory + index) as StoryId, (firstRevision + index) as RevisionId),
  );
  await insertAll(
    tx,
    'stories',
    rows.map((row) => row.story),
  );
  await insertAll(
    tx,
    'revisions',
    rows.map((row) => row.revision),
  );
  await insertAll(
    tx,
    'listings',
    rows.flatMap((row) => row.listings),
  );
  return rows.map((row) => row.story.id);
}

interface StoryRows {
  readonly story: Tables['stories'];
  readonly revision: Tables['revisions'];
  readonly listings: readonly Tables['listings'][];
}

function rowsOf(
  { headline, publishedAt, section = politics }: SampleStory,
  id: StoryId,
  revision: RevisionId,
): StoryRows {
  const content = {
    headline,
    kicker: '',
    standfirst: '',
    byline: { authors: [], agencies: [], dateline: null },
    leadPicture: null,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: headline }] }] },
  };
  const card: Card = {
    id,
    edition: ar,
    sectionId: section,
    kind: 'news',
    slug: headline.replaceAll(' ', '-'),
    headline,
    kicker: '',
    standfirst: '',
    byline: { authors: [], agencies: [], dateline: null },
    picture: null,
    publishedAt,
    updatedAt: publishedAt,
  };
  return {
    story: {
      id,
      edition: ar,
      kind: 'news',
      section_id: section,
      state: 'live',
      head_revision_id: revision,
      live_revision_id: revision,
      card: JSON.stringify(card),
      created_at: publishedAt,
      first_published_at: publishedAt,
      updated_at: publishedAt,
      embargo_until: null,
      scheduled_for: null,
      killed_at: null,
      kill_reason: null,
      translation_of: null,
      headline_key: headline,
    },
    revision: {
      id: revision,
      story_id: id,
      number: 1,
      created_at: publishedAt,
      created_by: 'system:demo',
      content: JSON.stringify(content),
      content_hash: String(revision).padStart(64, '0'),
      length: headline.length,
    },
    listings: [editionList(ar), sectionList(section)].map((list) => ({
      list,
      published_at: publishedAt,
      story_id: id,
    })),
  };
}
