// One story with the revision that readers see, in one query.
import type { Kysely } from 'kysely';
import type { Card } from '../../story/card.ts';
import type { EditionKey, RevisionId, SectionId, StoryId } from '../../story/ids.ts';
import type { StoryContent, StoryKind } from '../../story/story.ts';
import type { StoryState } from '../../story/workflow.ts';
import { documentColumn, parsed } from '../documents.ts';
import { precompiled } from '../precompiled.ts';
import type { Tables } from '../tables.ts';

export interface StoredStory {
  readonly id: StoryId;
  readonly edition: EditionKey;
  readonly kind: StoryKind;
  readonly sectionId: SectionId;
  readonly state: StoryState;
  /** Epoch milliseconds, like all instants here. */
  readonly embargoUntil: number | null;
  readonly killedAt: number | null;
  readonly translationOf: StoryId | null;
  readonly headRevisionId: RevisionId;
  /** What was last published, also of a story that is killed by now; null when nothing ever was. */
  readonly live: {
    readonly revisionId: RevisionId;
    /** From 1. */
    readonly number: number;
    readonly content: StoryContent;
    readonly card: Card;
  } | null;
}

const query = precompiled((db, id: StoryId) =>
  db
    .selectFrom('stories')
    .leftJoin('revisions', 'revisions.id', 'stories.live_revision_id')
    .select([
      'stories.id',
      'edition',
      'kind',
      'section_id',
      'state',
      'embargo_until',
      'killed_at',
      'translation_of',
      'head_revision_id',
      'live_revision_id',
      'revisions.number',
      documentColumn<null>(db, 'stories.card').as('card'),
      documentColumn<null>(db, 'revisions.content').as('content'),
    ])
    .where('stories.id', '=', id),
);

/** Null when there is no such story. */
export async function story(db: Kysely<Tables>, id: StoryId): Promise<StoredStory | null> {
  const [row] = await query(db, id);
  if (row === undefined) return null;
  const { live_revision_id: revisionId, number, content, card } = row;
  return {
    id: row.id,
    edition: row.edition,
    kind: row.kind,
    sectionId: row.section_id,
    state: row.state,
    embargoUntil: row.embargo_until,
    killedAt: row.killed_at,
    translationOf: row.translation_of,
    headRevisionId: row.head_revision_id,
    live:
      revisionId === null || number === null || content === null || card === null
        ? null
        : { revisionId, number, content: parsed<StoryContent>(content), card: parsed<Card>(card) },
  };
}
