// The reader's tools: text size, theme, saving, sharing, listening, printing. What is chosen is remembered and never flashes.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { type FoundStory, findStory, newReader, storyKeys } from './pages.ts';

let paper: Paper;
let browser: Browser;
let found: FoundStory;
const readers: BrowserContext[] = [];

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  found = await findStory(paper.url, storyKeys.plain);
}, 300_000);
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

async function read(options: Parameters<typeof newReader>[1] = {}): Promise<Page> {
  const reader = await newReader(browser, options);
  readers.push(reader);
  const page = await reader.newPage();
  await page.goto(paper.url + found.path);
  return page;
}

/** The story's own part of the page: where it is short, the next one has come already. */
const own = (page: Page) => page.locator('article[data-story]').first();

const bodySize = (page: Page): Promise<number> =>
  own(page)
    .locator('.body > p')
    .first()
    .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));

async function chooseStep(page: Page, step: number): Promise<void> {
  await own(page).locator('.text-size summary').click();
  await own(page)
    .locator('.text-size label')
    .nth(step - 1)
    .click();
  await own(page).locator('.text-size summary').click();
}

/** The colour behind the page, as CSS writes it. */
const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Throws for a page that has no ground of its own: the test would else see through it. */
async function isDark(page: Page): Promise<boolean> {
  const colour = await ground(page);
  const [red, green, blue] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1).map(Number) ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`the page lies on ${colour}`);
  return Math.max(red, green, blue) < 80;
}

async function chooseTheme(page: Page, theme: 'auto' | 'light' | 'dark'): Promise<void> {
  await page.locator('.theme summary').click();
  await page.locator(`.theme label:has(input[value=${theme}])`).click();
  await page.locator('.theme summary').click();
}

/** Writes down, at every frame from the first, what `measure` sees, before any of the page's own script. */
async function watchFrames(page: Page, measure: 'size' | 'ground'): Promise<void> {
  await page.addInitScript((what) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const text = document.querySelector('.body > p');
      if (text !== null) {
        const styled = what === 'size' ? text : document.documentElement;
        seen.push(getComputedStyle(styled)[what === 'size' ? 'fontSize' : 'backgroundColor']);
      }
      if (seen.length < 30) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, measure);
}

async function framesSeen(page: Page): Promise<string[]> {
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length === 30);
  return await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
}

describe('TT', () => {
  test('has five steps, each larger than the one before, with the third as the paper set it', async () => {
    const page = await read();
    const asSet = await bodySize(page);
    const sizes: number[] = [];
    for (const step of [1, 2, 3, 4, 5]) {
      await chooseStep(page, step);
      sizes.push(await bodySize(page));
    }
    expect(await own(page).locator('.text-size input').count()).toBe(5);
    expect(sizes[2]).toBe(asSet);
    expect(asSet).toBeGreaterThanOrEqual(18);
    expect(asSet).toBeLessThanOrEqual(20);
    for (const [index, size] of sizes.entries()) expect(size).toBeGreaterThan(sizes[index - 1] ?? 0);
  });

  test('is remembered on the next page and after a reload', async () => {
    const page = await read();
    await chooseStep(page, 5);
    const chosen = await bodySize(page);
    await page.reload();
    expect(await bodySize(page)).toBe(chosen);
    expect(await own(page).locator('.text-size input:checked').getAttribute('value')).toBe('5');
    const other = await findStory(paper.url, storyKeys.bare);
    await page.goto(paper.url + other.path);
    expect(await bodySize(page)).toBe(chosen);
  });

  test('is in force at the first frame, without waiting for the script file', async () => {
    const page = await read();
    await chooseStep(page, 1);
    const chosen = await bodySize(page);
    await page.route('**/assets/site-*.js', (route) => route.abort());
    await watchFrames(page, 'size');
    await page.reload();
    expect(await framesSeen(page)).toEqual([`${chosen}px`]);
  });

  test('works within the page when the browser runs no script', async () => {
    const page = await read({ javaScriptEnabled: false });
    const asSet = await bodySize(page);
    await chooseStep(page, 5);
    expect(await bodySize(page)).toBeGreaterThan(asSet);
    await chooseStep(page, 1);
    expect(await bodySize(page)).toBeLessThan(asSet);
  });
});

