// Reads what stands on every page of an edition: the edition itself, its sections, and the other editions. Kept in memory.
import type { Edition } from '../../story/edition.ts';
import type { EditionKey } from '../../story/ids.ts';
import type { Furniture } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { editionsOf, sectionsOf } from '../paper.ts';
import { refuse } from '../result.ts';
import { siteView } from './view.ts';

/** Throws `ActRefused` 'absent' when the paper has no such edition. */
export async function furniture(newsroom: Newsroom, actor: Actor, key: EditionKey): Promise<Furniture> {
  const db = await siteView(newsroom, actor);
  const kept = newsroom.kept.furniture;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const mark = kept.mark();
  const all = await editionsOf(db);
  const edition = all.find((candidate) => candidate.key === key);
  if (edition === undefined) return refuse({ kind: 'absent', what: `edition ${key}` });
  const read: Furniture = { edition, sections: await sectionsOf(db, key), editions: all };
  kept.keep(mark, key, read);
  return read;
}

/** Every edition, the default first; none in a paper that was not founded yet. */
export async function editions(newsroom: Newsroom, actor: Actor): Promise<readonly Edition[]> {
  const db = await siteView(newsroom, actor);
  const kept = newsroom.kept.editions;
  const known = kept.get('all');
  if (known !== undefined) return known;
  const mark = kept.mark();
  const all = await editionsOf(db);
  kept.keep(mark, 'all', all);
  return all;
}
