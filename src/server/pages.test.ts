// Under which address a page is kept: what a page does not read never makes another copy of it.
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { noCounts } from './metrics.ts';
import { PageCache } from './page-cache.ts';
import { addressOf, openPages } from './pages.ts';

test('a page takes its cursor and nothing else, once', () => {
  expect(addressOf('/asia?before=12-3&utm_source=x&q=a')).toBe('/asia?before=12-3');
  expect(addressOf('/asia?before=12-3&before=13-4')).toBe('/asia?before=12-3');
  expect(addressOf('/?p=12')).toBe('/');
});

test('a search takes what it reads, in every edition, and no page that only ends like one', () => {
  expect(addressOf('/search?x=1&by=date&q=a+b&in=year:2023&in=section:1&before=1-1')).toBe(
    '/search?q=a+b&in=year%3A2023&in=section%3A1&by=date',
  );
  expect(addressOf('/en/search/suggest?q=a&q=b')).toBe('/en/search/suggest?q=a');
  expect(addressOf('/asia/12/search?q=a')).toBe('/asia/12/search');
  expect(addressOf('/topic/search?q=a')).toBe('/topic/search');
  const many = Array.from({ length: 40 }, (_, at) => `in=section:${at}`).join('&');
  expect(addressOf(`/search?${many}`)?.match(/in=/g)).toHaveLength(12);
});

test('only a search may be asked at length', () => {
  const long = 'a'.repeat(3_000);
  expect(addressOf(`/search?q=${long}`)).toBe(`/search?q=${long}`);
  expect(addressOf(`/asia?before=${long}`)).toBeNull();
  expect(addressOf(`/search?q=${'a'.repeat(41_000)}`)).toBeNull();
  expect(addressOf('//search?q=a')).toBeNull();
});

test('an answer for one request alone is compressed as others are, but made anew each time', async () => {
  let made = 0;
  const pages = openPages({
    cache: new PageCache<Answer>(1_000_000),
    isCaching: true,
    site: (_request, { noStore }) => {
      made += 1;
      noStore();
      return new Response('نتيجة '.repeat(500), { headers: { 'content-type': 'text/html; charset=utf-8' } });
    },
    origin: () => 'https://paper.example',
    scriptHashes: [],
    purgeHeader: 'Surrogate-Key',
    editions: () => [],
    counts: noCounts(),
    now: () => 0,
  });
  const answer = await pages.page('/search?q=a', '/search?q=a');
  expect(answer.br?.body.length).toBeLessThan(500);
  expect(answer.br?.headers.join()).toContain('Cache-Control,no-store');
  expect(pages.kept('/search?q=a')).toBeNull();
  await pages.page('/search?q=a', '/search?q=a');
  expect(made).toBe(2);
});
