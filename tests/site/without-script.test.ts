// The paper is read whole in a browser that runs no script: every kind of page says what it has to, and its links lead on.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { type KindOfPage, kindsOfPage, newReader, pathsOfKinds } from './pages.ts';

let paper: Paper;
let browser: Browser;
let page: Page;
let paths: Record<KindOfPage, string>;
/** Where the pages' links lead, and one page that has each. */
const links = new Map<string, string>();

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  paths = await pathsOfKinds(paper.url);
  page = await (await newReader(browser, { javaScriptEnabled: false, screen: 'phone' })).newPage();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

interface Seen {
  readonly headings: number;
  /** Letters that a reader sees in the main part. */
  readonly said: number;
  /** Controls that are in view though they do nothing. */
  readonly dead: readonly string[];
  readonly hrefs: readonly string[];
}

const look = (): Promise<Seen> =>
  page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    return {
      headings: [...document.querySelectorAll('h1')].filter(isSeen).length,
      said: [...document.querySelectorAll('main :is(h1, h2, h3, p, li, td, dd)')]
        .filter(isSeen)
        .map((part) => part.textContent)
        .join('').length,
      dead: [...document.querySelectorAll('button:not(form *, [popovertarget]), [data-tool]:not(a)')]
        .filter(isSeen)
        .map(({ outerHTML }) => outerHTML),
      hrefs: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    };
  });

test.each(kindsOfPage)('a page of this kind has its heading, its words and no dead control: %s', async (kind) => {
  await page.goto(paper.url + paths[kind]);
  const { headings, said, dead, hrefs } = await look();
  expect(headings).toBe(1);
  expect(said).toBeGreaterThan(100);
  expect(dead).toEqual([]);
  for (const href of hrefs) if (href.startsWith('/')) links.set(href, kind);
});

test('every link within the paper leads to a page, by one step and at its right address', async () => {
  expect(links.size).toBeGreaterThan(100);
  const broken: string[] = [];
  for (const [href, kind] of links) {
    const response = await fetch(paper.url + href, { redirect: 'manual' });
    await response.arrayBuffer();
    // What can be typed into the search is shown by links that do so; this paper's archive may not be ready yet.
    const isTried = href.includes('/search?q=') && response.status === 503;
    if (response.status !== 200 && !isTried) broken.push(`${response.status} ${href} on the page: ${kind}`);
  }
  expect(broken).toEqual([]);
});

test('links are followed: from the front to a section, to a story, to its author', async () => {
  await page.goto(`${paper.url}/`);
  await page.locator('.sections a[href="/culture"]').click();
  expect(await page.locator('h1').textContent()).toBe('ثقافة');
  await page.locator('main article h2 a').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/culture\/\d+\//);
  await page.locator('.signature a[rel=author]').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/author\//);
});

test('the keyboard reaches the text at once: the first stop leads past the furniture', async () => {
  await page.goto(paper.url + paths.story);
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => {
    const focused = document.activeElement as HTMLAnchorElement;
    const box = focused.getBoundingClientRect();
    return { href: focused.getAttribute('href'), isInView: box.top >= 0 && box.height > 10 };
  });
  expect(skip).toEqual({ href: '#content', isInView: true });
  expect(await page.locator('#content').count()).toBe(1);
});
