// Sitemaps (sitemaps.org 0.9): the index, the pages of a month, and Google's form for the news of two days.
import { rfc3339 } from './moments.ts';
import { element, xmlDocument } from './xml.ts';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export interface SitemapPart {
  /** Absolute. */
  readonly address: string;
  /** Epoch milliseconds; null when it is not known. */
  readonly updatedAt: number | null;
}

export interface SitemapPage extends SitemapPart {
  /** The lead picture's whole address. */
  readonly picture: string | null;
}

const lastmod = (updatedAt: number | null, timeZone: string) =>
  updatedAt === null ? null : element('lastmod', {}, rfc3339(updatedAt, timeZone));

export function sitemapIndex(parts: readonly SitemapPart[], timeZone: string): string {
  const entries = parts.map(({ address, updatedAt }) =>
    element('sitemap', {}, element('loc', {}, address), lastmod(updatedAt, timeZone)),
  );
  return xmlDocument(element('sitemapindex', { xmlns: SITEMAP }, entries));
}

export function sitemap(pages: readonly SitemapPage[], timeZone: string): string {
  const entries = pages.map(({ address, updatedAt, picture }) =>
    element(
      'url',
      {},
      element('loc', {}, address),
      lastmod(updatedAt, timeZone),
      picture === null ? null : element('image:image', {}, element('image:loc', {}, picture)),
    ),
  );
  const namespaces = { xmlns: SITEMAP, 'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1' };
  return xmlDocument(element('urlset', namespaces, entries));
}

export interface NewsPage {
  readonly address: string;
  readonly headline: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** `paper` is the publication's name and `language` its ISO 639 code, as Google News asks for them. */
export function newsSitemap(
  pages: readonly NewsPage[],
  { paper, language, timeZone }: { readonly paper: string; readonly language: string; readonly timeZone: string },
): string {
  const publication = element(
    'news:publication',
    {},
    element('news:name', {}, paper),
    element('news:language', {}, language),
  );
  const entries = pages.map(({ address, headline, publishedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, address),
      element(
        'news:news',
        {},
        publication,
        element('news:publication_date', {}, rfc3339(publishedAt, timeZone)),
        element('news:title', {}, headline),
      ),
    ),
  );
  const namespaces = { xmlns: SITEMAP, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' };
  return xmlDocument(element('urlset', namespaces, entries));
}
