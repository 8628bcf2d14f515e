// A page of results over several indexes that are searched as one, with how many there are in all and in each facet.
import type { StoryId } from '../story/ids.ts';
import { latest } from './rank/latest.ts';
import type { Hit, Matches, Question, SearchIndex } from './search-index.ts';

export type Order = 'relevance' | 'date';

/** The last story of a page, after which the next begins. `key`: its score, or its moment in epoch milliseconds. */
export interface Cursor {
  readonly key: number;
  readonly id: StoryId;
}

export interface Results {
  readonly hits: readonly Hit[];
  /** How many stories hold enough of the question, on all pages. */
  readonly total: number;
  /** Of those, how many have each facet. */
  readonly facets: ReadonlyMap<string, number>;
  /** Null on the last page. By relevance there are no more than `MOST_RANKED`. */
  readonly next: Cursor | null;
}

/** Nobody reads on further by relevance; who wants all of them has them by date. */
export const MOST_RANKED = 200;

export interface Asked {
  readonly order: Order;
  readonly after: Cursor | null;
  readonly limit: number;
}

export function resultsOf(indexes: readonly SearchIndex[], question: Question, asked: Asked): Results {
  const facets = new Map<string, number>();
  const found: { hit: Hit; key: number }[] = [];
  let total = 0;
  for (const index of indexes) {
    const matches = index.matches(question);
    total += matches.docs.length;
    countFacets(index, matches, facets);
    found.push(
      ...(asked.order === 'date' ? byDate(index, matches, asked) : byRelevance(index, question, matches, asked)),
    );
  }
  const inOrder = found.sort((a, b) => b.key - a.key || b.hit.id - a.hit.id);
  const hits = inOrder.slice(0, asked.limit);
  const last = hits.at(-1);
  const next = inOrder.length > hits.length && last !== undefined ? { key: last.key, id: last.hit.id } : null;
  return { hits: hits.map(({ hit }) => hit), total, facets, next };
}

/** One more than a page, so that it is known whether there is another. */
function byDate({ index }: SearchIndex, { docs, scores }: Matches, { after, limit }: Asked) {
  const from = after === null ? null : { publishedAt: after.key, id: after.id };
  return latest(index, docs, limit + 1, from).map((doc) => ({
    hit: { id: index.storyIds[doc] as StoryId, score: scores[doc] as number },
    key: index.published[doc] as number,
  }));
}

function byRelevance(index: SearchIndex, question: Question, matches: Matches, { after }: Asked) {
  return index
    .rankedOf(question, matches, MOST_RANKED)
    .filter(({ id, score }) => after === null || score < after.key || (score === after.key && id < after.id))
    .map((hit) => ({ hit, key: hit.score }));
}

function countFacets({ index }: SearchIndex, { docs }: Matches, facets: Map<string, number>): void {
  const counts = new Uint32Array(index.facetNames.length);
  for (const doc of docs) for (const facet of index.facetsOf(doc)) counts[facet] = (counts[facet] as number) + 1;
  for (const [number, count] of counts.entries()) {
    const name = index.facetNames[number];
    if (count > 0 && name !== undefined) facets.set(name, (facets.get(name) ?? 0) + count);
  }
}

/** The best of what several indexes found. */
export const merged = (lists: readonly (readonly Hit[])[], limit: number): Hit[] =>
  lists
    .flat()
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, limit);
