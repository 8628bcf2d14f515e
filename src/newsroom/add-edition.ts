// The act of adding an edition, or changing one: one language and place of publication.
import { edition } from '../story/edition.ts';
import type { EditionKey } from '../story/ids.ts';
import { furnitureKey } from '../story/listing.ts';
import { act, type Doing } from './act.ts';
import { editionsOf } from './paper.ts';
import { refuse, refuseInvalid } from './result.ts';

/** An IANA name that this machine knows; a wrong one would break every date. */
const knownZone = edition.shape.timeZone.refine((zone) => {
  try {
    return Temporal.Now.zonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
}, 'no such time zone');

const input = edition.extend({ timeZone: knownZone });

/**
 * Adds an edition, or puts this in place of the one with the same key. The first is the default one, and stays it.
 * Problems: invalid (a second default, none), taken (a section's address), denied.
 */
export const addEdition = act('add-edition', input, async (doing, added) => {
  doing.allow();
  const editions = await editionsOf(doing.tx);
  const others = editions.filter((known) => known.key !== added.key);
  if (added.isDefault === others.some((other) => other.isDefault)) {
    refuseInvalid(
      'isDefault',
      added.isDefault ? 'there is a default edition already' : 'one edition must be the default',
    );
  }
  await refuseTakenAddress(doing, added.key);
  const json = JSON.stringify(added);
  await doing.tx
    .insertInto('editions')
    .values({ key: added.key, position: editions.length, json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ json }))
    .execute();
  doing.log(`edition:${added.key}`, { isNew: others.length === editions.length });
  // The editions stand on the pages of every one of them.
  doing.tell('edition-added', null, [added.key, ...others.map((other) => other.key)].map(furnitureKey));
  return { edition: added };
});

/** `/en/` cannot be both an edition's front and a section of the default edition. */
async function refuseTakenAddress(doing: Doing, key: EditionKey): Promise<void> {
  const section = await doing.tx.selectFrom('sections').select('id').where('slug', '=', key).executeTakeFirst();
  if (section !== undefined) refuse({ kind: 'taken', what: `the address /${key}` });
}
