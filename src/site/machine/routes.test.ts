// Every address that machines ask for, over a real newsroom: its type, what it says, what it declares, and what it leaves out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { arabic, contentOf, type Desk, editor, file, live, setDesk } from '../../../tests/newsroom-desk.ts';
import { addTopic } from '../../newsroom/add-topic.ts';
import { editStory } from '../../newsroom/edit-story.ts';
import { kill } from '../../newsroom/kill.ts';
import { publish } from '../../newsroom/publish.ts';
import { orThrow } from '../../newsroom/result.ts';
import { openRecords, type Records } from '../../records/open.ts';
import type { StoryId } from '../../story/ids.ts';
import type { DependencyKey } from '../../story/listing.ts';
import type { Assets } from '../assets.ts';
import { machineRoutes } from './routes.ts';
import { readXml } from './testing/xml-tree.ts';

const ORIGIN = 'https://paper.example';
const ATOM = '{http://www.w3.org/2005/Atom}';
const MAP = '{http://www.sitemaps.org/schemas/sitemap/0.9}';
const NEWS = '{http://www.google.com/schemas/sitemap-news/0.9}';

const assets: Assets = { path: (name) => `/assets/${name}`, inline: { head: '', headHash: 'sha256-0' } };

let folder = '';
let records: Records;
let desk: Desk;
let app: Hono<{ Bindings: { depend(key: DependencyKey): void } }>;
const stories: Partial<Record<'world' | 'asia' | 'english' | 'old', StoryId>> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warraq-machine-'));
  records = await openRecords({ data: folder });
  desk = await setDesk(records, '2026-09-30T20:00:00Z');
  app = new Hono();
  machineRoutes(app, {
    newsroom: desk.newsroom,
    origin: ORIGIN,
    assets,
  });
  app.notFound((c) => c.text('left to the pages', 404));
  const { topicId } = orThrow(
    await addTopic(desk.newsroom, editor, { edition: arabic, name: 'الموانئ', kind: 'subject' }),
  );
  // Half past midnight of the first of October in Riyadh, still September in London.
  desk.set('2026-09-30T21:29:00Z');
  stories.old = (await live(desk, 'خبر قديم')).storyId;
  desk.set('2026-11-24T09:00:00Z');
  stories.world = (await live(desk, 'افتتاح ]]> الميناء & «المنطقة»', { topics: [topicId] })).storyId;
  stories.asia = (await live(desk, 'خبر من آسيا', { section: desk.asia })).storyId;
  const killed = await live(desk, 'خبر يُسحب');
  stories.english = (await live(desk, 'Port opens', { edition: 'en', section: desk.news })).storyId;
  await file(desk, 'مسودة لا تُقرأ');
  orThrow(await kill(desk.newsroom, editor, { storyId: killed.storyId, reason: 'خطأ في الأصل' }));
});

afterAll(async () => {
  await records.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string) {
  const declared = new Set<string>();
  const response = await app.request(encodeURI(path), undefined, { depend: (key) => declared.add(key) });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text(), declared };
}

const rssTitles = (text: string): string[] =>
  readXml(text)
    .one('channel')
    .all('item')
    .map((item) => item.textOf('title'));
const locations = (text: string): string[] => readXml(text).children.map((entry) => entry.textOf(`${MAP}loc`));

test('the front has its stories as RSS, newest first, and nothing killed, filed only or of another edition', async () => {
  const { status, type, text, declared } = await ask('/rss.xml');
  expect([status, type]).toEqual([200, 'application/rss+xml; charset=utf-8']);
  expect(rssTitles(text)).toEqual(['خبر من آسيا', 'افتتاح ]]> الميناء & «المنطقة»', 'خبر قديم']);
  const keys = ['edition:ar', 'furniture:ar', ...[stories.world, stories.asia, stories.old].map((id) => `story:${id}`)];
  expect([...declared].toSorted()).toEqual(keys.toSorted());
});

test('the front as Atom and as JSON Feed', async () => {
  const atom = await ask('/atom.xml');
  expect(atom.type).toBe('application/atom+xml; charset=utf-8');
  expect(readXml(atom.text).all(`${ATOM}entry`)).toHaveLength(3);
  const json = await ask('/feed.json');
  expect(json.type).toBe('application/feed+json; charset=utf-8');
  expect(z.looseObject({ items: z.array(z.unknown()).length(3) }).safeParse(JSON.parse(json.text)).success).toBe(true);
});

test('a section’s feed has the sections under it as well; the one below has only its own', async () => {
  const above = await ask('/العالم/rss.xml');
  expect(rssTitles(above.text)).toHaveLength(3);
  expect(above.declared.has(`section:${desk.world}`)).toBe(true);
  const below = await ask('/آسيا/rss.xml');
  expect(rssTitles(below.text)).toEqual(['خبر من آسيا']);
  expect(readXml(below.text).one('channel').textOf('link')).toBe(`${ORIGIN}${encodeURI('/آسيا')}`);
});

