// The whole site over a real newspaper in a fresh folder: what every kind of address answers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, type Desk, file, live, setDesk } from '../../tests/newsroom-desk.ts';
import { kill } from '../newsroom/kill.ts';
import { relate } from '../newsroom/relations/relate.ts';
import { orThrow } from '../newsroom/result.ts';
import { openRecords, type Records } from '../records/open.ts';
import type { StoryId } from '../story/ids.ts';
import { siteApp } from './app.tsx';
import { contextOf } from './testing/fixtures.ts';

const origin = 'https://paper.example';
let folder: string;
let records: Records;
let desk: Desk;
let id: StoryId;
let killed: StoryId;
let draft: StoryId;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warraq-site-'));
  records = await openRecords({ data: folder });
  desk = await setDesk(records);
  id = (await live(desk, 'اتفاق على فتح الميناء')).storyId;
  killed = (await live(desk, 'مادة ستُسحب')).storyId;
  orThrow(await kill(desk.newsroom, cli, { storyId: killed, reason: 'خطأ جسيم' }));
  draft = (await file(desk, 'مسودة')).storyId;
});
afterAll(async () => {
  await records?.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string, at = origin) {
  const declared = new Set<string>();
  let isStored = true;
  const app = siteApp({ newsroom: desk.newsroom, assets: contextOf().assets, origin });
  const response = await app.fetch(new Request(at + path), {
    depend: (key) => declared.add(key),
    noStore: () => {
      isStored = false;
    },
  });
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location === null ? null : decodeURI(location),
    text: await response.text(),
    declared,
    isStored,
  };
}

const right = () => `/العالم/${id}/اتفاق-على-فتح-الميناء`;

test('a story is read at its right address, in whatever way that is encoded', async () => {
  expect((await ask(right())).status).toBe(200);
  const small = await ask(encodeURI(right()).toLowerCase());
  expect(small.status).toBe(200);
  expect(small.declared).toContain(`story:${id}`);
});

test('a wrong section, wrong words, no words or a slash too many lead to the right address', async () => {
  for (const path of [`/x/${id}/y`, `/العالم/${id}`, `/العالم/${id}/خطأ`, `${right()}/`]) {
    expect(await ask(path), path).toMatchObject({ status: 301, location: right(), isStored: true });
  }
});

test('the short link leads to the story, under any edition', async () => {
  expect(await ask(`/${id}`)).toMatchObject({ status: 301, location: right() });
  expect(await ask(`/en/${id}`)).toMatchObject({ status: 301, location: right() });
  expect(await ask(`/en/news/${id}/x`)).toMatchObject({ status: 301, location: right() });
});

test('a redirect is declared to depend on the story, so that it goes when the story does', async () => {
  expect((await ask(`/${id}`)).declared).toContain(`story:${id}`);
});

test('a killed story is gone, says so, and nothing of it is left at any of its addresses', async () => {
  for (const path of [`/${killed}`, `/العالم/${killed}/مادة-ستسحب`, `/print/${killed}`]) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(410);
    expect(answer.text).toContain('سُحبت هذه المادة');
    expect(answer.text).not.toContain('ستُسحب');
    expect(answer.text).not.toContain('جسيم');
    expect(answer.declared).toContain(`story:${killed}`);
  }
});

test('what is not there is 404 and is not kept, and a draft is not there', async () => {
  for (const path of [
    '/nope',
    '/a/b/c',
    '/99999',
    `/${draft}`,
    `/العالم/${draft}/مسودة`,
    '/author/x',
    '/topic/x',
    '/archive/2026/02/30',
    '/%E0%A4%A',
  ])
    expect(await ask(path), path).toMatchObject({ status: 404, isStored: false });
});

test('every edition has its pages under its own address, the default one at the root', async () => {
  const [front, other] = [await ask('/'), await ask('/en/')];
  expect(front.text).toContain('<html lang="ar" dir="rtl"');
  expect(other.text).toContain('<html lang="en" dir="ltr"');
  expect(await ask('/en')).toMatchObject({ status: 301, location: '/en/' });
  expect(await ask('/ar/about')).toMatchObject({ status: 301, location: '/about' });
});

test('sections, authors, days and standing pages answer', async () => {
  const author = encodeURI('/author/ليلى-حداد');
  for (const path of [
    encodeURI('/العالم'),
    author,
    '/archive/2026/11/24',
    '/archive/hijri/1448/06/14',
    '/corrections',
    '/about',
    '/saved',
    `/print/${id}`,
  ])
    expect((await ask(path)).status, path).toBe(200);
});

