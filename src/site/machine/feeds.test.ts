// The three feeds: each fulfils what its specification asks, says the same as the others, and survives hostile stories.
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { StoryView } from '../../story/views.ts';
import { atomDocument } from './atom.ts';
import { line } from './excerpt.ts';
import { type Feed, feedOf } from './feed.ts';
import { jsonFeedDocument } from './json-feed.ts';
import { rssDocument } from './rss.ts';
import { arabic, contextOf, english, HARM, harmful, NOW, ORIGIN, story, translation } from './testing/fixtures.ts';
import { readXml } from './testing/xml-tree.ts';
import { withoutForbidden } from './xml.ts';

const ATOM = '{http://www.w3.org/2005/Atom}';
const CONTENT = '{http://purl.org/rss/1.0/modules/content/}';
const DC = '{http://purl.org/dc/elements/1.1/}';
const MEDIA = '{http://search.yahoo.com/mrss/}';

const second: StoryView = { ...story, card: { ...story.card, id: translation.id, picture: null, standfirst: '' } };
const section = { path: '/asia', name: 'آسيا', about: '' };
const feed = (...views: StoryView[]): Feed => feedOf(section, views, contextOf());
const address = `${ORIGIN}${encodeURI('/آسيا/11/اتفاق-على-فتح-الميناء')}`;

/** RFC 822 with a year of four digits: what the RSS specification asks of a date. */
const rfc822Form =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;
const rfc3339Form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;
const wholeAddress = z.url({ protocol: /^https$/ });

test('an RSS channel has all that RSS 2.0 requires and says where it is', () => {
  const root = readXml(rssDocument(feed(story, second)));
  expect([root.name, root.attribute('version')]).toEqual(['rss', '2.0']);
  const channel = root.one('channel');
  expect(channel.textOf('title')).toBe('الميزان | آسيا');
  expect(channel.textOf('link')).toBe(`${ORIGIN}/asia`);
  expect(channel.textOf('description')).toBe('صحيفة عربية يومية');
  expect(channel.textOf('language')).toBe('ar');
  expect(channel.textOf('lastBuildDate')).toBe('Tue, 24 Nov 2026 12:00:00 +0300');
  const self = channel.one(`${ATOM}link`);
  expect([self.attribute('rel'), self.attribute('href')]).toEqual(['self', `${ORIGIN}/asia/rss.xml`]);
  const image = channel.one('image');
  expect(image.textOf('title')).toBe(channel.textOf('title'));
  expect(image.textOf('link')).toBe(channel.textOf('link'));
  expect(Number(image.textOf('width'))).toBeLessThanOrEqual(144);
});

test('an RSS item has address, permanent name, date, authors, categories, summary, whole text and picture', () => {
  const [item, without] = readXml(rssDocument(feed(story, second)))
    .one('channel')
    .all('item');
  expect(item?.textOf('title')).toBe('اتفاق على فتح الميناء');
  expect(item?.textOf('link')).toBe(address);
  expect(item?.textOf('guid')).toBe(`${ORIGIN}/11`);
  expect(item?.one('guid').attribute('isPermaLink')).toBe('true');
  expect(item?.textOf('pubDate')).toBe('Tue, 24 Nov 2026 10:33:05 +0300');
  expect(item?.textOf(`${ATOM}updated`)).toBe('2026-11-24T12:00:00+03:00');
  expect(item?.all(`${DC}creator`).map(({ text }) => text)).toEqual(['سعاد الحلبي', 'نديم', 'أ.ف.ب']);
  expect(item?.all('category').map(({ text }) => text)).toEqual(['آسيا', 'العالم', 'الموانئ']);
  expect(item?.textOf('description')).toBe('الوزير: الملاحة تعود الأسبوع المقبل');
  expect(item?.textOf(`${CONTENT}encoded`)).toContain('<h2>خلفية</h2>');
  const picture = item?.one(`${MEDIA}content`);
  expect(picture?.attribute('url')).toMatch(/^https:\/\/paper\.example\/pictures\/.*\.jpeg$/);
  expect([picture?.attribute('width'), picture?.attribute('height')]).toEqual(['1200', '800']);
  expect(picture?.textOf(`${MEDIA}credit`)).toBe('أ.ف.ب');
  const enclosure = item?.one('enclosure');
  expect([enclosure?.attribute('type'), enclosure?.attribute('length')]).toEqual(['image/jpeg', '0']);
  expect(without?.all('enclosure')).toEqual([]);
  expect(without?.textOf('description')).toMatch(/^قال الوزير إن الاتفاق نُشر/);
});

