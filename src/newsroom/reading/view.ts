// The start of every reading: whether this actor may read the site, and the connection to read by.
import type { Kysely } from 'kysely';
import type { Tables } from '../../records/tables.ts';
import type { StoryState } from '../../story/workflow.ts';
import { isPublic } from '../../story/workflow.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { decide } from '../policy/decide.ts';
import { refuse } from '../result.ts';

/** Throws `ActRefused` 'denied' for an actor who may not read the site. */
export async function siteView(newsroom: Newsroom, actor: Actor): Promise<Kysely<Tables>> {
  const { allowed, rule } = decide(actor, 'read-site');
  if (!allowed) refuse({ kind: 'denied', rule });
  await newsroom.delivery.started;
  return newsroom.records.read;
}

/** Whether readers may see a story in this state, now. `embargoUntil` in epoch milliseconds. */
export function isShown(newsroom: Newsroom, state: StoryState, embargoUntil: number | null): boolean {
  const embargo = embargoUntil === null ? null : Temporal.Instant.fromEpochMilliseconds(embargoUntil);
  return state === 'live' && (embargo === null || isPublic(state, embargo, newsroom.clock()));
}
