// Reads the corrections that readers may see: those of stories that are live.
import { sql } from 'kysely';
import { precompiled } from '../../records/precompiled.ts';
import type { Card } from '../../story/card.ts';
import type { EditionKey, StoryId } from '../../story/ids.ts';
import { editionList } from '../../story/listing.ts';
import type { CorrectionView } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import { forEdition } from '../for-edition.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownCards } from './cards.ts';
import { furniture } from './furniture.ts';
import { type PageOf, readCursor } from './lists.ts';
import { siteView } from './view.ts';

export interface CorrectionsPage {
  /** Newest first. */
  readonly corrections: readonly { readonly correction: CorrectionView; readonly card: Card }[];
  /** The cursor of the following page, null on the last. */
  readonly older: string | null;
}

const newest = forEdition((edition) =>
  precompiled((db, at: number, id: number, limit: number) =>
    db
      .selectFrom('corrections')
      // The same listing that shows a story to readers shows its corrections.
      .innerJoin('listings', (join) =>
        join
          .onRef('listings.story_id', '=', 'corrections.story_id')
          .on('listings.list', '=', sql.lit(editionList(edition))),
      )
      .select(['corrections.id', 'corrections.story_id', 'corrections.at', 'corrections.text'])
      .where('corrections.edition', '=', sql.lit(edition))
      .where(sql<boolean>`(corrections.at, corrections.id) < (${at}, ${id})`)
      .orderBy('corrections.at', 'desc')
      .orderBy('corrections.id', 'desc')
      .limit(limit),
  ),
);

export async function corrections(
  newsroom: Newsroom,
  actor: Actor,
  { edition, before, limit }: PageOf & { readonly edition: EditionKey },
): Promise<CorrectionsPage> {
  const db = await siteView(newsroom, actor);
  await furniture(newsroom, actor, edition);
  const from = readCursor(before) ?? { publishedAt: Number.MAX_SAFE_INTEGER, id: 0 as StoryId };
  const most = Math.max(1, Math.min(1000, Math.trunc(limit) || 1));
  const rows = await newest(edition)(db, from.publishedAt, from.id, most + 1);
  const page = rows.slice(0, most);
  const cards = await shownCards(
    newsroom,
    db,
    page.map((row) => row.story_id),
  );
  const last = page[page.length - 1];
  return {
    corrections: page.flatMap((row) => {
      const card = cards.get(row.story_id);
      return card === undefined ? [] : [{ correction: correctionOf(row), card }];
    }),
    older: rows.length > most && last !== undefined ? `${last.at}-${last.id}` : null,
  };
}

export const correctionOf = (row: { id: number; story_id: StoryId; at: number; text: string }): CorrectionView => ({
  id: row.id,
  storyId: row.story_id,
  at: row.at,
  text: row.text,
});