test('every date of an RSS feed is of RFC 822', () => {
  const channel = readXml(rssDocument(feed(story, harmful))).one('channel');
  const dates = [channel.textOf('lastBuildDate'), ...channel.all('item').map((item) => item.textOf('pubDate'))];
  for (const date of dates) expect(date).toMatch(rfc822Form);
});

test('an Atom feed has all that RFC 4287 requires', () => {
  const root = readXml(atomDocument(feed(story, second)));
  expect(root.name).toBe(`${ATOM}feed`);
  expect(root.attribute('{http://www.w3.org/XML/1998/namespace}lang')).toBe('ar');
  expect(root.textOf(`${ATOM}title`)).toBe('الميزان | آسيا');
  expect(root.textOf(`${ATOM}updated`)).toMatch(rfc3339Form);
  expect(wholeAddress.safeParse(root.textOf(`${ATOM}id`)).success).toBe(true);
  expect(root.one(`${ATOM}author`).textOf(`${ATOM}name`)).toBe('الميزان');
  const links = new Map(root.all(`${ATOM}link`).map((it) => [it.attribute('rel'), it.attribute('href')]));
  expect(links.get('self')).toBe(`${ORIGIN}/asia/atom.xml`);
  expect(links.get('alternate')).toBe(`${ORIGIN}/asia`);
  for (const entry of root.all(`${ATOM}entry`)) {
    expect(wholeAddress.safeParse(entry.textOf(`${ATOM}id`)).success).toBe(true);
    expect(entry.textOf(`${ATOM}title`)).not.toBe('');
    expect(entry.textOf(`${ATOM}updated`)).toMatch(rfc3339Form);
    expect(entry.textOf(`${ATOM}published`)).toMatch(rfc3339Form);
    expect(entry.one(`${ATOM}content`).attribute('type')).toBe('html');
    expect(entry.all(`${ATOM}link`).filter((it) => it.attribute('rel') === 'alternate')).toHaveLength(1);
    for (const author of entry.all(`${ATOM}author`)) expect(author.textOf(`${ATOM}name`)).not.toBe('');
    for (const category of entry.all(`${ATOM}category`)) expect(category.attribute('term')).not.toBe('');
  }
  const ids = root.all(`${ATOM}entry`).map((entry) => entry.textOf(`${ATOM}id`));
  expect(new Set(ids).size).toBe(2);
});

const jsonAuthor = z.strictObject({ name: z.string().min(1), url: wholeAddress.optional() });
const rfc3339Text = z.string().regex(rfc3339Form);
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: wholeAddress,
  feed_url: wholeAddress,
  description: z.string().min(1),
  language: z.literal('ar'),
  icon: wholeAddress,
  favicon: wholeAddress,
  authors: z.array(jsonAuthor).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: wholeAddress,
      title: z.string().min(1),
      summary: z.string().min(1).optional(),
      content_html: z.string().min(1),
      date_published: rfc3339Text,
      date_modified: rfc3339Text,
      authors: z.array(jsonAuthor).min(1),
      tags: z.array(z.string().min(1)),
      language: z.literal('ar'),
      image: wholeAddress.optional(),
      attachments: z
        .array(z.strictObject({ url: wholeAddress, mime_type: z.literal('image/jpeg'), title: z.string().optional() }))
        .optional(),
      _picture: z
        .strictObject({ width: z.number(), height: z.number(), alt: z.string(), credit: z.string() })
        .optional(),
    }),
  ),
});

