// Reading on: the next story comes under the first as the reader nears its end, and the address bar follows.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { type FoundStory, findStory, newReader, storyKeys } from './pages.ts';

let paper: Paper;
let browser: Browser;
let found: FoundStory;
const readers: BrowserContext[] = [];

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  found = await findStory(paper.url, storyKeys.pictures);
}, 300_000);
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

async function open(path: string, options: Parameters<typeof newReader>[1] = {}): Promise<Page> {
  const reader = await newReader(browser, options);
  readers.push(reader);
  const page = await reader.newPage();
  await page.goto(paper.url + path);
  return page;
}

const stories = (page: Page) => page.locator('article[data-story]');
const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Puts the top of a story, or of something in it, near the top of the window. */
const bringUp = (page: Page, selector: string, nth = 0): Promise<void> =>
  page
    .locator(selector)
    .nth(nth)
    .evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));

/** Scrolls to the end of what is there until the page has so many stories. */
async function readOn(page: Page, count: number): Promise<void> {
  while ((await stories(page).count()) < count) {
    const had = await stories(page).count();
    await bringUp(page, '.next');
    await page.waitForFunction((n) => document.querySelectorAll('article[data-story]').length > n, had);
  }
}

const waitForPath = (page: Page, path: string | null): Promise<unknown> =>
  page.waitForFunction((wanted) => location.pathname === wanted, path);

test('nothing more is loaded while the reader is at the beginning of a long story', async () => {
  const page = await open(found.path, { screen: 'phone' });
  await page.waitForLoadState('networkidle');
  expect(await stories(page).count()).toBe(1);
  expect(await page.locator('.next a').count()).toBe(1);
});

test('the next story arrives whole, with its own tools, related stories and a way to the one after it', async () => {
  const page = await open(found.path);
  const path = await page.locator('.next a').getAttribute('href');
  await readOn(page, 2);
  const second = stories(page).nth(1);
  expect(await second.getAttribute('data-href')).toBe(path);
  expect(await second.locator('.tools [data-tool=save]').count()).toBe(1);
  expect(await second.locator('.text-size input').count()).toBe(5);

  // Part for part what the story's own page has.
  const alone = await open(path ?? '', { javaScriptEnabled: false });
  const textOf = (locator: ReturnType<Page['locator']>) =>
    locator.evaluate((element) => (element.textContent ?? '').replace(/\s+/g, ' '));
  for (const selector of ['h1', '.body', '.signature .byline']) {
    expect(await textOf(second.locator(selector).first())).toBe(await textOf(alone.locator(selector).first()));
  }
  const cards = (within: Page, selector: string) =>
    within.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(await cards(page, '.appended .related-block h3 a')).toEqual(await cards(alone, '.related-block h3 a'));
  expect(await page.locator('.next a').count()).toBe(1);
  expect(await page.locator('.next a').getAttribute('href')).not.toBe(path);
});

test('no id is on the page twice when several stories stand on it', async () => {
  const page = await open(found.path);
  await readOn(page, 3);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const numbers = await stories(page).evaluateAll((all) => all.map((story) => (story as HTMLElement).dataset.story));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("the tools of the next story are its own: it is the one that is saved, and its size is the reader's", async () => {
  const page = await open(found.path);
  await page.evaluate(() => localStorage.setItem('warraq:text-size', '5'));
  await page.reload();
  await readOn(page, 2);
  const second = stories(page).nth(1);
  await second.locator('[data-tool=save]').click();
  expect(await second.locator('[data-tool=save]').getAttribute('aria-pressed')).toBe('true');
  expect(await stories(page).first().locator('[data-tool=save]').getAttribute('aria-pressed')).toBe('false');
  expect(await second.locator('.text-size input:checked').getAttribute('value')).toBe('5');
  const href = await second.getAttribute('data-href');
  await page.goto(`${paper.url}/saved`);
  expect(
    await page.locator('[data-saved] a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual([href]);
});

test('the address bar and the title name the story in view, there and back', async () => {
  const page = await open(found.path);
  await readOn(page, 2);
  const second = stories(page).nth(1);
  const path = await second.getAttribute('data-href');
  const title = await second.locator('h1').textContent();
  await bringUp(page, 'article[data-story] .body', 1);
  await waitForPath(page, path);
  expect(await page.title()).toBe(title);
  await bringUp(page, 'article[data-story]', 0);
  await waitForPath(page, found.path);
  expect(await page.title()).toBe(found.story.headline);
});

test('Back leaves for the page that the reader came from, however many stories were read on', async () => {
  const page = await open('/culture');
  await page.locator(`a[href="${found.path}"]`).first().click();
  await waitForPath(page, found.path);
  await readOn(page, 3);
  await bringUp(page, 'article[data-story] .body', 2);
  await page.waitForFunction((path) => location.pathname !== path, found.path);
  await page.goBack();
  await waitForPath(page, '/culture');
  expect(await page.locator('h1').textContent()).toBe('ثقافة');
});

test('Back from a link in the next story returns to where the reader was in it', async () => {
  const page = await open(found.path, { screen: 'phone' });
  await readOn(page, 2);
  const second = stories(page).nth(1);
  const path = await second.getAttribute('data-href');
  const link = second.locator('.topics a').first();
  await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await waitForPath(page, path);
  const name = await link.textContent();
  await link.click();
  await page.waitForFunction(() => location.pathname.startsWith('/topic/'));
  await page.goBack();
  await waitForPath(page, path);
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.topics a')].some((topic) => {
        const { top, bottom } = topic.getBoundingClientRect();
        return topic.textContent === wanted && top < innerHeight && bottom > 0;
      }),
    name,
  );
  const place = await page
    .locator(`article[data-href="${path}"] .topics a`)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top / innerHeight);
  expect(place).toBeGreaterThan(0.1);
  expect(place).toBeLessThan(0.9);
});

test('when the next story cannot be had, its link stays', async () => {
  const page = await open(found.path);
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const path = (await page.locator('.next a').getAttribute('href')) ?? '';
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === path);
  await page.route(`**${path}`, (route) => route.abort());
  await bringUp(page, '.next');
  await asked;
  await page.waitForFunction(() => document.readyState === 'complete');
  expect(await page.locator('.next a').getAttribute('href')).toBe(path);
  expect(await stories(page).count()).toBe(1);
  expect(errors).toEqual([]);
});

test('without a script there is a plain link to the next story', async () => {
  const page = await open(found.path, { javaScriptEnabled: false, screen: 'phone' });
  await bringUp(page, '.next');
  expect(await stories(page).count()).toBe(1);
  const link = page.locator('.next a');
  const [path, headline] = [await link.getAttribute('href'), (await link.textContent())?.trim()];
  await link.click();
  expect(pathOf(page)).toBe(path);
  expect((await page.locator('h1').textContent())?.trim()).toBe(headline);
});
