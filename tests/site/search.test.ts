// Searching in a browser: by the form alone, by the keyboard with suggestions, on a phone by the thumb; and what axe says of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { newReader, type Screen, screens } from './pages.ts';
import { type Searchable, serveSearchable } from './searchable.ts';

let paper: Paper;
let served: Searchable;
let browser: Browser;
const readers: BrowserContext[] = [];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  served = await serveSearchable(paper.data);
}, 300_000);
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await paper?.stop();
});

async function open(path: string, wanted: Parameters<typeof newReader>[1] = {}): Promise<Page> {
  const reader = await newReader(browser, wanted);
  readers.push(reader);
  const page = await reader.newPage();
  await page.goto(served.url + path);
  return page;
}
const search = (q: string): string => `/search?q=${encodeURIComponent(q)}`;

/** What the keyboard has: the field's state as assistive technology is told it. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
    const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    return {
      name: field.name,
      role: field.getAttribute('role'),
      expanded: field.getAttribute('aria-expanded'),
      isListed: list?.checkVisibility() ?? false,
      active: active?.textContent ?? null,
      selected: active?.getAttribute('aria-selected') ?? null,
    };
  });

test('without a script the masthead’s sign opens a form, which finds, narrows and turns the page', async () => {
  const page = await open('/', { javaScriptEnabled: false, screen: 'phone' });
  await page.locator('.search-menu summary').click();
  await page.locator('.search-menu input').fill('المدينة');
  await page.locator('.search-menu button').click();
  await page.waitForURL(/\/search\?q=/);
  expect(await page.locator('.found mark').count()).toBeGreaterThan(5);
  await page.locator('.narrow').click();
  await page.locator('.filters a').first().click();
  await page.waitForURL(/in=section/);
  expect(await page.locator('.chosen a').count()).toBe(1);
  await page.locator('.chosen a').first().click();
  await page.waitForURL((url) => !url.search.includes('in='));
});

test('the key with the stroke puts the cursor into the field of any page, but types where somebody types', async () => {
  const page = await open('/about');
  await page.keyboard.press('/');
  expect(await stateOf(page)).toMatchObject({ name: 'q', role: 'combobox', expanded: 'false' });
  // One letter alone brings no suggestions, which Escape would put away first.
  await page.keyboard.type('/');
  expect(await page.locator('.search-menu input').inputValue()).toBe('/');
  await page.keyboard.press('Escape');
  expect(await page.locator('.search-menu').getAttribute('open')).toBeNull();
});

test('suggestions come while typing, are walked through by the arrows, put away by Escape and opened by Enter', async () => {
  const page = await open('/search');
  await page.locator('main input').focus();
  await page.keyboard.type('المدي');
  await page.locator('main [role=option]').first().waitFor();
  expect(await stateOf(page)).toMatchObject({ expanded: 'true', isListed: true, active: null });
  await page.keyboard.press('ArrowDown');
  const first = await stateOf(page);
  expect(first).toMatchObject({ selected: 'true' });
  await page.keyboard.press('ArrowDown');
  expect((await stateOf(page)).active).not.toBe(first.active);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect((await stateOf(page)).active).toBeNull();
  await page.keyboard.press('Escape');
  expect(await stateOf(page)).toMatchObject({ expanded: 'false', isListed: false });
  expect(await page.locator('main input').inputValue()).toBe('المدي');
  await page.keyboard.type('ن');
  await page.locator('main [role=option]').first().waitFor();
  await page.keyboard.press('ArrowUp');
  const { active } = await stateOf(page);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/search');
  expect((await page.locator('h1').first().textContent())?.trim()).toBe(active);
});

test('Enter without a chosen suggestion searches for what was typed', async () => {
  const page = await open('/search');
  await page.locator('main input').focus();
  await page.keyboard.type('المدينة');
  await page.locator('main [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  expect(await page.locator('main input').inputValue()).toBe('المدينة');
});

test('on a phone what narrows the results is a sheet at the thumb, with targets that it can hit', async () => {
  const page = await open(search('المدينة'), { screen: 'phone' });
  expect(await page.locator('.filters').isVisible()).toBe(false);
  await page.locator('.narrow').click();
  const sheet = await page.locator('.filters').boundingBox();
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeCloseTo(screens.phone.height, 0);
  for (const link of await page.locator('.filters a, .filters .close').all())
    expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  await page.keyboard.press('Escape');
  expect(await page.locator('.filters').isVisible()).toBe(false);
});

test('ten kilobytes of marks, or of words, are answered at once with a page that says what was cut', async () => {
  for (const q of ['"'.repeat(10_240), '\u064B'.repeat(5_120), '«-»'.repeat(2_000), 'قمح '.repeat(1_500)]) {
    const began = performance.now();
    const response = await fetch(served.url + search(q));
    const text = await response.text();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(response.status).toBe(200);
    expect(text).toContain('سؤالك أطول مما نقرأ');
  }
});

async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe);
  for (const screen of Object.keys(screens) as Screen[]) {
    await page.setViewportSize(screens[screen]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const seen = await page.evaluate(async () => {
        const { axe: engine } = window as unknown as { axe: { run(): Promise<AxeResults> } };
        const { violations } = await engine.run();
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
      });
      found.push(...seen.map((finding) => `${screen}, ${colorScheme}: ${finding}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${screen}: wider than the screen by ${overflow}`);
    }
  }
  return found;
}

test.each([
  ['nothing asked', '/search'],
  ['many', search('المدينة')],
  ['narrowed', `${search('المدينة')}&in=year:2026&by=date`],
  ['none, with the nearest', `${search('المدينة قبل:زمان')}&in=year:1999`],
  ['none at all', search('زقنطريوس')],
  ['English', '/en/search?q=water'],
])('axe finds nothing on the search: %s', async (_state, path) => {
  expect(await findings(await open(path))).toEqual([]);
});

test('axe finds nothing where suggestions are open, nor where the sheet is', async () => {
  const page = await open('/search');
  await page.locator('main input').focus();
  await page.keyboard.type('المدي');
  await page.locator('main [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await findings(page)).toEqual([]);
  const phone = await open(search('المدينة'), { screen: 'phone' });
  await phone.locator('.narrow').click();
  await phone.evaluate(axe);
  expect(await findings(phone)).toEqual([]);
});
