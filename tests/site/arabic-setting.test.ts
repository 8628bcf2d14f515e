// Arabic is set as Arabic: its dates, its figures, its direction, and none of what Latin type does to letters.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { addEdgeStories } from './at-the-desk.ts';
import { type KindOfPage, kindsOfPage, newReader, pathsOfKinds } from './pages.ts';

let paper: Paper;
let browser: Browser;
let page: Page;
let paths: Record<KindOfPage, string>;
let edge: Awaited<ReturnType<typeof addEdgeStories>>;

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
  paths = await pathsOfKinds(paper.url);
  page = await (await newReader(browser)).newPage();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

const arabicKinds = kindsOfPage.filter((kind) => !kind.startsWith('English'));

/** What is wrong with how the Arabic of the page is set, in words. */
const faultsOfType = (): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll('body, body *')) {
      const isArabic = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && /\p{Script=Arabic}/u.test(node.textContent ?? ''),
      );
      if (!isArabic || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const where = `${element.tagName.toLowerCase()}.${element.className}`;
      if (style.letterSpacing !== 'normal' && style.letterSpacing !== '0px') found.add(`spaced out: ${where}`);
      if (style.fontStyle !== 'normal') found.add(`slanted: ${where}`);
      if (/justify/.test(style.textAlign)) found.add(`justified: ${where}`);
      const letter = getComputedStyle(element, '::first-letter');
      if (letter.float !== 'none' || letter.fontSize !== style.fontSize) found.add(`drop cap: ${where}`);
      // Marks stand above and below the letters; where there is a next line, it must leave them room.
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / size))).size;
      const leading = style.lineHeight === 'normal' ? 1.5 : Number.parseFloat(style.lineHeight) / size;
      if (lines > 1 && leading < 1.3) found.add(`set solid: ${where} ${leading}`);
      if (size < 12) found.add(`too small to read: ${where} ${size}`);
      if (style.textDecorationLine.includes('underline')) {
        const offset = Number.parseFloat(style.textUnderlineOffset) / size;
        if (!(offset >= 0.25)) found.add(`underlined through its letters: ${where} ${style.textUnderlineOffset}`);
      }
    }
    return [...found];
  });

/** Figures that are not the edition's, and runs that Arabic would put in another order. */
const faultsOfOrder = (): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const element = node.parentElement;
      if (element === null || element.closest('script, noscript') !== null) continue;
      if (/[\u0660-\u0669\u06F0-\u06F9]/.test(text)) found.push(`foreign figures: ${text}`);
      if (element.closest('bdi, [dir=ltr], [lang=en]') !== null) continue;
      if (/[A-Za-z]/.test(text)) found.push(`Latin, not isolated: ${text}`);
      if (/(^|[\s(])[-+\u2212]\d/.test(text)) found.push(`a signed number, not isolated: ${text}`);
    }
    return found;
  });

test.each(arabicKinds)('Arabic is set as Arabic on a page of the kind: %s', async (kind) => {
  await page.goto(paper.url + paths[kind]);
  expect(await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction])).toEqual(
    ['ar', 'rtl'],
  );
  expect(await faultsOfType()).toEqual([]);
  expect(await faultsOfOrder()).toEqual([]);
});

describe('a story', () => {
  beforeAll(async () => {
    await page.goto(paper.url + paths.story);
  });

  test('is set in Noto Naskh at 18 to 20 pixels and a leading of about 1.7, its headline in IBM Plex', async () => {
    await page.evaluate(() => document.fonts.ready);
    const text = await page
      .locator('.body > p')
      .first()
      .evaluate((p) => {
        const { fontSize, lineHeight, fontFamily } = getComputedStyle(p);
        return { size: Number.parseFloat(fontSize), leading: Number.parseFloat(lineHeight), fontFamily };
      });
    expect(text.size).toBeGreaterThanOrEqual(18);
    expect(text.size).toBeLessThanOrEqual(20);
    expect(text.leading / text.size).toBeGreaterThanOrEqual(1.6);
    expect(text.leading / text.size).toBeLessThanOrEqual(1.85);
    expect(text.fontFamily).toMatch(/^"?Naskh/);
    expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontFamily)).toMatch(/^"?Plex/);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
    );
    expect(loaded).toEqual(expect.arrayContaining(['Naskh arabic', 'Plex arabic']));
  });

  test('has lines that an eye can follow back: no more than 90 letters, on the widest screen', async () => {
    const letters = await page
      .locator('.body > p')
      .first()
      .evaluate((p) => {
        const range = document.createRange();
        range.selectNodeContents(p);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)));
        return (p.textContent ?? '').length / lines.size;
      });
    expect(letters).toBeLessThan(95);
    expect(letters).toBeGreaterThan(40);
  });

  test('prints its date under both names of the month', async () => {
    const printed = (await page.locator('.signature time').first().textContent()) ?? '';
    const months = [
      'يناير (كانون الثاني)', 'فبراير (شباط)', 'مارس (آذار)', 'أبريل (نيسان)', 'مايو (أيار)', 'يونيو (حزيران)',
      'يوليو (تموز)', 'أغسطس (آب)', 'سبتمبر (أيلول)', 'أكتوبر (تشرين الأول)', 'نوفمبر (تشرين الثاني)', 'ديسمبر (كانون الأول)',
    ]; // biome-ignore format: a calendar
    const instant = await page.locator('.signature time').first().getAttribute('datetime');
    const local = Temporal.Instant.from(instant ?? '').toZonedDateTimeISO('Asia/Riyadh');
    const two = (figure: number): string => String(figure).padStart(2, '0');
    expect(printed).toBe(
      `${local.day} ${months[local.month - 1]} ${local.year} - ${two(local.hour)}:${two(local.minute)} بتوقيت الرياض`,
    );
  });

  test('says how long ago it was in words that count as Arabic counts', async () => {
    const stamp = (await page.locator('.signature .ago').first().getAttribute('datetime')) ?? '';
    const context = await newReader(browser);
    const reader = await context.newPage();
    const at = async (ago: Temporal.DurationLike): Promise<string | null> => {
      await reader.clock.setFixedTime(Temporal.Instant.from(stamp).add(ago).epochMilliseconds);
      await reader.goto(paper.url + paths.story);
      return await reader.locator('.signature .ago').first().textContent();
    };
    expect(await at({ minutes: 1 })).toBe('قبل دقيقة واحدة');
    expect(await at({ minutes: 2 })).toBe('قبل دقيقتين');
    expect(await at({ minutes: 3 })).toBe('قبل 3 دقائق');
    expect(await at({ minutes: 11 })).toBe('قبل 11 دقيقة');
    expect(await at({ hours: 2 })).toBe('قبل ساعتين');
    expect(await at({ hours: 24 * 30 })).toBe('');
    await context.close();
  });
});

