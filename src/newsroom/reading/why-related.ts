// Reads why the archive put stories under a story, for the desk.
import { z } from 'zod';
import type { StoryId } from '../../story/ids.ts';
import { type RelatedReason, relatedReason } from '../../story/relation.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { decide } from '../policy/decide.ts';
import { refuse } from '../result.ts';

export interface WhyRelated {
  readonly storyId: StoryId;
  readonly kind: 'event' | 'background';
  /** Never empty. */
  readonly reasons: readonly RelatedReason[];
}

const reasons = z.array(relatedReason);

/** What was found for a story, as it is to stand under it; more than is shown. Throws `ActRefused` 'denied'. */
export async function whyRelated(newsroom: Newsroom, actor: Actor, id: StoryId): Promise<WhyRelated[]> {
  const { allowed, rule } = decide(actor, 'read-desk');
  if (!allowed) refuse({ kind: 'denied', rule });
  const rows = await newsroom.records.read
    .selectFrom('related_found')
    .select(['target_id', 'kind', 'reasons'])
    .where('story_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    storyId: row.target_id,
    kind: row.kind,
    reasons: reasons.parse(JSON.parse(row.reasons)),
  }));
}
