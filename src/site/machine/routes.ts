// The addresses that machines ask for, by the last part of their path. To be mounted before the pages: `/asia/rss.xml`
// would else be taken for a story of the section.
import type { Env, Hono } from 'hono';
import { publicActor } from '../../newsroom/actor.ts';
import { editions } from '../../newsroom/reading/furniture.ts';
import { type DependencyKey, furnitureKey } from '../../story/listing.ts';
import { partsOfPath } from '../requested.ts';
import { answerFeed } from './feed-routes.ts';
import { manifestDocument } from './manifest.ts';
import { OPEN_SEARCH_FILE, OPEN_SEARCH_TYPE, openSearchDocument } from './opensearch.ts';
import { type Answering, contextOf, documentOf, placeOf, type Source } from './place.ts';
import { robotsDocument } from './robots.ts';
import { signBitmap } from './sign.ts';
import { answerNewsSitemap, answerSitemap, answerSitemapIndex } from './sitemap-routes.ts';

const answerRobots: Answering = async ({ newsroom, origin }, { segments, depend }) => {
  if (segments.length > 1) return null;
  const all = await editions(newsroom, publicActor);
  for (const { key } of all) depend(furnitureKey(key));
  return documentOf(robotsDocument(all, origin), 'text/plain');
};

const answerManifest: Answering = async (source, { segments, depend }) => {
  const place = await placeOf(source, segments.slice(0, -1));
  if (place === null || place.rest.length > 0) return null;
  const { furniture, assets } = await contextOf(source, place.edition, depend);
  return documentOf(manifestDocument(furniture.edition, assets), 'application/manifest+json');
};

const answerOpenSearch: Answering = async (source, { segments, depend }) => {
  const place = await placeOf(source, segments.slice(0, -1));
  if (place === null || place.rest.length > 0) return null;
  return documentOf(openSearchDocument(await contextOf(source, place.edition, depend)), OPEN_SEARCH_TYPE);
};

/** Asked for by browsers and feed readers that have not read a page's head. */
const answerSign: Answering = async ({ assets }, { segments }) =>
  segments.length > 1
    ? null
    : new Response(null, {
        status: 302,
        headers: { location: signBitmap(assets, segments[0] === 'favicon.ico' ? 192 : 180) },
      });

const byFile: Readonly<Record<string, Answering>> = {
  'rss.xml': answerFeed,
  'atom.xml': answerFeed,
  'feed.json': answerFeed,
  'sitemap.xml': answerSitemapIndex,
  'news-sitemap.xml': answerNewsSitemap,
  [OPEN_SEARCH_FILE]: answerOpenSearch,
  'robots.txt': answerRobots,
  'manifest.webmanifest': answerManifest,
  'favicon.ico': answerSign,
  'apple-touch-icon.png': answerSign,
};

function answeringOf(segments: readonly string[]): Answering | null {
  const file = segments.at(-1) ?? '';
  if (Object.hasOwn(byFile, file)) return byFile[file] ?? null;
  return segments[0] === 'sitemaps' ? answerSitemap : null;
}

/** What the routes need of an environment: that whatever an answer is made of can be declared. */
interface MachineEnv extends Env {
  Bindings: { depend(key: DependencyKey): void };
}

/** Answers what is asked of it and leaves every other address to the routes that follow. */
export function machineRoutes<E extends MachineEnv>(app: Hono<E>, source: Source): void {
  app.get('*', async (c, next) => {
    const segments = c.req.path.endsWith('/') ? null : partsOfPath(c.req.path);
    const answering = segments === null ? null : answeringOf(segments);
    if (segments === null || answering === null) return next();
    const env: MachineEnv['Bindings'] = c.env;
    const depend = (key: DependencyKey): void => env.depend(key);
    return (await answering(source, { segments, depend })) ?? next();
  });
}
