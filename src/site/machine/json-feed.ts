// JSON Feed 1.1.
import type { Feed, FeedAuthor, FeedItem } from './feed.ts';
import { rfc3339 } from './moments.ts';

export function jsonFeedDocument(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.addresses.json,
    description: feed.description,
    language: feed.language,
    icon: feed.icon,
    favicon: feed.smallIcon,
    authors: [{ name: feed.paper, url: feed.front }],
    items: feed.items.map((item) => itemJson(item, feed)),
  });
}

function itemJson(item: FeedItem, feed: Feed) {
  const { picture } = item;
  return {
    id: item.id,
    url: item.address,
    title: item.title,
    ...(item.summary === '' ? {} : { summary: item.summary }),
    content_html: item.html,
    date_published: rfc3339(item.publishedAt, feed.timeZone),
    date_modified: rfc3339(item.updatedAt, feed.timeZone),
    authors: item.authors.map(authorJson),
    tags: item.categories.map(({ name }) => name),
    language: feed.language,
    ...(picture === null ? {} : pictureJson(picture)),
  };
}

const authorJson = ({ name, address }: FeedAuthor) => (address === null ? { name } : { name, url: address });

/** The format has no place for a picture's size and words; names with an underscore are for such things. */
function pictureJson({ address, type, width, height, caption, alt, credit }: NonNullable<FeedItem['picture']>) {
  return {
    image: address,
    attachments: [{ url: address, mime_type: type, ...(caption === '' ? {} : { title: caption }) }],
    _picture: { width, height, alt, credit },
  };
}
