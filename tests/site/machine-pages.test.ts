// What machines read of the paper: feeds, sitemaps, robots, manifest, and what each page says of itself. All of it parses,
// agrees with itself, and leads to pages that are there.
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Paper, startPaper } from '../paper.ts';
import { findStory, type KindOfPage, pathsOfKinds, storyKeys } from './pages.ts';

let paper: Paper;
let paths: Record<KindOfPage, string>;

beforeAll(async () => {
  paper = await startPaper({ demo: true });
  paths = await pathsOfKinds(paper.url);
}, 300_000);
afterAll(() => paper?.stop());

interface Got {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly location: string | null;
}

async function get(address: string): Promise<Got> {
  const response = await fetch(address.startsWith('http') ? address : paper.url + address, { redirect: 'manual' });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
    location: response.headers.get('location'),
  };
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The tree of a well-formed document; throws for any other. */
function treeOf(xml: string): Element {
  const parser = new SaxesParser({ xmlns: false });
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const add = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error('an empty document');
  return root;
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textIn = (element: Element, name: string): string => all(element, name)[0]?.text.trim() ?? '';

const jsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  items: z
    .array(
      z.object({
        id: z.string(),
        url: z.url(),
        title: z.string().min(1),
        content_html: z.string().min(1),
        date_published: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1),
});

describe('feeds', () => {
  const places = ['front', 'section', 'author', 'topic', 'English front', 'English section'] as const;

  test.each(places)(
    'RSS, Atom and JSON of this page parse, name themselves and hold the same stories: %s',
    async (kind) => {
      const page = (await get(paths[kind])).text;
      const offered = [...page.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">/g)];
      expect(offered.map(([, type]) => type)).toEqual([
        'application/rss+xml',
        'application/atom+xml',
        'application/feed+json',
      ]);
      const [rss, atom, json] = await Promise.all(offered.map(([, , href = '']) => get(href)));
      if (rss === undefined || atom === undefined || json === undefined) throw new Error('a feed is missing');
      for (const [index, feed] of [rss, atom, json].entries()) {
        expect(feed.status).toBe(200);
        expect(feed.type).toContain(offered[index]?.[1]);
      }
      const channel = treeOf(rss.text);
      const feed = treeOf(atom.text);
      const list = jsonFeed.parse(JSON.parse(json.text));
      expect([channel.name, channel.attributes.version, feed.name]).toEqual(['rss', '2.0', 'feed']);
      const own = all(channel, 'atom:link').find(({ attributes }) => attributes.rel === 'self')?.attributes.href;
      expect([own, list.feed_url]).toEqual([offered[0]?.[2], offered[2]?.[2]]);

      const inRss = all(channel, 'item').map((item) => [textIn(item, 'link'), textIn(item, 'title')]);
      const inAtom = all(feed, 'entry').map((entry) => [
        entry.children.find(
          ({ name, attributes }) => name === 'link' && (attributes.rel ?? 'alternate') === 'alternate',
        )?.attributes.href,
        textIn(entry, 'title'),
      ]);
      const inJson = list.items.map(({ url, title }) => [url, title]);
      expect(inAtom).toEqual(inRss);
      expect(inJson).toEqual(inRss);
      for (const item of all(channel, 'item')) expect(Date.parse(textIn(item, 'pubDate'))).not.toBeNaN();
      for (const entry of all(feed, 'entry')) expect(Date.parse(textIn(entry, 'updated'))).not.toBeNaN();
      const dates = list.items.map(({ date_published }) => Date.parse(date_published));
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      const [url = ''] = inRss[0] ?? [];
      expect((await get(url)).status).toBe(200);
    },
  );

  test('a story is in them whole, and its pictures by addresses that hold anywhere', async () => {
    const { items } = jsonFeed.parse(JSON.parse((await get('/health/feed.json')).text));
    const { story, path } = await findStory(paper.url, storyKeys.blocks);
    const item = items.find(({ url }) => url === paper.url + path);
    const html = item?.content_html ?? '';
    for (const block of story.body) if (block.type === 'paragraph') expect(html).toContain(block.text.slice(0, 40));
    expect(html).toMatch(/<table/);
    for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(address).toMatch(/^(https?|mailto):/);
  });
});

describe('sitemaps', () => {
  test('the index leads to months whose every address is there, and no story is left out', async () => {
    const index = await get('/sitemap.xml');
    expect(index.type).toMatch(/xml/);
    const parts = all(treeOf(index.text), 'loc').map(({ text }) => text);
    expect(parts.length).toBeGreaterThan(4);
    const addresses: string[] = [];
    for (const part of parts) {
      const document = await get(part);
      expect(document.status, part).toBe(200);
      const root = treeOf(document.text);
      expect(root.name).toBe('urlset');
      for (const url of all(root, 'url')) addresses.push(textIn(url, 'loc'));
    }
    expect(new Set(addresses).size).toBe(addresses.length);
    const broken: string[] = [];
    for (const address of addresses) {
      const { status, text } = await get(address);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1];
      if (status !== 200 || canonical !== address) broken.push(`${status} ${address} is canonically ${canonical}`);
    }
    expect(broken).toEqual([]);
    const { editions } = await import('../../demo/editions.ts');
    const stories = editions.reduce((sum, edition) => sum + edition.stories.length, 0);
    expect(addresses.filter((address) => /\/\d+\/[^/]+$/.test(address))).toHaveLength(stories);
  });

  test('the news sitemap has the stories of the last two days, with name, language, date and title', async () => {
    const root = treeOf((await get('/news-sitemap.xml')).text);
    const news = all(root, 'url');
    expect(news.length).toBeGreaterThan(5);
    for (const url of news) {
      expect([textIn(url, 'news:name'), textIn(url, 'news:language')]).toEqual(['ورّاق', 'ar']);
      const age = Date.now() - Date.parse(textIn(url, 'news:publication_date'));
      expect(age).toBeLessThan(49 * 3_600_000);
      expect(age).toBeGreaterThan(0);
      expect(textIn(url, 'news:title')).not.toBe('');
    }
    const { path } = await findStory(paper.url, 'marathon-last-runner');
    expect(news.map((url) => textIn(url, 'loc'))).not.toContain(paper.url + path);
  });
});

test('robots.txt lets pages be read, names the sitemaps, and closes what is for one reader', async () => {
  const { status, type, text } = await get('/robots.txt');
  expect([status, type.split(';')[0]]).toEqual([200, 'text/plain']);
  const lines = text.split('\n');
  expect(lines).toContain('User-agent: *');
  expect(lines).toContain(`Sitemap: ${paper.url}/sitemap.xml`);
  expect(lines).not.toContain('Disallow: /');
  expect(lines).toContain('Disallow: /saved');
  for (const line of lines.filter((one) => one.startsWith('Sitemap: '))) {
    expect((await get(line.slice('Sitemap: '.length))).status, line).toBe(200);
  }
});

test.each([
  ['/manifest.webmanifest', 'ar', 'rtl', '/'],
  ['/en/manifest.webmanifest', 'en', 'ltr', '/en/'],
])('the manifest %s says language and direction, and its icons are there', async (path, lang, dir, front) => {
  const { status, type, text } = await get(path);
  expect([status, type.split(';')[0]]).toEqual([200, 'application/manifest+json']);
  const manifest = z
    .object({
      name: z.string(),
      lang: z.string(),
      dir: z.string(),
      start_url: z.string(),
      icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string() })),
    })
    .parse(JSON.parse(text));
  expect([manifest.lang, manifest.dir, manifest.start_url]).toEqual([lang, dir, front]);
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const icon of manifest.icons) {
    const got = await get(icon.src);
    expect([got.status, got.type.split(';')[0]]).toEqual([200, icon.type]);
  }
});

