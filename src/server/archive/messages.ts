// What the serving process and the archive's own process say to one another.
import type { SearchRequest, SearchView } from '../../newsroom/archive/search-view.ts';
import type { Suggestions, SuggestRequest } from '../../newsroom/archive/suggestions.ts';
import type { Configuration } from '../configuration.ts';

export type ToArchive =
  | { readonly kind: 'open'; readonly configuration: Pick<Configuration, 'data' | 'databaseUrl'> }
  | { readonly kind: 'search'; readonly number: number; readonly request: SearchRequest }
  | { readonly kind: 'suggest'; readonly number: number; readonly request: SuggestRequest };

export type FromArchive =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: SearchView | Suggestions }
  /** It could not answer this; the next it may. */
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string }
  | { readonly kind: 'told'; readonly level: 'info' | 'error'; readonly text: string };
