// Atom 1.0 (RFC 4287).
import type { Feed, FeedItem } from './feed.ts';
import { feedTypes } from './feed-addresses.ts';
import { rfc3339 } from './moments.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

export function atomDocument(feed: Feed): string {
  const at = (millis: number): string => rfc3339(millis, feed.timeZone);
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': 'http://search.yahoo.com/mrss/', 'xml:lang': feed.language },
    element('id', {}, feed.addresses.atom),
    element('title', {}, feed.title),
    element('subtitle', {}, feed.description),
    element('updated', {}, at(feed.updatedAt)),
    element('link', { rel: 'self', type: feedTypes.atom, href: feed.addresses.atom }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: feed.language, href: feed.page }),
    element('author', {}, element('name', {}, feed.paper), element('uri', {}, feed.front)),
    element('icon', {}, feed.icon),
    element('generator', {}, 'Warraq'),
    feed.items.map((item) => entry(item, feed.language, at)),
  );
  return xmlDocument(root);
}

function entry(item: FeedItem, language: string, at: (millis: number) => string): Xml {
  const { picture } = item;
  return element(
    'entry',
    {},
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: item.address }),
    element('published', {}, at(item.publishedAt)),
    element('updated', {}, at(item.updatedAt)),
    item.authors.map(({ name, address }) =>
      element('author', {}, element('name', {}, name), address === null ? null : element('uri', {}, address)),
    ),
    item.categories.map(({ name, address }) => element('category', { term: name, scheme: address, label: name })),
    item.summary === '' ? null : element('summary', {}, item.summary),
    element('content', { type: 'html' }, item.html),
    picture === null
      ? null
      : [
          element('link', { rel: 'enclosure', type: picture.type, href: picture.address }),
          element('media:content', {
            url: picture.address,
            type: picture.type,
            medium: 'image',
            width: picture.width,
            height: picture.height,
          }),
        ],
  );
}
