// The act of linking translations: stories of several editions are said to be one story.
import { z } from 'zod';
import { storyId } from '../story/ids.ts';
import { storyKey } from '../story/listing.ts';
import { act } from './act.ts';
import { storySubject } from './in-hand.ts';
import { refuse, refuseInvalid } from './result.ts';

const input = z.object({ stories: z.array(storyId).min(2).max(20) });

/**
 * Links stories, together with those that they were linked with before. At most one of each edition.
 * Problems: absent, invalid (two of one edition), denied.
 */
export const linkTranslations = act('link-translations', input, async (doing, { stories }) => {
  doing.allow();
  const { tx } = doing;
  const named = await tx.selectFrom('stories').select(['id', 'translation_of']).where('id', 'in', stories).execute();
  const missing = stories.find((id) => !named.some((row) => row.id === id));
  if (missing !== undefined) refuse({ kind: 'absent', what: `story ${missing}` });
  const groups = named.flatMap((row) => (row.translation_of === null ? [] : [row.translation_of]));
  const all = await tx
    .selectFrom('stories')
    .select(['id', 'edition'])
    .where((eb) =>
      eb.or([eb('id', 'in', stories), ...(groups.length === 0 ? [] : [eb('translation_of', 'in', groups)])]),
    )
    .orderBy('id')
    .execute();
  if (new Set(all.map((row) => row.edition)).size !== all.length) {
    refuseInvalid('stories', 'two of them, or of those linked with them, are of one edition');
  }
  const ids = all.map((row) => row.id);
  const group = ids[0];
  if (group === undefined) throw new Error('no story to link');
  await tx.updateTable('stories').set({ translation_of: group }).where('id', 'in', ids).execute();
  for (const id of ids) doing.log(storySubject(id), { linked: ids });
  doing.tell('translations-linked', group, ids.map(storyKey));
  return { group, stories: ids };
});
