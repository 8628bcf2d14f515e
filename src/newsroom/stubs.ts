// Captured cards find their stories, in either order of arrival: by address, else by the headline's key in one edition.
import { sql, type Transaction } from 'kysely';
import { precompiled, precompiledForMany } from '../records/precompiled.ts';
import type { Tables } from '../records/tables.ts';
import type { EditionKey, StoryId } from '../story/ids.ts';
import { forEdition } from './for-edition.ts';

export interface Findable {
  readonly edition: EditionKey;
  /** Empty when the headline has no word to match by. */
  readonly headlineKey: string;
  readonly addressKeys: readonly string[];
}

const storiesByAddress = precompiledForMany((db, keys: readonly string[]) =>
  db.selectFrom('redirects').select(['address_key', 'story_id']).where('address_key', 'in', keys),
);

const storiesByHeadline = forEdition((edition) =>
  precompiledForMany((db, keys: readonly string[]) =>
    db
      .selectFrom('stories')
      .select(['id', 'headline_key'])
      .where('edition', '=', sql.lit(edition))
      .where('headline_key', 'in', keys),
  ),
);

/** Stories by the addresses that they had elsewhere. */
export async function findByAddress(tx: Transaction<Tables>, keys: Iterable<string>): Promise<Map<string, StoryId>> {
  const rows = await storiesByAddress(tx, [...new Set(keys)]);
  return new Map(rows.map((row) => [row.address_key, row.story_id]));
}

/** The ids of an edition's stories by the key of their newest headline, oldest first. An empty key finds nothing. */
export async function findByHeadline(
  tx: Transaction<Tables>,
  edition: EditionKey,
  keys: Iterable<string>,
): Promise<Map<string, StoryId[]>> {
  const wanted = new Set(keys);
  wanted.delete('');
  const rows = await storiesByHeadline(edition)(tx, [...wanted]);
  const found = new Map<string, StoryId[]>();
  for (const row of rows.sort((a, b) => a.id - b.id)) {
    const ids = found.get(row.headline_key);
    if (ids === undefined) found.set(row.headline_key, [row.id]);
    else if (ids[ids.length - 1] !== row.id) ids.push(row.id);
  }
  return found;
}

const waitingFor = (column: 'headline_key' | 'address_key') =>
  precompiledForMany((db, keys: readonly string[]) =>
    db
      .selectFrom('related')
      .innerJoin('stories', 'stories.id', 'related.story_id')
      .select(['related.story_id', 'related.position', 'stories.edition', `related.${column} as key`])
      .where('related.source', '=', sql.lit('capture'))
      .where('related.target_id', 'is', null)
      .where(`related.${column}`, 'in', keys),
  );
const waitingByHeadline = waitingFor('headline_key');
const waitingByAddress = waitingFor('address_key');

const setTarget = precompiled((db, target: StoryId, story: StoryId, position: number) =>
  db
    .updateTable('related')
    .set({ target_id: target })
    .where('story_id', '=', story)
    .where('source', '=', sql.lit('capture'))
    .where('position', '=', position),
);

/**
 * Captured cards that waited for one of `stories` now point at it. Answers the stories under which those cards stand,
 * each once: their pages change. Costs two queries, and one for each card that has found its story.
 */
export async function tellWaiting(
  tx: Transaction<Tables>,
  stories: readonly (Findable & { readonly id: StoryId })[],
): Promise<Map<StoryId, StoryId[]>> {
  const byAddress = new Map(stories.flatMap((story) => story.addressKeys.map((key) => [key, story] as const)));
  const byHeadline = new Map(
    stories
      .filter((story) => story.headlineKey !== '')
      .map((story) => [`${story.edition} ${story.headlineKey}`, story]),
  );
  const rows = [
    ...(await waitingByAddress(tx, [...byAddress.keys()])).map((row) => ({
      ...row,
      target: byAddress.get(row.key ?? ''),
    })),
    ...(
      await waitingByHeadline(tx, [...new Set(stories.map((story) => story.headlineKey).filter((key) => key !== ''))])
    ).map((row) => ({ ...row, target: byHeadline.get(`${row.edition} ${row.key}`) })),
  ];
  const done = new Set<string>();
  const owners = new Map<StoryId, StoryId[]>();
  for (const { story_id: owner, position, target } of rows) {
    const place = `${owner} ${position}`;
    // The query repeats rows when it repeats keys; and the address, which came first, is the better witness.
    if (target === undefined || target.id === owner || done.has(place)) continue;
    done.add(place);
    await setTarget(tx, target.id, owner, position);
    const known = owners.get(target.id);
    if (known === undefined) owners.set(target.id, [owner]);
    else if (!known.includes(owner)) known.push(owner);
  }
  return owners;
}