test('an author’s and a topic’s feed', async () => {
  const author = await ask('/author/ليلى-حداد/atom.xml');
  expect(readXml(author.text).all(`${ATOM}entry`)).toHaveLength(3);
  expect([...author.declared].some((key) => key.startsWith('author:'))).toBe(true);
  const topic = await ask('/topic/الموانئ/feed.json');
  expect(JSON.parse(topic.text)).toMatchObject({ title: 'ورّاق | الموانئ', items: [{ tags: ['العالم', 'الموانئ'] }] });
  expect([...topic.declared].some((key) => key.startsWith('topic:'))).toBe(true);
});

test('another edition’s feeds are its own, in its zone', async () => {
  const { text, declared } = await ask('/en/rss.xml');
  expect(rssTitles(text)).toEqual(['Port opens']);
  expect(text).toMatch(/<pubDate>Tue, 24 Nov 2026 09:\d\d:00 \+0000</);
  expect(declared.has('edition:en')).toBe(true);
  expect(declared.has('edition:ar')).toBe(false);
  expect(rssTitles((await ask('/en/news/rss.xml')).text)).toEqual(['Port opens']);
});

test('feeds of what there is not, and all other addresses, are left to the pages', async () => {
  const paths = [
    '/nowhere/rss.xml',
    '/author/nobody/rss.xml',
    '/topic/nothing/feed.json',
    '/en/العالم/rss.xml',
    '/العالم/1/rss.xml',
    '/a/b/c/d/rss.xml',
    '/',
    '/العالم',
    '/constructor',
    '/sitemaps/ar/2026-13.xml',
    '/sitemaps/ar/2026-12.xml',
    '/sitemaps/ar/2026-11-1.xml',
    '/sitemaps/ar/2026-11-2.xml',
    '/sitemaps/fr/pages.xml',
    '/sitemaps/ar/../robots.txt/x',
    '/العالم/sitemap.xml',
    '/العالم/manifest.webmanifest',
    '/en/robots.txt',
    '/ar/rss.xml',
    '/rss.xml/',
  ];
  for (const path of paths) expect([path, (await ask(path)).text]).toEqual([path, 'left to the pages']);
});

test('the index leads to the months of every edition, each edition’s own only to its own', async () => {
  const { type, text, declared } = await ask('/sitemap.xml');
  expect(type).toBe('application/xml; charset=utf-8');
  const arabicMaps = ['pages', '2026-11', '2026-10'].map((name) => `${ORIGIN}/sitemaps/ar/${name}.xml`);
  const englishMaps = ['pages', '2026-11'].map((name) => `${ORIGIN}/sitemaps/en/${name}.xml`);
  expect(locations(text)).toEqual([...arabicMaps, ...englishMaps]);
  expect([...declared].toSorted()).toEqual(['edition:ar', 'edition:en', 'furniture:ar', 'furniture:en']);
  expect(locations((await ask('/en/sitemap.xml')).text)).toEqual(englishMaps);
});

test('every sitemap that the index names is there, and together they have every live story once', async () => {
  const maps = locations((await ask('/sitemap.xml')).text).map((address) => decodeURI(new URL(address).pathname));
  const found: string[] = [];
  for (const map of maps) {
    const { status, text } = await ask(map);
    expect(status).toBe(200);
    found.push(...locations(text));
  }
  const ids = found.flatMap((address) => /\/(\d+)\/[^/]*$/.exec(address)?.[1] ?? []).map(Number);
  expect(ids.toSorted()).toEqual([stories.world, stories.asia, stories.old, stories.english].toSorted());
  expect(found).toContain(`${ORIGIN}/`);
  expect(found).toContain(`${ORIGIN}${encodeURI('/آسيا')}`);
  expect(new Set(found).size).toBe(found.length);
});

test('a month has the stories of the edition’s own days, with when they last changed, and declares the month', async () => {
  const { text, declared } = await ask('/sitemaps/ar/2026-10.xml');
  expect(readXml(text).one(`${MAP}url`).textOf(`${MAP}lastmod`)).toBe('2026-10-01T00:30:00+03:00');
  expect([...declared].toSorted()).toEqual(['furniture:ar', 'month:ar:2026-10']);
});

test('the news sitemap has the last two days, with name, language, date and headline', async () => {
  const { text, declared } = await ask('/news-sitemap.xml');
  const news = readXml(text)
    .all(`${MAP}url`)
    .map((url) => url.one(`${NEWS}news`));
  expect(news.map((it) => it.textOf(`${NEWS}title`))).toEqual(['خبر من آسيا', 'افتتاح ]]> الميناء & «المنطقة»']);
  expect(news[0]?.one(`${NEWS}publication`).textOf(`${NEWS}name`)).toBe('ورّاق');
  expect(news[0]?.one(`${NEWS}publication`).textOf(`${NEWS}language`)).toBe('ar');
  expect(news[0]?.textOf(`${NEWS}publication_date`)).toBe('2026-11-24T12:02:00+03:00');
  expect(declared.has('edition:ar') && declared.has(`story:${stories.asia}`)).toBe(true);
  expect(locations((await ask('/en/news-sitemap.xml')).text)).toHaveLength(1);
});

