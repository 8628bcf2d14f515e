// What a reader would find after a restart: the section pages and feeds of a newsroom, rendered by the real site.
import { join } from 'node:path';
import { publicActor } from '../src/newsroom/actor.ts';
import type { Newsroom } from '../src/newsroom/newsroom.ts';
import { furniture } from '../src/newsroom/reading/furniture.ts';
import { sectionPage } from '../src/newsroom/reading/lists.ts';
import { story } from '../src/newsroom/reading/story.ts';
import { siteApp } from '../src/site/app.tsx';
import { readAssets } from '../src/site/assets.ts';
import { type EditionKey, editionKey, type StoryId } from '../src/story/ids.ts';

const assets = readAssets(join(import.meta.dirname, '../dist/assets'));
const origin = 'http://paper.example';
const bindings = { depend() {}, noStore() {} };
/** Pages of a section that are turned over; stories of one round are among the newest. */
const mostPages = 4;
/** A feed holds so many stories, the newest. */
const feedLength = 30;

/**
 * Stories of `ids` that are public but missing on their section's pages or in its feed (of those that it has room for), and those that are not public and
 * stand there. A sentence for each.
 */
export async function wrongOnPages(newsroom: Newsroom, ids: Iterable<StoryId>): Promise<string[]> {
  const app = siteApp({ newsroom, assets, origin });
  const textAt = async (path: string): Promise<string> =>
    (await app.fetch(new Request(origin + path), bindings)).text();
  const edition: EditionKey = editionKey.parse('ar');
  const { sections } = await furniture(newsroom, publicActor, edition);
  const shown = new Map<string, { pages: string; feed: string; newest: Set<StoryId> }>();
  for (const { id, slug } of sections) {
    let pages = '';
    let path: string | undefined = `/${encodeURIComponent(slug)}`;
    for (let page = 0; page < mostPages && path !== undefined; page += 1) {
      const html = await textAt(path);
      pages += html;
      path = /href="([^"]*\?before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    const newest = await sectionPage(newsroom, publicActor, { section: id, limit: feedLength });
    const feed = await textAt(`/${encodeURIComponent(slug)}/rss.xml`);
    shown.set(slug, { pages, feed, newest: new Set(newest.cards.map((card) => card.id)) });
  }
  const wrong: string[] = [];
  const everywhere = [...shown.values()].map(({ pages, feed }) => pages + feed).join('');
  for (const id of ids) {
    const answer = await story(newsroom, publicActor, id);
    if (answer.kind !== 'story') {
      if (everywhere.includes(`/${id}/`)) wrong.push(`story ${id} is ${answer.kind} and stands on a page`);
      continue;
    }
    const at = shown.get(answer.view.section.slug);
    if (at?.pages.includes(`/${id}/`) !== true) wrong.push(`story ${id} is not on the page of its section`);
    if (at?.newest.has(id) === true && !at.feed.includes(`/${id}/`))
      wrong.push(`story ${id} is not in the feed of its section`);
  }
  return wrong;
}
