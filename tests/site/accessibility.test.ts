// Every kind of page is free of what axe finds, on a phone and a wide screen, in light and in dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { breakRecords, withdraw } from './at-the-desk.ts';
import {
  findStory,
  type KindOfPage,
  kindsOfPage,
  newReader,
  pathsOfKinds,
  type Screen,
  screens,
  storyKeys,
} from './pages.ts';

let paper: Paper;
let browser: Browser;
let page: Page;
let paths: Record<KindOfPage, string>;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  paths = await pathsOfKinds(paper.url);
  page = await (await newReader(browser)).newPage();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

/** The rules that look at colours: all that can differ between light and dark. */
const ofColour: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds, in words: the rule, what is wrong, and where. */
function findings(options: RunOptions): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const { axe: engine } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const { violations } = await engine.run({ resultTypes: ['violations'], ...wanted });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
    );
  }, options);
}

async function findingsOnEveryScreen(): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe);
  for (const screen of Object.keys(screens) as Screen[]) {
    await page.setViewportSize(screens[screen]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const finding of await findings(colorScheme === 'light' ? {} : ofColour)) {
        found.push(`${screen}, ${colorScheme}: ${finding}`);
      }
    }
  }
  return found;
}

async function visit(path: string, status = 200): Promise<void> {
  const response = await page.goto(paper.url + path);
  expect(response?.status()).toBe(status);
}

test.each(kindsOfPage)('axe finds nothing on a page of the kind: %s', async (kind) => {
  await visit(paths[kind], kind === 'no such page' ? 404 : 200);
  expect(await findingsOnEveryScreen()).toEqual([]);
});

test('axe finds nothing where the menus of the tools and the masthead are open', async () => {
  await visit(paths.story);
  await page.locator('details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) {
      details.removeAttribute('name');
      details.open = true;
    }
  });
  expect(await page.locator('.panel').first().isVisible()).toBe(true);
  expect(await findingsOnEveryScreen()).toEqual([]);
});

test('axe finds nothing where a second story stands under the first', async () => {
  await visit(paths.story);
  await page.locator('.next').scrollIntoViewIfNeeded();
  await page.locator('article[data-story]').nth(1).waitFor();
  expect(await findingsOnEveryScreen()).toEqual([]);
});

test('axe finds nothing on the list of saved stories', async () => {
  await visit(paths.story);
  await page.locator('[data-tool=save]').first().click();
  await visit('/saved');
  expect(await page.locator('[data-saved] a').count()).toBe(1);
  expect(await findingsOnEveryScreen()).toEqual([]);
});

test('axe finds nothing on what stands in the place of a withdrawn story', async () => {
  const { id, path } = await findStory(paper.url, storyKeys.doomed);
  await withdraw(paper, id);
  await visit(path, 410);
  expect(await findingsOnEveryScreen()).toEqual([]);
});

test('axe finds nothing on the page that says that we failed', async () => {
  const { path } = await findStory(paper.url, storyKeys.unread);
  const mend = breakRecords(paper.data);
  try {
    await visit(path, 500);
    expect(await findingsOnEveryScreen()).toEqual([]);
  } finally {
    mend();
  }
});
