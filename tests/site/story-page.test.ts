// A story's page reads from top to bottom as the paper's readers have always had it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { type FoundStory, findStory, newReader, type Screen, storyKeys } from './pages.ts';

let paper: Paper;
let browser: Browser;
let found: FoundStory;

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  found = await findStory(paper.url, storyKeys.pictures);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

/** A part of the page: its selector and where it is seen, in pixels from the top of the page. */
interface Part {
  readonly selector: string;
  readonly top: number;
  readonly bottom: number;
}

const parts = ['h1', '.tools', '.lead-picture img', '.lead-picture figcaption', '.body', '.related-block', '.next'];

function placesOf(page: Page): Promise<Part[]> {
  return page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        // The first of each: the next story may have come already, with parts of its own.
        const box = document.querySelector(selector)?.getBoundingClientRect();
        if (box === undefined || box.width === 0 || box.height === 0) throw new Error(`${selector} takes no room`);
        return { selector, top: box.top + scrollY, bottom: box.bottom + scrollY };
      }),
    parts,
  );
}

describe.each<Screen>(['phone', 'desktop'])('on a %s', (screen) => {
  let page: Page;
  beforeAll(async () => {
    const context = await newReader(browser, { screen, javaScriptEnabled: true });
    page = await context.newPage();
    await page.goto(paper.url + found.path);
  });
  afterAll(() => page?.context().close());

  test('headline, tools, lead picture, caption, text, related stories and the next story follow one another', async () => {
    const places = await placesOf(page);
    for (const [index, place] of places.entries()) {
      const above = places[index - 1];
      if (above === undefined) continue;
      expect(place.top, `${place.selector} stands under ${above.selector}`).toBeGreaterThanOrEqual(above.bottom - 1);
    }
  });

  test('nothing is wider than the screen', async () => {
    const { wide, width } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(width);
  });
});

describe('what the parts say', () => {
  let page: Page;
  beforeAll(async () => {
    const context = await newReader(browser, { javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(paper.url + found.path);
  });
  afterAll(() => page?.context().close());

  const textOf = async (selector: string): Promise<string> =>
    ((await page.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();

  test("the headline is the page's one h1 and the document's title", async () => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await textOf('h1')).toBe(found.story.headline);
    expect(await page.title()).toBe(found.story.headline);
  });

  test('the tools are share, save, listen, print and, at the end, TT', async () => {
    const tools = await page
      .locator('.tools [data-tool], .tools summary')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.closest('.panel') === null)
          .map((element) => element.getAttribute('data-tool') ?? element.querySelector('.icon')?.className ?? ''),
      );
    expect(tools).toEqual(['icon icon-share', 'save', 'listen', 'print', 'icon icon-tt']);
  });

  test("the lead picture's caption ends with its credit in brackets, which stands there once", async () => {
    const { caption, credit } = found.story.picture ?? { caption: '', credit: '' };
    expect(await textOf('.lead-picture figcaption')).toBe(`${caption} (${credit})`);
  });

  test('the body has every paragraph of the story in order, quotations and all', async () => {
    const written = found.story.body.flatMap((block) =>
      block.type === 'paragraph' ? [block.text.replaceAll('**', '')] : [],
    );
    const printed = await page
      .locator('.body > p')
      .evaluateAll((elements) => elements.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()));
    expect(printed).toEqual(written);
  });

  test('«مقالات ذات صلة» are five cards, no two alike and none of them the story itself', async () => {
    expect(await textOf('.related-block h2')).toBe('مقالات ذات صلة');
    const hrefs = await page
      .locator('.related-block article h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs).toHaveLength(5);
    expect(new Set([...hrefs, found.path]).size).toBe(6);
  });

  test('each card has its section, a captioned picture, headline, standfirst and byline with a city, in this order', async () => {
    const cards = await page.locator('.related-block article').evaluateAll((articles) =>
      articles.map((article) =>
        ['.label a', '.frame', 'figcaption', 'h3 a', '.standfirst', '.byline'].map((selector) => {
          const element = article.querySelector(selector);
          if (element === null) return { selector, top: Number.NaN, text: '' };
          const text = selector === '.frame' ? 'a picture' : (element.textContent ?? '').trim();
          return { selector, top: element.getBoundingClientRect().top, text };
        }),
      ),
    );
    for (const card of cards) {
      const headline = card.find(({ selector }) => selector === 'h3 a')?.text;
      // A story may have no picture of its own; the pattern that stands there has no caption.
      const wanted = card.filter(({ selector, text }) => selector !== 'figcaption' || text !== '');
      expect(
        wanted.filter(({ text }) => text === ''),
        headline,
      ).toEqual([]);
      const tops = wanted.map(({ top }) => top);
      expect(tops, headline).toEqual(tops.toSorted((a, b) => a - b));
      expect(card.at(-1)?.text, headline).toMatch(/\S \(\p{L}[^)]*\)/u);
    }
    const captions = cards.map((card) => card.find(({ selector }) => selector === 'figcaption')?.text ?? '');
    expect(captions.filter((caption) => /\S \([^)]+\)$/.test(caption)).length).toBeGreaterThanOrEqual(4);
  });

  test("the editors' pins stand first among the cards", async () => {
    const pins = await Promise.all((found.story.related ?? []).map((key) => findStory(paper.url, key)));
    const hrefs = await page
      .locator('.related-block article h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(pins.length).toBeGreaterThan(0);
    expect(hrefs.slice(0, pins.length)).toEqual(pins.map(({ path }) => path));
  });

  test('who wrote it stands with the city, and the date is printed under both names of its month', async () => {
    expect(await textOf('.signature .byline')).toMatch(/^\S.* \(\p{L}+.*\)$/u);
    expect(await textOf('.signature .dates time')).toMatch(
      /^\d{1,2} \p{L}+ \(\p{L}+( \p{L}+)?\) \d{4} - \d{2}:\d{2} بتوقيت \p{L}+/u,
    );
  });
});

test('a correction stands under the text that it corrects, dated', async () => {
  const corrected = await findStory(paper.url, storyKeys.corrected);
  const context = await newReader(browser);
  const page = await context.newPage();
  await page.goto(paper.url + corrected.path);
  const [text = ''] = await page.locator('.story .corrections p').allTextContents();
  expect(text).toContain(corrected.story.corrections?.[0]?.text);
  const tops = await page
    .locator('.body, .corrections, .related-block')
    .evaluateAll((all) => all.map((element) => element.className));
  expect(tops.map((name) => name.split(' ')[0])).toEqual(['body', 'corrections', 'related-block']);
  expect(await page.locator('.corrections time').count()).toBe(1);
  await context.close();
});
