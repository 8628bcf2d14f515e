// The act of curating: editors fill the slots of a front, in order. What they leave empty fills itself.
import { z } from 'zod';
import { insertAll } from '../records/insert-all.ts';
import { editionKey, storyId } from '../story/ids.ts';
import { frontKey } from '../story/listing.ts';
import { act } from './act.ts';
import { editionIn } from './paper.ts';
import { refuse, refuseInvalid } from './result.ts';

export const mostSlots = 20;

const input = z.object({
  edition: editionKey,
  /** The lead first. Empty leaves the whole front to itself. */
  stories: z.array(storyId).max(mostSlots),
});

/** Puts these live stories in the slots, in place of those that were there. Problems: absent, wrong-state, invalid, denied. */
export const curateFront = act('curate-front', input, async (doing, { edition: key, stories }) => {
  doing.allow();
  const { tx } = doing;
  const edition = await editionIn(tx, key);
  if (new Set(stories).size !== stories.length) refuseInvalid('stories', 'a story stands in two slots');
  const rows =
    stories.length === 0
      ? []
      : await tx.selectFrom('stories').select(['id', 'edition', 'state']).where('id', 'in', stories).execute();
  for (const id of stories) {
    const row = rows.find((candidate) => candidate.id === id);
    if (row === undefined || row.edition !== edition.key) {
      return refuse({ kind: 'absent', what: `story ${id} in edition ${edition.key}` });
    }
    if (row.state !== 'live') return refuse({ kind: 'wrong-state', state: row.state });
  }
  const before = await tx
    .selectFrom('front_slots')
    .select('story_id')
    .where('edition', '=', edition.key)
    .orderBy('position')
    .execute();
  const changed = before.map((slot) => slot.story_id).join() !== stories.join();
  if (changed) {
    await tx.deleteFrom('front_slots').where('edition', '=', edition.key).execute();
    const slots = stories.map((story_id, position) => ({ edition: edition.key, position, story_id }));
    await insertAll(tx, 'front_slots', slots);
    doing.tell('front-curated', null, [frontKey(edition.key)]);
  }
  doing.log(`front:${edition.key}`, { stories });
  return { changed };
});
