// The search over a real newspaper: what it answers to plain and to hostile questions, with an archive and without one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli, type Desk, live, setDesk } from '../../tests/newsroom-desk.ts';
import { publicActor } from '../newsroom/actor.ts';
import { catchUp, openArchive } from '../newsroom/archive/archive.ts';
import type { LayeredArchive } from '../newsroom/archive/layers.ts';
import { ArchiveDown, type ArchiveService, archiveHere } from '../newsroom/archive/service.ts';
import { kill } from '../newsroom/kill.ts';
import { orThrow } from '../newsroom/result.ts';
import { openRecords, type Records } from '../records/open.ts';
import { siteApp } from './app.tsx';
import { contextOf, seen } from './testing/fixtures.ts';

const origin = 'https://paper.example';
let folder: string;
let records: Records;
let desk: Desk;
let layers: LayeredArchive;
let archive: ArchiveService;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warraq-search-'));
  records = await openRecords({ data: folder });
  desk = await setDesk(records);
  await live(desk, 'اتفاق على فتح الميناء أمام سفن القمح');
  await live(desk, 'أسعار القمح ترتفع في الأسواق', { section: desk.economy });
  for (let at = 1; at <= 25; at += 1) await live(desk, `حصاد القمح في القرية ${at}`, { section: desk.asia });
  await live(desk, 'شركة OpenAI Labs تفتح مكتباً');
  layers = await openArchive(desk.newsroom, publicActor, folder);
  archive = archiveHere(desk.newsroom, publicActor, layers);
});
afterAll(async () => {
  await records?.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(path: string, answering: ArchiveService | null = archive) {
  let isStored = true;
  const app = siteApp({ newsroom: desk.newsroom, assets: contextOf().assets, origin, archive: answering });
  const response = await app.fetch(new Request(origin + path), {
    depend: () => undefined,
    noStore: () => {
      isStored = false;
    },
  });
  const text = await response.text();
  const { document } = parseHTML(text);
  return { status: response.status, headers: response.headers, text, document, isStored };
}
const search = (q: string, more = '') => ask(`/search?q=${encodeURIComponent(q)}${more}`);
const headlines = (document: Document) => [...document.querySelectorAll('.found-stories :is(h2, h3) a')].map(seen);

test('nothing asked yet: the field and what can be typed, never kept and never indexed', async () => {
  const { status, document, isStored } = await ask('/search');
  expect({ status, isStored }).toEqual({ status: 200, isStored: false });
  expect(seen(document.querySelector('h1'))).toBe('البحث');
  expect(document.querySelectorAll('.guide dt').length).toBeGreaterThan(6);
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  const form = document.querySelector('main form');
  expect(form?.getAttribute('action')).toBe('/search');
  expect(form?.querySelector('input')?.getAttribute('name')).toBe('q');
});

test('results: how many in true plurals, the words marked in headline and snippet, and the way to more', async () => {
  const { document } = await search('القمح');
  expect(seen(document.querySelector('.total'))).toBe('27 نتيجة');
  expect(document.querySelectorAll('main .card')).toHaveLength(20);
  expect(seen(document.querySelector('main .card h2 mark'))).toBe('القمح');
  expect(seen(document.querySelector('main .card .snippet mark'))).toBe('القمح');
  const next = document.querySelector('.pager a[rel~=next]')?.getAttribute('href') ?? '';
  const second = await ask(next);
  const all = [...headlines(document), ...headlines(second.document)];
  expect(new Set(all).size).toBe(27);
  expect(second.document.querySelector('.pager a')?.getAttribute('href')).toBe(
    `/search?q=${encodeURIComponent('القمح')}`,
  );
});

test('results by date begin with the newest, and keep what narrows them', async () => {
  const { document } = await search('القمح', `&by=date&in=section:${desk.asia}`);
  expect(headlines(document)[0]).toBe('حصاد القمح في القرية 25');
  expect(seen(document.querySelector('.order a[aria-current]'))).toBe('الأحدث');
  const other = document.querySelector('.order a:not([aria-current])')?.getAttribute('href') ?? '';
  expect(other).toContain(`in=section%3A${desk.asia}`);
});

test('what narrows the results is a link with its count, and once chosen another takes it away', async () => {
  const { document } = await search('القمح');
  const economy = [...document.querySelectorAll('.filters a')].find((link) => seen(link).startsWith('اقتصاد'));
  expect(seen(economy?.querySelector('.count'))).toBe('1');
  const narrowed = await ask(economy?.getAttribute('href') ?? '');
  expect(headlines(narrowed.document)).toEqual(['أسعار القمح ترتفع في الأسواق']);
  expect(seen(narrowed.document.querySelector('.total'))).toBe('نتيجة واحدة');
  const chosen = narrowed.document.querySelector('.chosen a');
  expect(chosen?.getAttribute('aria-label')).toBe('إلغاء «اقتصاد»');
  expect(chosen?.getAttribute('href')).toBe(`/search?q=${encodeURIComponent('القمح')}`);
});

test('a Latin name of which one word is marked keeps its order in an Arabic line', async () => {
  const { text } = await search('OpenAI');
  expect(text).toMatch(/<bdi><mark>OpenAI<\/mark> Labs<\/bdi>/);
});

test('when nothing is found the page says so, offers the nearest, and never a wrong count', async () => {
  const { status, document } = await search('القمح', '&in=year:1999');
  expect(status).toBe(200);
  expect(seen(document.querySelector('.found-nothing h2'))).toBe('لم نجد ما يطابق سؤالك');
  expect(seen(document.querySelector('.found-stories .block-title'))).toBe('أقرب ما لدينا');
  expect(headlines(document).length).toBeGreaterThan(5);
  expect(document.querySelector('.total')).toBeNull();
  const none = await search('زقنطريوس');
  expect(headlines(none.document)).toEqual([]);
  expect(seen(none.document.querySelector('.found-nothing h2'))).toBe('لم نجد ما يطابق سؤالك');
});

test('a slip is put right by a link, days in words are told, and so is what could not be read', async () => {
  const slip = await search('القمخ الميناء');
  expect(slip.document.querySelector('.did-you-mean a')?.getAttribute('href')).toContain('/search?q=');
  const marked = [...slip.document.querySelectorAll('main .card mark')].map(seen);
  expect(marked).toContain('القمح');
  const days = await search('القمح نوفمبر 2026');
  expect(seen(days.document.querySelector('.understood'))).toContain('في نوفمبر (تشرين الثاني) 2026');
  const unread = await search('القمح قبل:البارحةالأولى');
  expect(seen(unread.document.querySelector('.understood'))).toContain('«البارحةالأولى»');
});

test('a killed story is not shown, even while the archive still has it', async () => {
  const { storyId } = await live(desk, 'خبر الزعفران الفريد');
  await catchUp(desk.newsroom, publicActor, layers);
  expect(headlines((await search('الزعفران')).document)).toEqual(['خبر الزعفران الفريد']);
  const stale = await archive.search({
    edition: 'ar' as never,
    timeZone: 'Asia/Riyadh',
    text: 'الزعفران',
    chosen: [],
    order: 'relevance',
    after: null,
    limit: 20,
  });
  orThrow(await kill(desk.newsroom, cli, { storyId, reason: 'خطأ' }));
  const late: ArchiveService = {
    search: async () => stale,
    suggest: async () => ({ stories: [storyId], topics: [], authors: [] }),
  };
  const page = await ask(`/search?q=${encodeURIComponent('الزعفران')}`, late);
  expect(headlines(page.document)).toEqual([]);
  expect(page.text).not.toContain('الفريد');
  expect((await ask('/search/suggest?q=x', late)).text).not.toContain('الفريد');
});

test('hostile questions are answered quickly and politely', async () => {
  const words = Array.from({ length: 500 }, (_, at) => `كلمة${at}`).join(' ');
  for (const q of [
    words,
    '"'.repeat(50),
    '«'.repeat(5000),
    `${'ً'.repeat(10_000)}القمح`,
    '-'.repeat(300),
    'قبل:بعد:'.repeat(60),
    '\u0000\u202e',
    '\ud800',
  ]) {
    const began = performance.now();
    const { status, document } = await search(q.toWellFormed());
    expect(performance.now() - began, q.slice(0, 20)).toBeLessThan(2_000);
    expect(status, q.slice(0, 20)).toBe(200);
    expect(document.querySelector('main input')).not.toBeNull();
  }
  const long = await search(words);
  expect(seen(long.document.querySelector('.understood'))).toContain('سؤالك أطول مما نقرأ');
});

test('hostile words stay words', async () => {
  const { text } = await search('"><script>alert(1)</script>');
  expect(text).not.toContain('<script>alert');
});

test('without an archive, or with one that does not answer, the page says so and how else to read', async () => {
  const down: ArchiveService = {
    search: () => Promise.reject(new ArchiveDown('asleep')),
    suggest: () => Promise.reject(new ArchiveDown('asleep')),
  };
  for (const answering of [down, null]) {
    const { status, headers, document, isStored } = await ask('/search?q=a', answering);
    expect({ status, isStored }).toEqual({ status: 503, isStored: false });
    expect(headers.get('retry-after')).toBe('30');
    expect(seen(document.querySelector('h1'))).toBe('البحث غير متاح الآن');
    expect(document.querySelector('main .ways a')?.getAttribute('href')).toBe('/archive');
    expect((await ask('/search', answering)).status).toBe(200);
    expect(await ask('/search/suggest?q=a', answering)).toMatchObject({ status: 200, isStored: false });
  }
});

test('suggestions are stories, topics and authors with their addresses', async () => {
  const { text, isStored } = await ask(`/search/suggest?q=${encodeURIComponent('ليلى')}`);
  expect(isStored).toBe(false);
  expect(JSON.parse(text)).toMatchObject({ authors: [{ name: 'ليلى حدّاد', href: encodeURI('/author/ليلى-حداد') }] });
  const stories = JSON.parse((await ask(`/search/suggest?q=${encodeURIComponent('فتح المين')}`)).text).stories;
  expect(stories[0].name).toBe('اتفاق على فتح الميناء أمام سفن القمح');
  expect(JSON.parse((await ask('/search/suggest')).text)).toEqual({ stories: [], topics: [], authors: [] });
});

test('every edition has its search, at one address', async () => {
  expect(seen((await ask('/en/search')).document.querySelector('h1'))).toBe('Search');
  const slash = await ask('/search/?q=a');
  expect([slash.status, slash.headers.get('location')]).toEqual([301, '/search?q=a']);
  expect((await ask('/search/x')).status).toBe(404);
});