test('robots.txt names the sitemaps and closes what is nobody’s to find', async () => {
  const { type, text } = await ask('/robots.txt');
  expect(type).toBe('text/plain; charset=utf-8');
  const lines = text.split('\n');
  expect(lines[0]).toBe('User-agent: *');
  for (const path of ['/desk', '/saved', '/en/saved']) expect(lines).toContain(`Disallow: ${path}`);
  for (const map of ['/sitemap.xml', '/news-sitemap.xml', '/en/news-sitemap.xml']) {
    expect(lines).toContain(`Sitemap: ${ORIGIN}${map}`);
  }
});

test('the manifest of an edition is in its language and direction', async () => {
  const { type, text } = await ask('/en/manifest.webmanifest');
  expect(type).toBe('application/manifest+json; charset=utf-8');
  expect(JSON.parse(text)).toMatchObject({ name: 'Warraq', lang: 'en', dir: 'ltr', start_url: '/en/', scope: '/en/' });
  expect(JSON.parse((await ask('/manifest.webmanifest')).text)).toMatchObject({ dir: 'rtl', start_url: '/' });
});

test('a browser learns how each edition is searched', async () => {
  const SEARCH = '{http://a9.com/-/spec/opensearch/1.1/}';
  for (const [root, name] of [
    ['', 'ورّاق'],
    ['/en', 'Warraq'],
  ] as const) {
    const { type, text } = await ask(`${root}/opensearch.xml`);
    expect(type).toBe('application/opensearchdescription+xml; charset=utf-8');
    const description = readXml(text);
    expect(description.textOf(`${SEARCH}ShortName`)).toBe(name);
    expect(description.one(`${SEARCH}Url`).attributes.get('template')).toBe(`${ORIGIN}${root}/search?q={searchTerms}`);
  }
});

test('browsers that look for a sign where signs used to be are led to it', async () => {
  const response = await app.request('/favicon.ico', undefined, { depend: () => {} });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/assets/icon-192.png']);
});

test('a month with more stories than a sitemap holds is parted, and no story is left out or named twice', async () => {
  const small = new Hono<{ Bindings: { depend(key: DependencyKey): void } }>();
  machineRoutes(small, { newsroom: desk.newsroom, origin: ORIGIN, assets, sitemapLength: 2 });
  for (const headline of ['خبر ثانٍ', 'خبر ثالث', 'خبر رابع']) await live(desk, headline);
  const read = async (path: string): Promise<string[]> =>
    locations(await (await small.request(path, undefined, { depend: () => {} })).text());
  const parts = (await read('/sitemap.xml')).filter((address) => address.includes('/ar/2026-11'));
  expect(parts.map((address) => address.split('/').at(-1))).toEqual(['2026-11.xml', '2026-11-2.xml', '2026-11-3.xml']);
  const found = await Promise.all(parts.map((address) => read(new URL(address).pathname)));
  expect(found.map((it) => it.length)).toEqual([2, 2, 1]);
  expect(found.flat()).toEqual(locations((await ask('/sitemaps/ar/2026-11.xml')).text));
});

const living = [
  '/rss.xml',
  '/atom.xml',
  '/feed.json',
  '/العالم/rss.xml',
  '/news-sitemap.xml',
  '/sitemaps/ar/2026-11.xml',
];
const showing = (id: StoryId): RegExp => new RegExp(`/${id}[/<"]`);

/** The paths of which the server would go on serving a copy from memory after these events. */
async function keptThrough(events: () => Promise<unknown>, paths: readonly string[]): Promise<string[]> {
  const before = await Promise.all(paths.map(async (path) => ({ path, declared: (await ask(path)).declared })));
  desk.touched();
  await events();
  const touched = desk.touched();
  return before.filter(({ declared }) => !touched.some((key) => declared.has(key))).map(({ path }) => path);
}

test('a story published, headed anew or killed shows at once wherever it stands', async () => {
  const everywhere = [...living, '/sitemap.xml'];
  const { storyId, revisionId } = await live(desk, 'خبر أول');
  const published: StoryId[] = [];
  const publishing = async () => published.push((await live(desk, 'خبر جديد')).storyId);
  expect(await keptThrough(publishing, everywhere)).toEqual([]);
  for (const path of living) expect((await ask(path)).text).toMatch(showing(published[0] ?? storyId));

  const heading = async () => {
    const content = contentOf('خبر أول معدّل');
    orThrow(await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content }));
    orThrow(await publish(desk.newsroom, editor, { storyId }));
  };
  const feeds = living.filter((path) => !path.startsWith('/sitemaps/'));
  expect(await keptThrough(heading, feeds)).toEqual([]);
  for (const path of feeds) expect((await ask(path)).text).toContain('خبر أول معدّل');

  const killing = async () => orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'خطأ' }));
  expect(await keptThrough(killing, everywhere)).toEqual([]);
  for (const path of living) expect((await ask(path)).text).not.toMatch(showing(storyId));
});
