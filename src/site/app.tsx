// The reader's site as a web application: an address comes in, a page, a redirect or an error goes out.
import { Hono } from 'hono';
import { publicActor } from '../newsroom/actor.ts';
import type { ArchiveService } from '../newsroom/archive/service.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { editions } from '../newsroom/reading/furniture.ts';
import { readCursor } from '../newsroom/reading/lists.ts';
import type { DependencyKey } from '../story/listing.ts';
import { answerTo } from './answers.tsx';
import type { Assets } from './assets.ts';
import { pageHtml } from './components/Document.tsx';
import { contextOf } from './machine/place.ts';
import { machineRoutes } from './machine/routes.ts';
import { failedPage } from './pages/ErrorPages.tsx';
import { partsOfPath, placeOf, requestedBy } from './requested.ts';

/** What the server gives with each request, to learn what the page depends on. */
export interface SiteBindings {
  depend(key: DependencyKey): void;
  /** The answer is for this request alone. */
  noStore(): void;
}

export interface SiteOptions {
  readonly newsroom: Newsroom;
  readonly assets: Assets;
  /** `https://paper.example`, without a slash at the end. */
  readonly origin: string;
  /** What answers searches; without one the search says that it cannot be had now. */
  readonly archive?: ArchiveService | null;
  /** Told of an exception while a page was made; the reader gets the page that says so. */
  readonly onError?: (error: unknown, address: string) => void;
}

export function siteApp(options: SiteOptions): Hono<{ Bindings: SiteBindings }> {
  const { newsroom, assets, origin, archive = null, onError } = options;
  const app = new Hono<{ Bindings: SiteBindings }>();

  machineRoutes(app, { newsroom, assets, origin });

  app.get('*', async (c) => {
    const { pathname, searchParams, search } = new URL(c.req.url);
    const all = await editions(newsroom, publicActor);
    const path = partsOfPath(pathname);
    const { edition, parts } = placeOf(all, path ?? []);
    if (edition === undefined) {
      c.env.noStore();
      return c.html(failedPage(assets), 503, { 'Retry-After': '10' });
    }
    const ctx = await contextOf({ newsroom, assets, origin }, edition, (key) => c.env.depend(key));
    const asked = searchParams.get('before');
    // What is no cursor is left out, so that made-up ones lead to one page and not to many copies of it.
    const before = readCursor(asked) === undefined ? null : asked;
    const requested = path === null ? ({ kind: 'unknown' } as const) : requestedBy(parts);
    const answer = await answerTo(newsroom, ctx, requested, {
      before,
      address: origin + pathname + search,
      parameters: searchParams,
      archive,
    });
    switch (answer.kind) {
      case 'page':
        if (path === null || asked !== before || !isSamePath(pathname, answer.at)) {
          return c.redirect(withCursor(answer.at, before), 301);
        }
        return c.html(pageHtml(answer.page()));
      case 'momentary': {
        c.env.noStore();
        if (!isSamePath(pathname, answer.at)) return c.redirect(answer.at + search, 301);
        const { retryAfter } = answer;
        if (retryAfter === undefined) return c.html(pageHtml(answer.page()));
        return c.html(pageHtml(answer.page()), 503, { 'Retry-After': String(retryAfter) });
      }
      case 'machine':
        c.env.noStore();
        return c.json(answer.json);
      case 'moved':
        return c.redirect(answer.to, 301);
      case 'withdrawn':
        return c.html(pageHtml(answer.page()), 410);
      case 'absent':
        c.env.noStore();
        return c.html(pageHtml(answer.page()), 404);
      default:
        return answer satisfies never;
    }
  });

  app.onError((error, c) => {
    onError?.(error, c.req.url);
    c.env.noStore();
    return c.html(failedPage(assets), 500);
  });

  return app;
}

/** Addresses are compared as people read them, so that `%d8` and `%D8` are one. */
function isSamePath(asked: string, right: string): boolean {
  return asked === right || decodeURI(asked).normalize('NFC') === decodeURI(right);
}

const withCursor = (path: string, before: string | null): string =>
  before === null ? path : `${path}?before=${encodeURIComponent(before)}`;
