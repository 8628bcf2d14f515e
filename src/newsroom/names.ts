// Finds authors, topics and sections by their printed names, and adds those that the paper does not know yet.
import { sql, type Transaction } from 'kysely';
import { matchKey } from '../arabic/normal-form.ts';
import { slugOf } from '../arabic/slug.ts';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import { precompiledForMany } from '../records/precompiled.ts';
import type { Tables } from '../records/tables.ts';
import type { AuthorId, EditionKey, SectionId, TopicId } from '../story/ids.ts';
import { type Palette, palette, type Section, sectionSlug } from '../story/section.ts';
import { forEdition } from './for-edition.ts';

export interface Named<Id> {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
}

/** The key by which two printed names are one: a name without a letter or a figure is its own. */
export const nameKey = (name: string): string => matchKey(name) || name.trim();

type Book = 'authors' | 'topics';

const rowsByName = { authors: rowsByNameIn('authors'), topics: rowsByNameIn('topics') };
const slugsTaken = { authors: slugsTakenIn('authors'), topics: slugsTakenIn('topics') };

function rowsByNameIn(book: Book) {
  return forEdition((edition) =>
    precompiledForMany((db, keys: readonly string[]) =>
      db
        .selectFrom(book)
        .select(['id', 'slug', 'name', 'name_key'])
        .where('edition', '=', sql.lit(edition))
        .where('name_key', 'in', keys),
    ),
  );
}

function slugsTakenIn(book: Book) {
  return forEdition((edition) =>
    precompiledForMany((db, slugs: readonly string[]) =>
      db.selectFrom(book).select('slug').where('edition', '=', sql.lit(edition)).where('slug', 'in', slugs),
    ),
  );
}

/** Topics by the names that the editors listed for them; a topic's own name goes before these. */
const topicsByAlias = forEdition((edition) =>
  precompiledForMany((db, keys: readonly string[]) =>
    db
      .selectFrom('topic_names')
      .innerJoin('topics', 'topics.id', 'topic_names.topic_id')
      .select(['topics.id', 'topics.slug', 'topics.name', 'topic_names.name_key'])
      .where('topic_names.edition', '=', sql.lit(edition))
      .where('topic_names.name_key', 'in', keys),
  ),
);

/** Rows of `book` for all of `names` by `nameKey`, new ones added with their first spelling. */
async function namedIn<Id extends AuthorId | TopicId>(
  tx: Transaction<Tables>,
  book: Book,
  edition: EditionKey,
  names: Iterable<string>,
): Promise<Map<string, Named<Id>>> {
  const wanted = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (!wanted.has(key)) wanted.set(key, name);
  }
  const found = new Map<string, Named<Id>>();
  const rows = await rowsByName[book](edition)(tx, [...wanted.keys()]);
  // The oldest of two with one key wins.
  for (const row of rows.sort((a, b) => b.id - a.id)) {
    found.set(row.name_key, { id: row.id as Id, slug: row.slug, name: row.name });
  }
  const unknown = [...wanted.keys()].filter((key) => !found.has(key));
  const aliased = book === 'topics' ? await topicsByAlias(edition)(tx, unknown) : [];
  for (const row of aliased) found.set(row.name_key, { id: row.id as Id, slug: row.slug, name: row.name });
  const missing = [...wanted].filter(([key]) => !found.has(key));
  if (missing.length === 0) return found;
  const first = await takeIds(tx, book, missing.length);
  const slugs = await freeSlugs(
    tx,
    book,
    edition,
    missing.map(([, name], index) => [name, first + index]),
  );
  const added = missing.map(([key, name], index) => ({
    id: (first + index) as Id,
    edition,
    slug: slugs[index] ?? String(first + index),
    name,
    name_key: key,
    about: '',
  }));
  if (book === 'authors') await insertAll(tx, 'authors', added as Tables['authors'][]);
  else await insertAll(tx, 'topics', added.map((row) => ({ ...row, kind: 'subject' as const })) as Tables['topics'][]);
  for (const row of added) found.set(row.name_key, { id: row.id, slug: row.slug, name: row.name });
  return found;
}

