// What a story page may weigh and ask for, and that nothing on it moves: held on a phone and on a wide screen, in both
// languages, with the pictures left out, while fonts and script come late.
import { request as ask } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { findStory, newReader, type Screen, storyKeys } from './pages.ts';

const KIBIBYTE = 1024;

let paper: Paper;
let browser: Browser;
const paths = { Arabic: '', English: '' };
const readers: BrowserContext[] = [];

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  paths.Arabic = (await findStory(paper.url, storyKeys.blocks)).path;
  paths.English = (await findStory(paper.url, storyKeys.english)).path;
}, 300_000);
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

/** Bytes of the body as they go over the wire to a browser that takes brotli, and what it says of itself. */
function sent(url: string): Promise<{ bytes: number; encoding: string; type: string }> {
  return new Promise((resolve, reject) => {
    ask(url, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = response.headers;
        resolve({ bytes, encoding, type });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function open(screen: Screen): Promise<Page> {
  const reader = await newReader(browser, { screen });
  readers.push(reader);
  return await reader.newPage();
}

/** Holds fonts and script back until the page has been painted without them, as on a slow line; resolves to their addresses. */
async function holdBack(page: Page): Promise<string[]> {
  const held: string[] = [];
  const painted = Promise.withResolvers<void>();
  await page.exposeFunction('wasPainted', () => painted.resolve());
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      if (!list.getEntries().some(({ name }) => name === 'first-contentful-paint')) return;
      const { wasPainted } = window as unknown as { wasPainted(): void };
      requestAnimationFrame(() => requestAnimationFrame(() => wasPainted()));
    }).observe({ type: 'paint', buffered: true });
  });
  await page.route(/\/assets\/.*\.(woff2|js)$/, async (route) => {
    held.push(route.request().url());
    await painted.promise;
    await route.continue();
  });
  return held;
}

/** Writes down everything that moves without the reader's doing. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const moved = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : '?'));
        shifts.push(`${entry.value}: ${moved.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

const cases = (['Arabic', 'English'] as const).flatMap((language) =>
  (['phone', 'desktop'] as const).map((screen) => ({ language, screen })),
);

describe.each(cases)('an $language story on a $screen', ({ language, screen }) => {
  test('is light: page, stylesheet and script, fonts, requests', async () => {
    const page = await open(screen);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await holdBack(page);
    await page.goto(paper.url + paths[language], { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);

    const own = asked.filter((url) => url.startsWith(`${paper.url}/`) && !url.includes('/pictures/'));
    const others = asked.filter((url) => !url.startsWith(`${paper.url}/`) && !url.startsWith('data:'));
    expect(others, 'requests to others').toEqual([]);
    expect(own.length, 'requests').toBeLessThanOrEqual(12);

    const weights = await Promise.all([...new Set(own)].map(sent));
    const weigh = (kind: RegExp): number =>
      weights.filter(({ type }) => kind.test(type)).reduce((sum, { bytes }) => sum + bytes, 0);
    const [document_, style, script, fonts] = [/^text\/html/, /^text\/css/, /javascript/, /^font\//].map(weigh);
    expect([document_, style, script, fonts].filter((part) => part === 0 || part === undefined)).toEqual([]);
    const encodings = weights.filter(({ type }) => /^text\//.test(type)).map(({ encoding }) => encoding);
    expect(new Set(encodings)).toEqual(new Set(['br']));
    expect((document_ ?? 0) + (style ?? 0) + (script ?? 0)).toBeLessThanOrEqual(30 * KIBIBYTE);
    expect(script).toBeLessThanOrEqual(6 * KIBIBYTE);
    expect(fonts).toBeLessThanOrEqual(90 * KIBIBYTE);
  });

  test('stands still while fonts and script come after the first paint, and while it is read on', async () => {
    const page = await open(screen);
    const shifts = await watchShifts(page);
    const late = await holdBack(page);
    await page.goto(paper.url + paths[language], { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect(late.length).toBeGreaterThanOrEqual(3);

    // Read on by half windows, no faster than the next stories come, until the third one is there or no more comes.
    await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isDone = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
      while (document.querySelectorAll('article[data-story]').length < 3 && !isDone()) {
        const next = document.querySelector('.next');
        scrollBy({ top: innerHeight / 2, behavior: 'instant' });
        await frame();
        await frame();
        const isNear = next !== null && next.getBoundingClientRect().top < innerHeight + 1400;
        while (isNear && next.isConnected) await frame();
      }
      await frame();
    });
    expect(await shifts()).toEqual([]);
  });
});
