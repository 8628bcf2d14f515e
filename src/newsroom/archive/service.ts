// The archive as the site asks it, wherever it runs: beside the pages in one process, or in a process of its own.
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import type { LayeredArchive } from './layers.ts';
import { type SearchRequest, type SearchView, searchView } from './search-view.ts';
import { type Suggestions, type SuggestRequest, suggestions } from './suggestions.ts';

export interface ArchiveService {
  /** Rejects with `ArchiveDown` when nobody answers in time. */
  search(request: SearchRequest): Promise<SearchView>;
  suggest(request: SuggestRequest): Promise<Suggestions>;
}

/** The archive cannot answer now: it is being built for the first time, is overwhelmed, or has failed. */
export class ArchiveDown extends Error {
  override readonly name = 'ArchiveDown';
}

export function archiveHere(newsroom: Newsroom, actor: Actor, archive: LayeredArchive): ArchiveService {
  return {
    search: (request) => searchView(newsroom, actor, archive, request),
    suggest: (request) => suggestions(newsroom, actor, archive, request),
  };
}