test('an event is read under the edition that it is of, leaves out what was killed, and is gone with too few stories', async () => {
  const ids: StoryId[] = [];
  for (const headline of ['حريق في السوق', 'إخماد حريق السوق', 'التحقيق في حريق السوق'])
    ids.push((await live(desk, headline)).storyId);
  const [first, second, third] = ids as [StoryId, StoryId, StoryId];
  const around = [first, second].map((storyId) => ({ storyId, likeness: 0.5 }));
  const given = { storyId: third, related: [], nearDuplicates: [], noNearDuplicates: [], around };
  orThrow(await relate(desk.newsroom, cli, { stories: [given], seen: 0, upTo: null }));

  const page = await ask('/event/1');
  expect(page.status).toBe(200);
  for (const words of ['حريق في السوق', 'إخماد حريق السوق', 'التحقيق في حريق السوق'])
    expect(page.text).toContain(words);
  expect([...page.declared]).toEqual(expect.arrayContaining(['event:1', `story:${first}`]));
  expect((await ask(`/${third}`)).location).toBe(`/العالم/${third}/التحقيق-في-حريق-السوق`);
  expect((await ask(encodeURI(`/العالم/${third}/التحقيق-في-حريق-السوق`))).text).toContain('href="/event/1"');
  expect(await ask('/en/event/1')).toMatchObject({ status: 301, location: '/event/1' });
  expect(await ask('/event/1/')).toMatchObject({ status: 301, location: '/event/1' });
  for (const wrong of ['/event/99', '/event/0', '/event/x']) expect((await ask(wrong)).status, wrong).toBe(404);

  orThrow(await kill(desk.newsroom, cli, { storyId: second, reason: 'خطأ جسيم' }));
  expect((await ask('/event/1')).text).not.toContain('إخماد حريق السوق');
  orThrow(await kill(desk.newsroom, cli, { storyId: third, reason: 'خطأ جسيم' }));
  expect(await ask('/event/1')).toMatchObject({ status: 404, isStored: false });
});

test('a day is asked for with its zeros, a section without a slash', async () => {
  expect(await ask('/archive/2026/11/4')).toMatchObject({ status: 301, location: '/archive/2026/11/04' });
  expect(await ask(`${encodeURI('/العالم')}/`)).toMatchObject({ status: 301, location: '/العالم' });
});

test('the archive leads from its years to months, to days, in either calendar, and up again', async () => {
  const steps = [
    ['/archive', '/archive/2026'],
    ['/archive/2026', '/archive/2026/11'],
    ['/archive/2026/11', '/archive/2026/11/24'],
    ['/archive/2026/11/24', '/archive/2026/11'],
    ['/archive/hijri', '/archive/hijri/1448'],
    ['/archive/hijri/1448', '/archive/hijri/1448/06'],
    ['/archive/hijri/1448/06', '/archive/hijri/1448/06/14'],
    ['/archive/hijri/1448/06/14', '/archive/hijri/1448/06'],
  ] as const;
  for (const [path, to] of steps) {
    const { status, text, isStored } = await ask(path);
    expect({ path, status, isStored }).toEqual({ path, status: 200, isStored: true });
    expect(text, path).toContain(`href="${to}"`);
  }
  expect((await ask('/archive')).declared).toContain('edition:ar');
  expect((await ask('/archive/2026/11')).declared).toContain('month:ar:2026-11');
  expect((await ask('/archive/hijri/1448/06')).declared).toContain('month:ar:2026-12');
});

test('a month is asked for with its zero, and one in which nothing can have been published is not there', async () => {
  expect(await ask('/archive/hijri/1448/6')).toMatchObject({ status: 301, location: '/archive/hijri/1448/06' });
  for (const path of ['/archive/2026/10', '/archive/2026/12', '/archive/1900', '/archive/2027', '/archive/hijri/1400'])
    expect(await ask(path), path).toMatchObject({ status: 404, isStored: false });
});

test('a made-up cursor leads to the list itself', async () => {
  expect(await ask(`${encodeURI('/العالم')}?before=abc`)).toMatchObject({ status: 301, location: '/العالم' });
  expect((await ask(`${encodeURI('/العالم')}?before=1764000000000-1`)).status).toBe(200);
});

test('machines have their pages beside ours', async () => {
  expect((await ask('/rss.xml')).text).toContain('<rss');
  expect((await ask('/robots.txt')).status).toBe(200);
});

test('a failure of ours is said to the reader and told to whoever runs the paper, and is not kept', async () => {
  const told: unknown[] = [];
  const broken = { ...desk.newsroom, clock: () => { throw new Error('the clock has stopped'); } }; // biome-ignore format: short
  const app = siteApp({ newsroom: broken, assets: contextOf().assets, origin, onError: (error) => told.push(error) });
  let isStored = true;
  const response = await app.fetch(new Request(`${origin}/about`), {
    depend: () => {},
    noStore: () => {
      isStored = false;
    },
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('تعذّر عرض الصفحة');
  expect(told).toHaveLength(1);
  expect(isStored).toBe(false);
});

test('hostile words in a headline stay words', async () => {
  const { storyId } = await live(desk, 'خبر <script>alert(1)</script> هنا');
  const { location } = await ask(`/${storyId}`);
  expect((await ask(encodeURI(location ?? ''))).text).not.toContain('<script>alert');
});
