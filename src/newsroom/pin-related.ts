// The act of pinning: editors choose stories that stand first among the related ones of a story.
import { z } from 'zod';
import { insertAll } from '../records/insert-all.ts';
import { storyId } from '../story/ids.ts';
import { storyKey } from '../story/listing.ts';
import { act } from './act.ts';
import { storyInHand, storySubject } from './in-hand.ts';
import { refuse, refuseInvalid } from './result.ts';

const input = z.object({
  storyId,
  /** In order; empty takes all pins away. One that is not public yet shows itself when it is. */
  targets: z.array(storyId).max(10),
});

/** Puts these pins in place of a story's. Problems: absent, invalid, denied. */
export const pinRelated = act('pin-related', input, async (doing, { storyId: id, targets }) => {
  const { tx } = doing;
  const story = await storyInHand(doing, id);
  if (targets.includes(id)) refuseInvalid('targets', 'a story cannot be related to itself');
  if (new Set(targets).size !== targets.length) refuseInvalid('targets', 'a story is pinned twice');
  const known =
    targets.length === 0
      ? []
      : await tx.selectFrom('stories').select(['id', 'edition']).where('id', 'in', targets).execute();
  const missing = targets.find((target) => !known.some((row) => row.id === target && row.edition === story.edition));
  if (missing !== undefined) refuse({ kind: 'absent', what: `story ${missing} in edition ${story.edition}` });
  await tx.deleteFrom('related').where('story_id', '=', id).where('source', '=', 'pin').execute();
  const rows = targets.map((target_id, position) => ({
    story_id: id,
    source: 'pin' as const,
    position,
    target_id,
    stub: null,
    headline_key: null,
    address_key: null,
  }));
  await insertAll(tx, 'related', rows);
  doing.log(storySubject(id), { targets });
  doing.tell('related-pinned', id, [storyKey(id)]);
  return { storyId: id };
});
