// What a reader asks of the search page, read from its address and written into one again. Anybody can make such an address
// up: what does not fit is left out.
import { z } from 'zod';
import type { SearchRequest } from '../newsroom/archive/search-view.ts';
import { searchPath } from '../story/address.ts';
import { storyId } from '../story/ids.ts';

export const LONGEST_QUERY = 300;
export const MOST_CHOSEN = 12;

/** What a search reads of its address, and how often. */
export const SEARCH_PARAMETERS = { q: 1, in: MOST_CHOSEN, by: 1, after: 1 } as const;
/** So much more than is searched for is kept that the archive sees, and says, that something was cut. */
const KEPT_QUERY = LONGEST_QUERY + 20;

export type SearchAsked = Pick<SearchRequest, 'text' | 'chosen' | 'order' | 'after'>;

const facet = z
  .string()
  .regex(/^(?:(?:section|author|topic):[1-9]\d{0,8}|year:\d{4}|month:\d{4}-\d{2}|(?:city|agency):.{1,100})$/);
const order = z.enum(['relevance', 'date']).catch('relevance');
/** `12.5-42`: the key and the id of the last story that was shown. */
const cursor = z
  .string()
  .max(60)
  .regex(/^-?\d+(?:\.\d+)?(?:e-?\d{1,3})?-\d{1,15}$/)
  .transform((text) => {
    const dash = text.lastIndexOf('-');
    return { key: Number(text.slice(0, dash)), id: Number(text.slice(dash + 1)) };
  })
  .pipe(z.object({ key: z.number(), id: storyId }))
  .nullable()
  .catch(null);

export function readSearch(parameters: URLSearchParams): SearchAsked {
  const typed = parameters.get('q') ?? '';
  const chosen = parameters.getAll('in').filter((value) => facet.safeParse(value).success);
  return {
    text: typed.slice(0, KEPT_QUERY).toWellFormed().trim(),
    chosen: [...new Set(chosen)].slice(0, MOST_CHOSEN),
    order: order.parse(parameters.get('by')),
    after: cursor.parse(parameters.get('after')),
  };
}

export function searchHref(edition: Parameters<typeof searchPath>[0], asked: Partial<SearchAsked>): string {
  const { text = '', chosen = [], order: by = 'relevance', after = null } = asked;
  const parameters = new URLSearchParams();
  if (text !== '') parameters.append('q', text);
  for (const one of chosen) parameters.append('in', one);
  if (by !== 'relevance') parameters.append('by', by);
  if (after !== null) parameters.append('after', `${after.key}-${after.id}`);
  return parameters.size === 0 ? searchPath(edition) : `${searchPath(edition)}?${parameters}`;
}

/** The same question with one of its facets more or fewer, from its first results. */
export function toggled(asked: SearchAsked, one: string): SearchAsked {
  const others = asked.chosen.filter((facet) => facet !== one);
  const isChosen = others.length < asked.chosen.length;
  return { ...asked, chosen: isChosen ? others : [...others, one], after: null };
}

export const isAsked = ({ text, chosen }: SearchAsked): boolean => text !== '' || chosen.length > 0;