test('the masthead prints the day, and beside it the Hijri day by Umm al-Qura', async () => {
  await page.goto(`${paper.url}/`);
  const days = await page
    .locator('.masthead .today time')
    .evaluateAll((times) =>
      times.map((time) => [time.getAttribute('datetime') ?? '', time.textContent ?? ''] as const),
    );
  expect(days).toHaveLength(2);
  const [[iso, gregorian] = ['', ''], [, hijri] = ['', '']] = days;
  const day = Temporal.PlainDate.from(iso);
  // A run at midnight may find the day that has just ended.
  const today = Temporal.Now.plainDateISO('Asia/Riyadh');
  expect(Math.abs(today.since(day).total('days'))).toBeLessThanOrEqual(1);
  const noon = new Date(`${iso}T12:00:00Z`);
  const write = (options: Intl.DateTimeFormatOptions, calendar: string): string =>
    new Intl.DateTimeFormat(`ar-u-nu-latn-ca-${calendar}`, { timeZone: 'UTC', ...options }).format(noon);
  expect(gregorian).toContain(write({ weekday: 'long' }, 'gregory'));
  expect(gregorian).toContain(`${day.day} ${write({ month: 'long' }, 'gregory')} (`);
  const month = write({ month: 'long' }, 'islamic-umalqura');
  const [ofMonth, year] = ['day', 'year'].map(
    (part) => /\d+/.exec(write({ [part]: 'numeric' }, 'islamic-umalqura'))?.[0],
  );
  expect(hijri.replace(/\s*هـ$/, '')).toBe(`${ofMonth} ${month} ${year}`);
});

describe('what readers and agencies really write', () => {
  beforeAll(async () => {
    edge = await addEdgeStories(paper.data);
  });

  test('names, handles, addresses and signed numbers keep their own order inside Arabic', async () => {
    await page.goto(paper.url + edge.mixed.path);
    const isolated = await page.locator('main article bdi').allTextContents();
    for (const run of edge.mixed.runs) expect(isolated, run).toContain(run);
    expect(await page.locator('h1').first().textContent()).toBe(edge.mixed.headline);
  });

  test('an English headline on an Arabic page runs from the left', async () => {
    await page.goto(paper.url + edge.english.path);
    expect(
      await page
        .locator('h1')
        .first()
        .evaluate((h1) => getComputedStyle(h1).direction),
    ).toBe('ltr');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  });

  test('markup in a headline is text', async () => {
    await page.goto(paper.url + edge.hostile.path);
    expect(await page.locator('h1').first().textContent()).toBe(edge.hostile.headline);
    expect(await page.title()).toBe(edge.hostile.headline);
    expect(await page.locator('main b, main script, main img[src="x"]').count()).toBe(0);
  });

  test('an edition of Arabic-Indic figures has them everywhere and Latin ones only in Latin runs', async () => {
    await page.goto(paper.url + edge.indic.path);
    const text = await page.evaluate(() => {
      const words: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        if (element?.closest('script, noscript, bdi, [dir=ltr]') == null) words.push(node.textContent ?? '');
      }
      return words;
    });
    expect(text.filter((words) => /[0-9]/.test(words))).toEqual([]);
    expect(text.join(' ')).toContain('٢٠٢٥');
    expect(await page.locator('.signature time').first().textContent()).toMatch(
      /^[٠-٩]{1,2} \p{L}+ [٠-٩]{4} - [٠-٩]{2}:[٠-٩]{2}/u,
    );
  });
});