describe('the theme', () => {
  test("follows the reader's system while nothing was chosen", async () => {
    expect(await isDark(await read({ colorScheme: 'light' }))).toBe(false);
    const page = await read({ colorScheme: 'dark' });
    expect(await isDark(page)).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await isDark(page)).toBe(false);
  });

  test.each([
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)(
    '%s is kept in a browser of a %s system until the reader goes back to automatic',
    async (theme, system) => {
      const page = await read({ colorScheme: system });
      await chooseTheme(page, theme);
      expect(await isDark(page)).toBe(theme === 'dark');
      await page.reload();
      expect(await isDark(page)).toBe(theme === 'dark');
      await page.goto(`${paper.url}/`);
      expect(await isDark(page)).toBe(theme === 'dark');
      await chooseTheme(page, 'auto');
      expect(await isDark(page)).toBe(system === 'dark');
      await page.reload();
      expect(await isDark(page)).toBe(system === 'dark');
    },
  );

  test('never flashes the other one', async () => {
    const page = await read({ colorScheme: 'light' });
    await chooseTheme(page, 'dark');
    expect(await isDark(page)).toBe(true);
    const dark = await ground(page);
    await page.route('**/assets/site-*.js', (route) => route.abort());
    await watchFrames(page, 'ground');
    await page.reload();
    expect(await framesSeen(page)).toEqual([dark]);
  });

  test('can be chosen within the page when the browser runs no script', async () => {
    const page = await read({ colorScheme: 'light', javaScriptEnabled: false });
    await chooseTheme(page, 'dark');
    expect(await isDark(page)).toBe(true);
  });
});

describe('saving for later', () => {
  test('lists the story on the page of saved stories until it is taken off', async () => {
    const page = await read();
    const button = own(page).locator('.tools [data-tool=save]');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.reload();
    expect(await button.getAttribute('aria-pressed')).toBe('true');

    await page.goto(`${paper.url}/saved`);
    const links = page.locator('[data-saved] a');
    expect(await links.count()).toBe(1);
    expect(await links.first().textContent()).toBe(found.story.headline);
    expect(await links.first().getAttribute('href')).toBe(found.path);
    expect(await page.locator('[data-saved-nothing]').isVisible()).toBe(false);

    await page.locator('[data-saved] button').click();
    expect(await links.count()).toBe(0);
    expect(await page.locator('[data-saved-nothing]').isVisible()).toBe(true);
  });

  test('a second press takes it off again', async () => {
    const page = await read();
    const button = own(page).locator('.tools [data-tool=save]');
    await button.click();
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await page.goto(`${paper.url}/saved`);
    expect(await page.locator('[data-saved] a').count()).toBe(0);
  });

  test("what other pages wrote into the browser's storage does not break it", async () => {
    const page = await read();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const kept = [
      { id: 1, href: '/x/1/y', headline: 'x' },
      { id: '2', href: '//evil.example/', headline: 'x' },
      { id: '3', href: 'javascript:alert(1)', headline: 'x' },
      { id: '4', href: found.path, headline: '<img src=x onerror=alert(1)>' },
      null,
    ];
    await page.evaluate((stories) => localStorage.setItem('warraq:saved', JSON.stringify(stories)), kept);
    await page.goto(`${paper.url}/saved`);
    const hrefs = await page
      .locator('[data-saved] a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([found.path]);
    expect(await page.locator('[data-saved] img').count()).toBe(0);
    await page.evaluate(() => localStorage.setItem('warraq:saved', '{"no":'));
    await page.reload();
    expect(await page.locator('[data-saved-nothing]').isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('sharing', () => {
  test('leads to WhatsApp, X, Telegram and mail with the headline and the address of the story', async () => {
    const page = await read({ javaScriptEnabled: false });
    const hrefs = await own(page)
      .locator('.share a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const address = paper.url + decodeURI(found.path);
    const { headline } = found.story;
    const taken = hrefs.map((href) => {
      const url = new URL(href);
      return [`${url.protocol}//${url.host}${url.pathname}`, Object.fromEntries(url.searchParams)];
    });
    expect(taken).toEqual([
      ['https://wa.me/', { text: `${headline} ${address}` }],
      ['https://x.com/intent/post', { text: headline, url: address }],
      ['https://t.me/share/url', { url: address, text: headline }],
      ['mailto://', { subject: headline, body: address }],
    ]);
  });

  test('copies the address of the story and says so', async () => {
    const page = await read();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.url });
    await own(page)
      .locator('.tool-menu summary')
      .filter({ has: page.locator('.icon-share') })
      .click();
    const copy = own(page).locator('[data-tool=copy]');
    const before = await copy.textContent();
    await copy.click();
    await page.waitForFunction(
      (said) => document.querySelector('[data-tool=copy]')?.textContent?.trim() !== said?.trim(),
      before,
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(paper.url + found.path);
  });

  test('offers the apps of the device where the browser can share, and not elsewhere', async () => {
    const without = await read();
    await own(without).locator('summary:has(.icon-share)').click();
    const isAble = await without.evaluate(() => 'share' in navigator);
    expect(await own(without).locator('[data-tool=share]').isVisible()).toBe(isAble);

    const reader = await newReader(browser);
    readers.push(reader);
    await reader.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (shared: unknown) => {
          Object.assign(window, { shared });
        },
      });
    });
    const page = await reader.newPage();
    await page.goto(paper.url + found.path);
    await own(page).locator('summary:has(.icon-share)').click();
    await own(page).locator('[data-tool=share]').click();
    expect(await page.evaluate(() => (window as unknown as { shared: unknown }).shared)).toEqual({
      title: found.story.headline,
      url: paper.url + found.path,
    });
  });

  test('closes when the reader presses Escape or somewhere else', async () => {
    const page = await read();
    const menu = own(page).locator('.tool-menu:has(.icon-share)');
    const isOpen = () => menu.evaluate((details: HTMLDetailsElement) => details.open);
    await menu.locator('summary').click();
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe(false);
    await menu.locator('summary').click();
    await own(page).locator('h1').click();
    expect(await isOpen()).toBe(false);
  });
});

describe('listening', () => {
  async function readWithVoices(languages: readonly string[]): Promise<Page> {
    const reader = await newReader(browser);
    readers.push(reader);
    await reader.addInitScript((langs) => {
      const voices = langs.map((lang) => ({ lang, name: lang, default: false, localService: true, voiceURI: lang }));
      const spoken: string[] = [];
      Object.assign(window, {
        spoken,
        SpeechSynthesisUtterance: class {
          text: string;
          constructor(text: string) {
            this.text = text;
          }
        },
      });
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => voices,
          addEventListener() {},
          cancel() {},
          speak: (utterance: { text: string; lang: string }) => spoken.push(`${utterance.lang} ${utterance.text}`),
        },
      });
    }, languages);
    const page = await reader.newPage();
    await page.goto(paper.url + found.path);
    return page;
  }

  test('is not offered where the browser has no Arabic voice', async () => {
    const page = await readWithVoices(['en-GB', 'fr-FR']);
    expect(await own(page).locator('[data-tool=listen]').isVisible()).toBe(false);
  });

  test('reads the headline and then the text in an Arabic voice', async () => {
    const page = await readWithVoices(['en-GB', 'ar-SA']);
    await own(page).locator('[data-tool=listen]').click();
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect(spoken[0]).toBe(`ar-SA ${found.story.headline}`);
    expect(spoken.at(-1)?.startsWith('ar-SA ')).toBe(true);
    expect(spoken.length).toBeGreaterThan(5);
    expect(await own(page).locator('[data-tool=listen]').textContent()).toContain('إيقاف');
  });
});

