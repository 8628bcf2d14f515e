// robots.txt: what crawlers need not fetch, and where they find the rest.
import { editionRoot } from '../../story/address.ts';
import type { Edition } from '../../story/edition.ts';

/** Pages for one reader or for editors only. Print views are left open, or nobody could see that they name the story as canonical. */
const closed = ['/desk', '/api/', '/setup'];

export function robotsDocument(editions: readonly Edition[], origin: string): string {
  const saved = editions.map((edition) => `${editionRoot(edition)}/saved`);
  const maps = editions.map((edition) => `${origin}${editionRoot(edition)}/news-sitemap.xml`);
  return [
    'User-agent: *',
    ...[...closed, ...saved].map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    ...maps.map((address) => `Sitemap: ${address}`),
    '',
  ].join('\n');
}
