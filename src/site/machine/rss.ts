// RSS 2.0 with the modules that readers use: whole text, authors by name, pictures with their sizes.
import { escaped } from '../components/words.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedTypes } from './feed-addresses.ts';
import { rfc822, rfc3339 } from './moments.ts';
import { characterData, element, type Xml, xmlDocument } from './xml.ts';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** Pixels at which a reader shows the channel's image: RSS allows a width of 144 and supposes 88 by 31. */
const IMAGE_SIDE = 88;

export function rssDocument(feed: Feed): string {
  const channel = element(
    'channel',
    {},
    element('title', {}, feed.title),
    element('link', {}, feed.page),
    element('description', {}, escaped(feed.description)),
    element('atom:link', { href: feed.addresses.rss, rel: 'self', type: feedTypes.rss }),
    element('language', {}, feed.language),
    element('lastBuildDate', {}, rfc822(feed.updatedAt, feed.timeZone)),
    element('generator', {}, 'Warraq'),
    // RSS wants these words and this address to be the channel's own.
    element(
      'image',
      {},
      element('url', {}, feed.smallIcon),
      element('title', {}, feed.title),
      element('link', {}, feed.page),
      element('width', {}, IMAGE_SIDE),
      element('height', {}, IMAGE_SIDE),
    ),
    feed.items.map((item) => itemXml(feed, item)),
  );
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, channel));
}

/** Titles are plain text; descriptions are read as HTML, so plain text is escaped twice there. */
function itemXml(feed: Feed, item: FeedItem): Xml {
  const { picture } = item;
  return element(
    'item',
    {},
    element('title', {}, item.title),
    element('link', {}, item.address),
    element('guid', { isPermaLink: 'true' }, item.id),
    element('pubDate', {}, rfc822(item.publishedAt, feed.timeZone)),
    item.updatedAt === item.publishedAt ? null : element('atom:updated', {}, rfc3339(item.updatedAt, feed.timeZone)),
    item.authors.map(({ name }) => element('dc:creator', {}, name)),
    item.categories.map(({ name, address }) => element('category', { domain: address }, name)),
    element('description', {}, escaped(item.summary)),
    element('content:encoded', {}, characterData(item.html)),
    // A size that is not known until somebody asks for the file is written as 0, as the RSS Advisory Board advises.
    picture === null ? null : element('enclosure', { url: picture.address, length: 0, type: picture.type }),
    picture === null
      ? null
      : element(
          'media:content',
          { url: picture.address, type: picture.type, medium: 'image', width: picture.width, height: picture.height },
          picture.caption === '' ? null : element('media:description', { type: 'plain' }, picture.caption),
          picture.credit === '' ? null : element('media:credit', {}, picture.credit),
        ),
  );
}
