// What an address asks for, read from its path alone: nothing is looked up, so anything may be asked here safely.

import type { Edition } from '../story/edition.ts';
import type { EventId, StoryId } from '../story/ids.ts';
import { type ArchivePart, partOfAddress } from './archive-calendar.ts';
import { dayOfAddress } from './pages/DayPage.tsx';
import { SEARCH_PARAMETERS } from './search-asked.ts';

export type Requested =
  | { readonly kind: 'front' }
  /** `/{section}/{id}/{words}`; the section and the words are for people and are not kept here. */
  | { readonly kind: 'story'; readonly id: StoryId }
  | { readonly kind: 'short'; readonly id: StoryId }
  | { readonly kind: 'print'; readonly id: StoryId }
  | { readonly kind: 'section'; readonly slug: string }
  | { readonly kind: 'author'; readonly slug: string }
  | { readonly kind: 'topic'; readonly slug: string }
  | { readonly kind: 'event'; readonly id: EventId }
  | { readonly kind: 'archive'; readonly part: ArchivePart }
  | { readonly kind: 'day'; readonly calendar: 'gregorian' | 'hijri'; readonly day: Temporal.PlainDate }
  | { readonly kind: 'search' }
  | { readonly kind: 'suggest' }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'about' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'unknown' };

/** Parameters of an address by name, and how often each is read. */
export type Parameters = Readonly<Record<string, number>>;

/** What a page of a list reads beside its path: the cursor. */
export const PAGING: Parameters = { before: 1 };
/** `/search`, `/en/search/suggest`: the only pages that are asked for something. */
const searches = /^(?:\/[a-z]{2}(?:-[a-z0-9]{1,8})?)?\/search(?:\/suggest)?\/?$/;
export const isSearch = (path: string): boolean => searches.test(path);

/** The parameters that whatever stands at a path reads. */
export const parametersOf = (path: string): Parameters => (isSearch(path) ? SEARCH_PARAMETERS : PAGING);

const unknown: Requested = { kind: 'unknown' };

/** The parts of a path, decoded and composed; null when it is not well formed. An empty part stands for a doubled slash. */
export function partsOfPath(path: string): string[] | null {
  try {
    const parts = path
      .split('/')
      .slice(1)
      .map((part) => decodeURIComponent(part).normalize('NFC'));
    return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  } catch {
    return null;
  }
}

/** The edition that a path lies in, and the parts of the path within it. */
export function placeOf<E extends Pick<Edition, 'key' | 'isDefault'>>(
  editions: readonly E[],
  parts: readonly string[],
): { edition: E | undefined; parts: readonly string[] } {
  const named = editions.find((edition) => edition.key === parts[0]);
  if (named !== undefined) return { edition: named, parts: parts.slice(1) };
  return { edition: editions.find((edition) => edition.isDefault), parts };
}

function numberOf(part: string | undefined): number | null {
  return part !== undefined && /^[1-9]\d{0,14}$/.test(part) ? Number(part) : null;
}

const storyIdOf = (part: string | undefined): StoryId | null => numberOf(part) as StoryId | null;

/** What the parts of a path within an edition ask for. */
export function requestedBy(parts: readonly string[]): Requested {
  const [first, second] = parts;
  if (first === undefined) return { kind: 'front' };
  if (parts.includes('')) return unknown;
  switch (first) {
    case 'archive':
      return archiveRequested(parts.slice(1));
    case 'author':
    case 'topic':
      return second !== undefined && parts.length === 2 ? { kind: first, slug: second } : unknown;
    case 'print': {
      const id = storyIdOf(second);
      return id !== null && parts.length === 2 ? { kind: 'print', id } : unknown;
    }
    case 'event': {
      const id = numberOf(second) as EventId | null;
      return id !== null && parts.length === 2 ? { kind: 'event', id } : unknown;
    }
    case 'search':
      if (parts.length === 1) return { kind: 'search' };
      return second === 'suggest' && parts.length === 2 ? { kind: 'suggest' } : unknown;
    case 'corrections':
    case 'about':
    case 'saved':
      return parts.length === 1 ? { kind: first } : unknown;
    default: {
      const id = storyIdOf(parts.length === 1 ? first : second);
      if (parts.length === 1) return id === null ? { kind: 'section', slug: first } : { kind: 'short', id };
      return id !== null && parts.length <= 3 ? { kind: 'story', id } : unknown;
    }
  }
}

function archiveRequested(parts: readonly string[]): Requested {
  const calendar = parts[0] === 'hijri' ? 'hijri' : 'gregorian';
  const figures = calendar === 'hijri' ? parts.slice(1) : parts;
  const part = partOfAddress(calendar, figures);
  if (part !== null) return { kind: 'archive', part };
  if (figures.length !== 3 || !figures.every((figure) => /^\d{1,4}$/.test(figure))) return unknown;
  const [year = 0, month = 0, day = 0] = figures.map(Number);
  const date = dayOfAddress(calendar, year, month, day);
  return date === null ? unknown : { kind: 'day', calendar, day: date };
}
