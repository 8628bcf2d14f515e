// Serves the demo edition with an archive beside the pages, in the process of the test, as a reader's browser meets it.
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicActor } from '../../src/newsroom/actor.ts';
import { openArchive } from '../../src/newsroom/archive/archive.ts';
import { archiveHere } from '../../src/newsroom/archive/service.ts';
import { editions } from '../../src/newsroom/reading/furniture.ts';
import type { Answer } from '../../src/server/answer.ts';
import { loadAssets } from '../../src/server/assets.ts';
import { createHttpServer, createListener } from '../../src/server/http.ts';
import { noCounts } from '../../src/server/metrics.ts';
import { PageCache } from '../../src/server/page-cache.ts';
import { openPages } from '../../src/server/pages.ts';
import { picturesRoute } from '../../src/server/pictures-route.ts';
import { searchLimits } from '../../src/server/search-limits.ts';
import { openPaper } from '../../src/server/serve.ts';
import { siteApp } from '../../src/site/app.tsx';
import { readAssets } from '../../src/site/assets.ts';

const assetsFolder = join(import.meta.dirname, '../../dist/assets');

export interface Searchable {
  readonly url: string;
  close(): Promise<void>;
}

/** `data`: a folder with a filled paper, which is written to only beside its own. */
export async function serveSearchable(data: string): Promise<Searchable> {
  const paper = await openPaper({ data });
  const { newsroom } = paper;
  const indexFolder = await mkdtemp(join(tmpdir(), 'warraq-searchable-'));
  const archive = archiveHere(newsroom, publicActor, await openArchive(newsroom, publicActor, indexFolder));
  const known = await editions(newsroom, publicActor);
  const named = readAssets(assetsFolder);
  let origin = '';
  const counts = noCounts();
  const site = () => siteApp({ newsroom, assets: named, origin, archive });
  const listener = createListener({
    assets: await loadAssets(assetsFolder),
    pages: openPages({
      cache: new PageCache<Answer>(10_000_000),
      isCaching: true,
      site: (request, bindings) => site().fetch(request, bindings),
      origin: () => origin,
      scriptHashes: [named.inline.headHash],
      purgeHeader: 'Surrogate-Key',
      editions: () => known,
      counts,
      now: Date.now,
    }),
    routes: [
      searchLimits({
        assets: named,
        trustProxy: false,
        searchesPerMinute: 0,
        suggestionsPerMinute: 0,
        now: Date.now,
      }),
      picturesRoute(paper.pictures),
    ],
    catchUp: () => null,
    counts,
    onError: (error) => {
      throw error;
    },
  });
  const server = createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await paper.close();
      await rm(indexFolder, { recursive: true, force: true });
    },
  };
}