test('a JSON feed is of JSON Feed 1.1', () => {
  const read = jsonFeed.parse(JSON.parse(jsonFeedDocument(feed(story, second, harmful))));
  expect(read.items[0]?._picture).toMatchObject({ width: 1200, height: 800, credit: 'أ.ف.ب' });
  expect(read.items[1]?.image).toBeUndefined();
});

test('the three say the same of a story', () => {
  const one = feed(story);
  const rss = readXml(rssDocument(one)).one('channel').one('item');
  const atom = readXml(atomDocument(one)).one(`${ATOM}entry`);
  const json = jsonFeed.parse(JSON.parse(jsonFeedDocument(one))).items[0];
  expect([rss.textOf('guid'), atom.textOf(`${ATOM}id`)]).toEqual([json?.id, json?.id]);
  expect([rss.textOf('title'), atom.textOf(`${ATOM}title`)]).toEqual([json?.title, json?.title]);
  const texts = [rss.textOf(`${CONTENT}encoded`), atom.textOf(`${ATOM}content`)];
  expect(texts).toEqual([json?.content_html, json?.content_html]);
});

test('a hostile story breaks no feed, and its headline is read as it was written', () => {
  const one = feed(harmful);
  const headline = line(HARM);
  const item = readXml(rssDocument(one)).one('channel').one('item');
  expect(item.textOf('title')).toBe(headline);
  expect(item.textOf('description')).not.toContain('<');
  expect(item.textOf(`${CONTENT}encoded`)).not.toMatch(/<script|javascript:|href="\/\//i);
  expect(readXml(atomDocument(one)).one(`${ATOM}entry`).textOf(`${ATOM}title`)).toBe(headline);
  const json = JSON.parse(jsonFeedDocument(one)) as z.infer<typeof jsonFeed>;
  expect(json.items[0]?.title).toBe(headline);
  expect(json.items[0]?.content_html).toBe(withoutForbidden(json.items[0]?.content_html ?? ''));
});

test('a feed without stories is whole, and dated', () => {
  const empty = feed();
  expect(empty.updatedAt).toBe(NOW.epochMilliseconds);
  expect(readXml(rssDocument(empty)).one('channel').all('item')).toEqual([]);
  expect(readXml(atomDocument(empty)).textOf(`${ATOM}updated`)).toBe('2026-11-24T15:00:00+03:00');
  expect(jsonFeed.parse(JSON.parse(jsonFeedDocument(empty))).items).toEqual([]);
});

test('every shown story is declared', () => {
  const ctx = contextOf();
  feedOf(section, [story, second], ctx);
  expect([...ctx.declared].toSorted()).toEqual(['story:11', 'story:12', 'story:31']);
});

test('the feeds of another edition are in its language, zone and place', () => {
  const view = { ...story, card: translation, section: english.sections[0] ?? story.section };
  const one = feedOf({ path: '/en/', name: null, about: '' }, [view], contextOf(english));
  expect(one.addresses.rss).toBe(`${ORIGIN}/en/rss.xml`);
  expect(one.items[0]?.address).toBe(`${ORIGIN}/en/world/31/port-to-reopen`);
  expect(one.title).toBe('The Balance');
  expect(rssDocument(one)).toContain('<pubDate>Tue, 24 Nov 2026 07:33:05 +0000</pubDate>');
});

test('a story that nobody signed is the paper’s', () => {
  const unsigned = { ...story, card: { ...story.card, byline: { authors: [], agencies: [], dateline: null } } };
  expect(feed(unsigned).items[0]?.authors).toEqual([{ name: arabic.edition.name, address: `${ORIGIN}/` }]);
});
