// Puts the newspaper together and serves it: records, pictures, newsroom, site, page cache, listener, jobs.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { publicActor } from '../newsroom/actor.ts';
import type { ArchiveService } from '../newsroom/archive/service.ts';
import { type Newsroom, openNewsroom } from '../newsroom/newsroom.ts';
import { editions } from '../newsroom/reading/furniture.ts';
import { openPictures, type Pictures } from '../pictures/store.ts';
import { openRecords, type Records } from '../records/open.ts';
import { siteApp } from '../site/app.tsx';
import { readAssets } from '../site/assets.ts';
import type { Answer } from './answer.ts';
import { loadAssets } from './assets.ts';
import type { Configuration } from './configuration.ts';
import { createHttpServer, createListener, type Listener } from './http.ts';
import { metricsOf, noCounts } from './metrics.ts';
import { operatorRoutes } from './operator-routes.ts';
import { PageCache } from './page-cache.ts';
import { openPages } from './pages.ts';
import { picturesRoute } from './pictures-route.ts';
import { startScheduler } from './scheduler.ts';
import { searchLimits } from './search-limits.ts';

const MEGABYTE = 1_048_576;

/** The open parts of a newspaper that is not served: what the commands work on. */
export interface Paper {
  readonly records: Records;
  readonly pictures: Pictures;
  readonly newsroom: Newsroom;
  close(): Promise<void>;
}

/** Opens records, pictures and newsroom in the data folder, which is made when it is not there. */
export async function openPaper(configuration: Pick<Configuration, 'data' | 'databaseUrl'>): Promise<Paper> {
  mkdirSync(configuration.data, { recursive: true });
  const records = await openRecords({ data: configuration.data, databaseUrl: configuration.databaseUrl });
  const pictures = await openPictures({ data: configuration.data });
  const newsroom = await openNewsroom({ records, pictures });
  return {
    records,
    pictures,
    newsroom,
    async close() {
      await pictures.close();
      await records.close();
    },
  };
}

/** The secret of the link for the first account, made once for a newspaper. `isNew` the first time. */
function setupToken(data: string): { token: string; isNew: boolean } {
  const file = join(data, 'setup-token');
  if (existsSync(file)) return { token: readFileSync(file, 'utf8').trim(), isNew: false };
  const token = randomBytes(18).toString('base64url');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return { token, isNew: true };
}

/** `localhost` is both loopback addresses; a machine without IPv6 has one. */
async function listen(listener: Listener, host: string, port: number): Promise<Server[]> {
  const on = (address: string, at: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = createHttpServer(listener);
      server.once('error', reject);
      server.listen({ host: address, port: at, backlog: 1024 }, () => resolve(server));
    });
  if (host !== 'localhost') return [await on(host, port)];
  const first = await on('127.0.0.1', port);
  const taken = (first.address() as AddressInfo).port;
  const second = await on('::1', taken).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      first.close();
      throw error;
    }
    return null;
  });
  return second === null ? [first] : [first, second];
}

export interface Served {
  readonly url: string;
  /** The path of the link for the first account, the first time only. */
  readonly setupPath: string | null;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly configuration: Configuration;
  readonly paper: Paper;
  /** The folder that the build wrote for the browser. */
  readonly assetsFolder: string;
  readonly log: Logger;
  /** Answers searches; without it the search page says that there is nobody to ask. */
  readonly archive?: ArchiveService;
}

/** Serves a paper until `close`. Rejects when the port is taken or the assets were not built. */
export async function serve({ configuration, paper, assetsFolder, log, archive }: ServeOptions): Promise<Served> {
  const { records, newsroom } = paper;
  const counts = noCounts();
  const cache = new PageCache<Answer>(configuration.cacheMegabytes * MEGABYTE);
  const named = readAssets(assetsFolder);
  const assets = await loadAssets(assetsFolder);
  const setup = setupToken(configuration.data);

  newsroom.onEvent((event) => cache.drop(event.touches));
  const known = await editions(newsroom, publicActor);

  // By default the paper's address is the one that it serves on, which is known only after listening.
  let origin = configuration.origin ?? '';
  const site = Promise.withResolvers<ReturnType<typeof siteApp>>();
  const follow = followOtherProcesses(paper, log);
  const listener = createListener({
    assets,
    pages: openPages({
      cache,
      isCaching: configuration.cacheMegabytes > 0,
      site: async (request, bindings) => (await site.promise).fetch(request, bindings),
      origin: () => origin,
      scriptHashes: [named.inline.headHash],
      purgeHeader: configuration.purgeHeader,
      editions: () => known,
      counts,
      now: Date.now,
    }),
    routes: [
      operatorRoutes({
        isReady: async () => {
          await records.read.selectFrom('editions').select('key').limit(1).execute();
        },
        metrics: metricsOf(counts, () => cache.figures()),
        setupToken: setup.token,
      }),
      searchLimits({ ...configuration, assets: named, now: Date.now }),
      picturesRoute(paper.pictures),
    ],
    catchUp: follow.catchUp,
    counts,
    onError: (error, address) => log.error({ err: error, address }, 'a request failed'),
  });
  const servers = await listen(listener, configuration.host, configuration.port);
  const address = servers[0]?.address() as AddressInfo;
  const url = `http://${configuration.host === '0.0.0.0' ? 'localhost' : configuration.host}:${address.port}`;
  if (origin === '') origin = url;
  const onError = (error: unknown, at: string) => log.error({ err: error, address: at }, 'a page could not be made');
  site.resolve(siteApp({ newsroom, assets: named, origin, archive: archive ?? null, onError }));
  follow.start();
  const scheduler = startScheduler(newsroom, log);

  return {
    url,
    setupPath: setup.isNew ? `/setup/${setup.token}` : null,
    async close() {
      scheduler.stop();
      follow.stop();
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeIdleConnections();
            }),
        ),
      );
    },
  };
}

/** How often to look for another process's commits while nobody reads. */
const LOOK_EVERY_MS = 20;

/** Delivers the events of other processes, such as an import beside a running server, before the next page is served. */
function followOtherProcesses({ newsroom }: Paper, log: Logger) {
  let underway: Promise<void> | null = null;
  const catchUp = (): Promise<void> | null => {
    if (underway !== null) return underway;
    if (!newsroom.isBehind()) return null;
    underway = newsroom
      .catchUp()
      .catch((error: unknown) => log.error({ err: error }, 'could not read what another process did'))
      .finally(() => {
        underway = null;
      });
    return underway;
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    catchUp,
    start() {
      timer = setInterval(catchUp, LOOK_EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
