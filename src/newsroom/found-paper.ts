// The first edition of a paper that has none yet, so that the first story has somewhere to go.
import { type Edition, edition } from '../story/edition.ts';
import { furnitureKey } from '../story/listing.ts';
import { type Doing, perform } from './act.ts';
import type { Actor } from './actor.ts';
import type { Newsroom } from './newsroom.ts';
import { editionsOf } from './paper.ts';
import type { Result } from './result.ts';

/** What a new newspaper is until somebody says otherwise. */
export const firstEdition: Edition = edition.parse({
  key: 'ar',
  name: 'ورّاق',
  motto: '',
  language: 'ar',
  direction: 'rtl',
  timeZone: 'Asia/Riyadh',
  digits: 'latn',
  monthNaming: 'both',
  calendars: ['gregorian', 'hijri'],
  isDefault: true,
  fallbackSection: 'أخبار',
});

/** Every edition, the default first; adds `firstEdition` when there is none. For use within an act that the policy allowed. */
export async function editionsOrFirst(doing: Doing): Promise<Edition[]> {
  const editions = await editionsOf(doing.tx);
  if (editions.length > 0) return editions;
  const { key } = firstEdition;
  await doing.tx
    .insertInto('editions')
    .values({ key, position: 0, json: JSON.stringify(firstEdition) })
    .execute();
  doing.log(`edition:${key}`, { isNew: true });
  doing.tell('edition-added', null, [furnitureKey(key)]);
  return [firstEdition];
}

/** Makes sure that the paper has an edition; for a new newspaper without the demo. Problems: denied. */
export async function foundPaper(newsroom: Newsroom, actor: Actor): Promise<Result<{ editions: Edition[] }>> {
  return await perform(newsroom, actor, 'add-edition', async (doing) => {
    doing.allow();
    return { editions: await editionsOrFirst(doing) };
  });
}
