// The list of what came in by the wire and was refused, kept so that it can be tried again.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import { precompiledForMany } from '../records/precompiled.ts';
import type { Tables } from '../records/tables.ts';
import type { Refusal } from '../story/draft.ts';
import { act, type Doing } from './act.ts';
import type { Actor } from './actor.ts';
import type { Newsroom } from './newsroom.ts';
import { decide } from './policy/decide.ts';
import type { Result } from './result.ts';

export interface KeptRefusal extends Refusal {
  readonly id: number;
  readonly at: Temporal.Instant;
}

const refusal = z.object({
  source: z.string().min(1).max(4000),
  place: z.string().max(500).nullable(),
  kind: z.enum([
    'empty',
    'binary',
    'encoding',
    'too-large',
    'too-deep',
    'too-slow',
    'no-story',
    'unreadable',
    'invalid',
  ]),
  reason: z.string().max(4000),
});

/** Keeps refusals, each once: the same one again is not kept twice. Problems: invalid, denied. */
export const keepRefusals = act(
  'keep-refusals',
  z.object({ refusals: z.array(refusal).max(10_000) }),
  async (doing, input) => {
    doing.allow();
    const kept = await addRefusals(doing, input.refusals);
    if (kept > 0) doing.log('refusals', { kept });
    return { kept };
  },
);

/** Takes sources off the list, as when a retry has taken them in. Problems: invalid, denied. */
export const clearRefusals = act(
  'keep-refusals',
  z.object({ sources: z.array(z.string().max(4000)).max(10_000) }),
  async (doing, input) => {
    doing.allow();
    const cleared = await removeRefusals(doing, input.sources, []);
    if (cleared > 0) doing.log('refusals', { cleared });
    return { cleared };
  },
);

/** Oldest first. Problems: denied. */
export async function listRefusals(newsroom: Newsroom, actor: Actor): Promise<Result<{ refusals: KeptRefusal[] }>> {
  const decision = decide(actor, 'read-refusals');
  if (!decision.allowed) return { ok: false, problem: { kind: 'denied', rule: decision.rule } };
  const rows = await newsroom.records.read.selectFrom('refusals').selectAll().orderBy('id').execute();
  return { ok: true, value: { refusals: rows.map(refusalOfRow) } };
}

const refusalOfRow = (row: Selectable<Tables['refusals']>): KeptRefusal => ({
  id: row.id,
  source: row.source,
  place: row.place,
  kind: row.kind as Refusal['kind'],
  reason: row.reason,
  at: Temporal.Instant.fromEpochMilliseconds(row.at),
});

const bySource = precompiledForMany((db, sources: readonly string[]) =>
  db.selectFrom('refusals').selectAll().where('source', 'in', sources),
);

const keyOf = (of: { source: string; place: string | null; kind: string; reason: string }): string =>
  JSON.stringify([of.source, of.place, of.kind, of.reason]);

/** For acts: keeps those that are not kept yet; answers how many those were. */
export async function addRefusals(doing: Doing, refusals: readonly Refusal[]): Promise<number> {
  if (refusals.length === 0) return 0;
  const sources = [...new Set(refusals.map((given) => given.source))];
  const known = new Set((await bySource(doing.tx, sources)).map(keyOf));
  const fresh = new Map<string, Refusal>();
  for (const given of refusals) if (!known.has(keyOf(given))) fresh.set(keyOf(given), given);
  if (fresh.size === 0) return 0;
  const first = await takeIds(doing.tx, 'refusals', fresh.size);
  const rows = [...fresh.values()].map(({ source, place, kind, reason }, index) => {
    return { id: first + index, source, place, kind, reason, at: doing.at };
  });
  await insertAll(doing.tx, 'refusals', rows);
  return fresh.size;
}

/** For acts: takes all refusals of these sources away but those in `staying`; answers how many. */
export async function removeRefusals(
  doing: Doing,
  sources: readonly string[],
  staying: readonly Refusal[],
): Promise<number> {
  const some = await doing.tx.selectFrom('refusals').select('id').limit(1).executeTakeFirst();
  if (some === undefined) return 0;
  const still = new Set(staying.map(keyOf));
  const rows = (await bySource(doing.tx, [...new Set(sources)])).filter((row) => !still.has(keyOf(row)));
  const ids = [...new Set(rows.map((row) => row.id))];
  for (let at = 0; at < ids.length; at += 500) {
    await doing.tx
      .deleteFrom('refusals')
      .where('id', 'in', ids.slice(at, at + 500))
      .execute();
  }
  return ids.length;
}