interface Said {
  readonly canonical: string | undefined;
  readonly alternates: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, string>;
  readonly robots: string | undefined;
  readonly jsonLd: readonly Record<string, unknown>[];
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const linkedData = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.union([z.string(), z.array(z.string())]) })).min(1),
});

function saidBy(html: string): Said {
  const head = html.slice(0, html.indexOf('</head>'));
  const pairs = (pattern: RegExp): Map<string, string> =>
    new Map([...head.matchAll(pattern)].map(([, name = '', value = '']) => [name, unescaped(value)]));
  return {
    canonical: /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1],
    alternates: pairs(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g),
    properties: pairs(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g),
    robots: /<meta name="robots" content="([^"]+)"/.exec(head)?.[1],
    jsonLd: [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
      ([, json = '']) => linkedData.parse(JSON.parse(json))['@graph'],
    ),
  };
}

describe('what a page says of itself', () => {
  const indexed = [
    'front', 'section', 'story', 'story with a gallery', 'live story', 'author', 'topic', 'day',
    'corrections', 'about', 'English front', 'English story',
  ] as const; // biome-ignore format: a list to scan

  test.each(indexed)('its canonical address is its own, its cards and linked data agree with it: %s', async (kind) => {
    const { text } = await get(paths[kind]);
    const { canonical, properties, robots, jsonLd } = saidBy(text);
    expect(canonical).toBe(paper.url + paths[kind]);
    expect(robots).not.toContain('noindex');
    const title = unescaped(/<title>([^<]+)<\/title>/.exec(text)?.[1] ?? '');
    expect(title).not.toBe('');
    expect(properties.get('og:url')).toBe(canonical);
    expect(properties.get('og:title')).toBe(title);
    expect(properties.get('twitter:title')).toBe(title);
    expect(properties.get('description') ?? properties.get('og:description')).not.toBe('');
    expect(jsonLd.length).toBeGreaterThan(0);
  });

  test('two pages of one day, by two calendars, have one canonical address between them', async () => {
    const hijri = saidBy((await get(paths['Hijri day'])).text);
    const gregorian = saidBy((await get(paths.day)).text);
    expect(gregorian.canonical).toBe(paper.url + paths.day);
    expect([hijri.canonical, paper.url + paths['Hijri day']]).toContain(hijri.canonical);
    expect(hijri.canonical === gregorian.canonical || hijri.robots?.includes('noindex')).toBe(true);
  });

  test('what is not to be found says so', async () => {
    for (const kind of ['saved', 'no such page', 'print view'] as const) {
      expect(saidBy((await get(paths[kind])).text).robots, kind).toContain('noindex');
    }
  });

  test('pages in two languages name each other and themselves', async () => {
    const pairs = [
      ['/', '/en/'],
      [(await findStory(paper.url, storyKeys.blocks)).path, (await findStory(paper.url, storyKeys.english)).path],
    ] as const;
    for (const [arabic, english] of pairs) {
      const wanted = new Map([
        ['ar', paper.url + arabic],
        ['en', paper.url + english],
        ['x-default', paper.url + arabic],
      ]);
      expect(saidBy((await get(arabic)).text).alternates).toEqual(wanted);
      expect(saidBy((await get(english)).text).alternates).toEqual(wanted);
    }
    const alone = await findStory(paper.url, storyKeys.plain);
    expect(saidBy((await get(alone.path)).text).alternates.size).toBe(0);
  });

  test('a story is a NewsArticle with its authors, dates, picture and place in the paper', async () => {
    const { story, path } = await findStory(paper.url, storyKeys.corrected);
    const { jsonLd, properties } = saidBy((await get(path)).text);
    const article = z
      .looseObject({
        headline: z.string(),
        datePublished: z.iso.datetime({ offset: true }),
        dateModified: z.iso.datetime({ offset: true }),
        author: z.array(z.looseObject({ '@type': z.string(), name: z.string() })),
        publisher: z.looseObject({ name: z.string() }),
        image: z.unknown(),
        inLanguage: z.string(),
        articleSection: z.string(),
      })
      .parse(jsonLd.find((thing) => thing['@type'] === 'NewsArticle'));
    expect([article.headline, article.publisher.name, article.inLanguage, article.articleSection]).toEqual([
      story.headline, 'ورّاق', 'ar', 'ثقافة',
    ]); // biome-ignore format: one row
    expect(properties.get('article:published_time')).toBe(article.datePublished);
    expect(JSON.stringify(article.image)).toContain(`${paper.url}/pictures/`);
    const trail = z
      .looseObject({ itemListElement: z.array(z.looseObject({ position: z.number(), name: z.string() })) })
      .parse(jsonLd.find((thing) => thing['@type'] === 'BreadcrumbList'));
    expect(trail.itemListElement.map(({ position }) => position)).toEqual(
      [1, 2, 3].slice(0, trail.itemListElement.length),
    );
    expect(trail.itemListElement.at(-1)?.name).toBe(story.headline);
    expect(trail.itemListElement.map(({ name }) => name)).toContain('ثقافة');
  });

  test("a story's card on other sites is a picture of 1200 by 630, which is there and is that large", async () => {
    const { properties } = saidBy((await get(paths.story)).text);
    const image = properties.get('og:image') ?? '';
    expect([properties.get('og:image:width'), properties.get('og:image:height')]).toEqual(['1200', '630']);
    expect(properties.get('twitter:card')).toBe('summary_large_image');
    expect(image.startsWith(`${paper.url}/pictures/`)).toBe(true);
    const response = await fetch(image);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, properties.get('og:image:type')]);
    const { default: sharp } = await import('sharp');
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });
});

test('behind a proxy, addresses are those by which readers know the paper', async () => {
  const known = await startPaper({ demo: true, flags: ['--origin', 'https://paper.example/'] });
  try {
    const html = await (await fetch(known.url)).text();
    expect(saidBy(html).canonical).toBe('https://paper.example/');
    for (const path of ['/rss.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/news-sitemap.xml', '/robots.txt']) {
      const text = await (await fetch(known.url + path)).text();
      expect(text, path).toContain('https://paper.example/');
      expect(text, path).not.toContain('localhost');
    }
  } finally {
    await known.stop();
  }
});
