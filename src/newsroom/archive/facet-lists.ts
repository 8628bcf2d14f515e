// How many of some results lie in each section, month and so on, with the names that readers know those by.
import type { Kysely } from 'kysely';
import type { Tables } from '../../records/tables.ts';
import type { AuthorId, EditionKey, TopicId } from '../../story/ids.ts';
import { sectionsOf } from '../paper.ts';

/** In the order in which they are shown. */
export const FACET_KINDS = ['section', 'year', 'month', 'author', 'topic', 'city', 'agency'] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

export interface FacetCount {
  /** `section:12`, `month:2023-10`. */
  readonly facet: string;
  /** Of a year and a month their figures: `2023`, `2023-10`. */
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export interface FacetList {
  readonly kind: FacetKind;
  /** Those with most stories first; years and months from the latest. */
  readonly values: readonly FacetCount[];
}

const MOST_VALUES = 12;

/** Lists that would not narrow anything are left out. */
export async function facetLists(
  db: Kysely<Tables>,
  edition: EditionKey,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): Promise<FacetList[]> {
  const lists = FACET_KINDS.map((kind) => ({ kind, facets: valuesOf(kind, counts, chosen) }));
  const names = await namesOf(
    db,
    edition,
    lists.flatMap((list) => list.facets),
  );
  return lists
    .map(({ kind, facets }) => ({
      kind,
      values: facets.flatMap((facet) => {
        const name = names.get(facet);
        if (name === undefined) return [];
        return [{ facet, name, count: counts.get(facet) ?? 0, isChosen: chosen.includes(facet) }];
      }),
    }))
    .filter(({ values }) => values.length > 1 || values.some((value) => value.isChosen));
}

function valuesOf(kind: FacetKind, counts: ReadonlyMap<string, number>, chosen: readonly string[]): string[] {
  const isOfKind = (facet: string): boolean => facet.startsWith(`${kind}:`);
  const counted = [...counts].filter(([facet]) => isOfKind(facet));
  const isTime = kind === 'year' || kind === 'month';
  counted.sort((a, b) => (isTime ? (a[0] < b[0] ? 1 : -1) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  const first = counted.slice(0, MOST_VALUES).map(([facet]) => facet);
  return [...new Set([...first, ...chosen.filter(isOfKind)])];
}

async function namesOf(
  db: Kysely<Tables>,
  edition: EditionKey,
  facets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: string): number[] =>
    facets.filter((facet) => facet.startsWith(`${kind}:`)).map((facet) => Number(facet.slice(kind.length + 1)));
  const names = new Map<string, string>();
  for (const facet of facets)
    if (!/^(?:section|author|topic):/.test(facet)) names.set(facet, facet.slice(facet.indexOf(':') + 1));
  for (const section of await sectionsOf(db, edition)) names.set(`section:${section.id}`, section.name);
  const authors = ids('author') as AuthorId[];
  if (authors.length > 0) {
    const rows = await db.selectFrom('authors').select(['id', 'name']).where('id', 'in', authors).execute();
    for (const { id, name } of rows) names.set(`author:${id}`, name);
  }
  const topics = ids('topic') as TopicId[];
  if (topics.length > 0) {
    const rows = await db.selectFrom('topics').select(['id', 'name']).where('id', 'in', topics).execute();
    for (const { id, name } of rows) names.set(`topic:${id}`, name);
  }
  return names;
}
