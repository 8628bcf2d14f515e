// Turns away whoever searches more often than a reader does, before anything is looked up for them.
import type { IncomingMessage } from 'node:http';
import type { Assets } from '../site/assets.ts';
import { tooManySearchesPage } from '../site/pages/ErrorPages.tsx';
import { isSearch } from '../site/requested.ts';
import { Allowance } from './allowance.ts';
import { makeAnswer } from './answer.ts';
import type { Configuration } from './configuration.ts';
import { plainAnswer, type Route } from './http.ts';
import { pageSecurity } from './security.ts';

export interface SearchLimitsOptions
  extends Pick<Configuration, 'trustProxy' | 'searchesPerMinute' | 'suggestionsPerMinute'> {
  readonly assets: Assets;
  readonly now: () => number;
}

/** Stands among the routes before the site: null lets a search through, as it does all else. */
export function searchLimits(options: SearchLimitsOptions): Route {
  const searches = new Allowance(options.searchesPerMinute);
  const suggestions = new Allowance(options.suggestionsPerMinute);
  return (request, path) => {
    if (!isSearch(path)) return null;
    const isSuggesting = path.includes('/suggest');
    const allowance = isSuggesting ? suggestions : searches;
    const seconds = allowance.take(peerOf(request, options.trustProxy), options.now());
    if (seconds === 0) return null;
    const retryAfter = ['Retry-After', String(seconds)];
    if (isSuggesting) return plainAnswer(429, '', retryAfter);
    const type = ['Content-Type', 'text/html; charset=utf-8', 'Cache-Control', 'no-store'];
    return makeAnswer({
      status: 429,
      headers: [...type, ...pageSecurity([]), ...retryAfter],
      body: Buffer.from(tooManySearchesPage(options.assets)),
      staleAt: Number.POSITIVE_INFINITY,
      compression: 'plain',
    });
  };
}

/** Who asks. A proxy adds the address that it was asked from at the end of what it was given, which anybody can make up. */
function peerOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return last.slice(0, 64) || (request.socket.remoteAddress ?? '');
}