describe('printing', () => {
  const furniture = ['.skip', 'nav', '.utilities', '.tools', '.related-block', '.next', 'footer'];

  test('puts the story on paper and leaves what is for the screen', async () => {
    const page = await read({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    for (const selector of furniture) {
      const shown = await page
        .locator(selector)
        .evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);
      expect(shown, selector).toBe(0);
    }
    expect(await own(page).locator('h1').isVisible()).toBe(true);
    expect(await own(page).locator('.body > p').first().isVisible()).toBe(true);
    const ink = await own(page)
      .locator('.body > p')
      .first()
      .evaluate((p) => getComputedStyle(p).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  test('the print view is the story alone, and says where it can be read again', async () => {
    const page = await read({ javaScriptEnabled: false });
    const href = (await own(page).locator('.tools [data-tool=print]').getAttribute('href')) ?? '';
    await page.goto(paper.url + href);
    expect(await page.locator('nav, footer, button, .tools, .related-block').count()).toBe(0);
    expect(await page.locator('h1').textContent()).toBe(found.story.headline);
    expect(await page.locator('main').textContent()).toContain(`${paper.url}/${found.id}`);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(paper.url + found.path);
  });

  test('the print tool of the next story prints the next story', async () => {
    const reader = await newReader(browser);
    readers.push(reader);
    await reader.addInitScript(() => Object.assign(window, { print() {} }));
    const page = await reader.newPage();
    await page.goto(paper.url + found.path);
    await page.locator('.next').scrollIntoViewIfNeeded();
    const second = page.locator('article[data-story]').nth(1);
    await second.waitFor();
    const headline = await second.locator('h1').textContent();
    await second.locator('[data-tool=print]').click();
    await page.emulateMedia({ media: 'print' });
    const printed = await page
      .locator('h1')
      .evaluateAll((all) => all.filter((h1) => h1.checkVisibility()).map((h1) => h1.textContent));
    expect(printed).toEqual([headline]);
  });
});
