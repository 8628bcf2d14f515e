// The standing parts of the paper as they are now: its editions and their sections.
import type { Kysely } from 'kysely';
import type { Tables } from '../records/tables.ts';
import type { Edition } from '../story/edition.ts';
import type { EditionKey, SectionId } from '../story/ids.ts';
import type { Palette, Section } from '../story/section.ts';
import { pathOfSection, type SectionPath } from '../story/views.ts';
import { refuse } from './result.ts';

/** Every edition, the default first, then in the order in which they were added. */
export async function editionsOf(db: Kysely<Tables>): Promise<Edition[]> {
  const rows = await db.selectFrom('editions').selectAll().orderBy('position').orderBy('key').execute();
  const editions = rows.map((row) => JSON.parse(row.json) as Edition);
  return [...editions.filter((edition) => edition.isDefault), ...editions.filter((edition) => !edition.isDefault)];
}

/** An edition by its key; ends the act when there is none. */
export async function editionIn(db: Kysely<Tables>, key: EditionKey): Promise<Edition> {
  const row = await db.selectFrom('editions').select('json').where('key', '=', key).executeTakeFirst();
  return row === undefined ? refuse({ kind: 'absent', what: `edition ${key}` }) : (JSON.parse(row.json) as Edition);
}

/** An edition's sections in the editors' order, parents before children. */
export async function sectionsOf(db: Kysely<Tables>, edition: EditionKey): Promise<Section[]> {
  const rows = await db
    .selectFrom('sections')
    .selectAll()
    .where('edition', '=', edition)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return parentsFirst(rows.map(sectionOfRow));
}

function sectionOfRow(row: Tables['sections']): Section {
  return {
    id: row.id,
    edition: row.edition,
    slug: row.slug,
    name: row.name,
    about: row.about,
    parentId: row.parent_id,
    position: row.position,
    palette: row.palette as Palette,
  };
}

function parentsFirst(sections: readonly Section[]): Section[] {
  const under = Map.groupBy(sections, (section) => section.parentId);
  const inOrder: Section[] = [];
  const add = (parent: SectionId | null): void => {
    for (const section of under.get(parent) ?? []) {
      inOrder.push(section);
      add(section.id);
    }
  };
  add(null);
  return inOrder;
}

/** A section with its ancestors, itself last; ends the act when the edition has no such section. */
export function pathIn(sections: readonly Section[], id: SectionId): SectionPath {
  const path = pathOfSection(sections, id);
  return path.length === 0 ? refuse({ kind: 'absent', what: `section ${id} in this edition` }) : path;
}