/** The addresses of merged topics lead on for ever: no other topic may have one. */
const formerSlugs = forEdition((edition) =>
  precompiledForMany((db, slugs: readonly string[]) =>
    db.selectFrom('topic_addresses').select('slug').where('edition', '=', sql.lit(edition)).where('slug', 'in', slugs),
  ),
);

/** A slug for each name that no other row has: the name's words, with the row's number when those are taken. */
async function freeSlugs(
  tx: Transaction<Tables>,
  book: Book,
  edition: EditionKey,
  names: readonly (readonly [name: string, id: number])[],
): Promise<string[]> {
  const candidates = names.map(([name, id]) => {
    const slug = slugOf(name);
    return [slug, `${slug}-${id}`, `n-${id}`, `n-${id}-${id}`] as const;
  });
  const wanted = [...new Set(candidates.flat())];
  const rows = await slugsTaken[book](edition)(tx, wanted);
  const former = book === 'topics' ? await formerSlugs(edition)(tx, wanted) : [];
  const taken = new Set([...rows, ...former].map((row) => row.slug));
  return candidates.map((slugs) => {
    const free = slugs.find((slug) => !taken.has(slug)) ?? slugs[3];
    taken.add(free);
    return free;
  });
}

/** Authors of an edition by `nameKey` of their names. */
export function authorsNamed(
  tx: Transaction<Tables>,
  edition: EditionKey,
  names: Iterable<string>,
): Promise<Map<string, Named<AuthorId>>> {
  return namedIn<AuthorId>(tx, 'authors', edition, names);
}

/** Topics of an edition by `nameKey` of their names; new ones are subjects until somebody says more. */
export function topicsNamed(
  tx: Transaction<Tables>,
  edition: EditionKey,
  names: Iterable<string>,
): Promise<Map<string, Named<TopicId>>> {
  return namedIn<TopicId>(tx, 'topics', edition, names);
}

const palettes: readonly Palette[] = palette.options;

/**
 * Sections of an edition by `nameKey` of their names; those that are not there are added at the end of the top level.
 * `known` are the edition's sections as they are now; `added` are the new ones.
 */
export async function sectionsNamed(
  tx: Transaction<Tables>,
  edition: EditionKey,
  names: Iterable<string>,
  known: readonly Section[],
): Promise<{ byKey: Map<string, Section>; added: Section[] }> {
  const byKey = new Map<string, Section>();
  for (const section of known) if (!byKey.has(nameKey(section.name))) byKey.set(nameKey(section.name), section);
  const missing = new Map<string, string>();
  for (const name of names) if (!byKey.has(nameKey(name))) missing.set(nameKey(name), name);
  if (missing.size === 0) return { byKey, added: [] };

  const taken = new Set([...known.map((section) => section.slug), ...(await editionKeys(tx))]);
  const first = await takeIds(tx, 'sections', missing.size);
  const last = Math.max(0, ...known.map((section) => section.position));
  const added = [...missing].map(([key, name], index): Section => {
    const id = (first + index) as SectionId;
    const slug = [slugOf(name), `${slugOf(name)}-${id}`].find(
      (candidate) => sectionSlug.safeParse(candidate).success && !taken.has(candidate),
    );
    const section: Section = {
      id,
      edition,
      slug: slug ?? `s-${id}`,
      name: name.slice(0, 80),
      about: '',
      parentId: null,
      position: last + 1 + index,
      palette: palettes[id % palettes.length] ?? 'indigo',
    };
    taken.add(section.slug);
    byKey.set(key, section);
    return section;
  });
  await insertSections(tx, added);
  return { byKey, added };
}

export async function insertSections(tx: Transaction<Tables>, sections: readonly Section[]): Promise<void> {
  await insertAll(
    tx,
    'sections',
    sections.map((section) => ({
      id: section.id,
      edition: section.edition,
      slug: section.slug,
      name: section.name,
      about: section.about,
      parent_id: section.parentId,
      position: section.position,
      palette: section.palette,
    })),
  );
}

/** A section may not have an edition's key as its address: `/en/` is the edition's front. */
export async function editionKeys(tx: Transaction<Tables>): Promise<string[]> {
  return (await tx.selectFrom('editions').select('key').execute()).map((row) => row.key);
}
