// Where the feeds of a page are: beside the page's own address, under one file name for each format.

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export const feedFiles: Readonly<Record<FeedFormat, string>> = {
  rss: 'rss.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** `/rss.xml` for the front, `/asia/rss.xml` for a section: the page's path and the file. */
export function feedPath(pagePath: string, format: FeedFormat): string {
  return `${pagePath.endsWith('/') ? pagePath : `${pagePath}/`}${feedFiles[format]}`;
}

/** The format that a file name stands for, or null. */
export function formatOfFile(file: string): FeedFormat | null {
  return feedFormats.find((format) => feedFiles[format] === file) ?? null;
}
