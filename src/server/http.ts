// The HTTP listener. The short path comes first: a kept page or an asset is sent before anything else is looked at.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, makeAnswer, send } from './answer.ts';
import type { Counts } from './metrics.ts';
import { addressOf, type Pages } from './pages.ts';
import { everywhere } from './security.ts';

/** Something that answers addresses of its own; null when the address is none of its. */
export type Route = (request: IncomingMessage, path: string) => Promise<Answer> | null;

export interface HttpOptions {
  readonly assets: ReadonlyMap<string, Answer>;
  readonly pages: Pages;
  /** Asked in turn before the site. */
  readonly routes: readonly Route[];
  /** Null when nothing happened in another process, else a promise to wait for before any page is served. */
  readonly catchUp: () => Promise<void> | null;
  readonly counts: Counts;
  readonly onError: (error: unknown, address: string) => void;
}

/** Requests that may wait for a page at one time; more are turned away, since a queue that grows helps nobody. */
const MOST_WAITING = 512;
const REQUEST_TIMEOUT_MS = 15_000;
/** Whoever pastes a page into the search gets an answer: ten kilobytes of Arabic are three times that in an address. */
const MOST_HEADER_BYTES = 49_152;

export const plainAnswer = (status: number, text: string, headers: readonly string[] = []): Promise<Answer> =>
  makeAnswer({
    status,
    headers: ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store', ...everywhere, ...headers],
    body: Buffer.from(`${text}\n`),
    staleAt: Number.POSITIVE_INFINITY,
    compression: 'plain',
  });

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export function createListener(options: HttpOptions): Listener {
  const { assets, pages, counts } = options;
  let waiting = 0;

  function finish(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    counts.answers += 1;
    if (answer.status >= 500) counts.failed += 1;
    else if (answer.status === 404 || answer.status === 410) counts.notFound += 1;
    send(request, response, answer);
  }

  async function answerFor(request: IncomingMessage, url: string): Promise<Answer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainAnswer(405, 'Only GET and HEAD are answered here.', ['Allow', 'GET, HEAD']);
    }
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    for (const route of options.routes) {
      const answer = route(request, path);
      if (answer !== null) return answer;
    }
    const address = addressOf(url);
    if (address === null) return plainAnswer(400, 'This is no address of the paper.');
    return pages.page(address, url);
  }

  async function slowly(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    if (waiting >= MOST_WAITING) {
      counts.shed += 1;
      finish(
        request,
        response,
        await plainAnswer(503, 'Too many at once. Try again in a moment.', ['Retry-After', '1']),
      );
      return;
    }
    waiting += 1;
    try {
      await options.catchUp();
      finish(request, response, await answerFor(request, url));
    } catch (error) {
      options.onError(error, url);
      if (!response.headersSent) finish(request, response, await plainAnswer(500, 'Something went wrong here.'));
      else response.destroy();
    } finally {
      waiting -= 1;
    }
  }

  return (request, response) => {
    const url = request.url ?? '/';
    if (request.method === 'GET' || request.method === 'HEAD') {
      // What the build made is the same whatever has happened in the newsroom; a page is not.
      const kept = options.catchUp() === null ? pages.kept(url) : null;
      const answer = kept ?? assets.get(url);
      if (answer != null) {
        counts.answers += 1;
        send(request, response, answer);
        return;
      }
    }
    void slowly(request, response, url);
  };
}

/** A server with bounds on how long a request may take to arrive; what is no HTTP is refused. */
export function createHttpServer(listener: Listener): Server {
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
      keepAliveTimeout: 65_000,
      noDelay: true,
      // Requests without a body get no stream for it: a fourteenth more of kept pages a second.
      optimizeEmptyRequests: true,
    },
    listener,
  );
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}
