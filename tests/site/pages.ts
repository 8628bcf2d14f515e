// The pages of the demo newspaper that the site's tests look at: where each story of the demo is, one address for every
// kind of page, and the screens on which they are looked at.
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { editions } from '../../demo/editions.ts';
import type { DemoStory } from '../../demo/format.ts';
import { hijriDate } from '../../src/arabic/dates.ts';

/** A cheap phone of today, and a laptop. */
export const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;
export type Screen = keyof typeof screens;

export interface FoundStory {
  readonly story: DemoStory;
  readonly id: number;
  /** Percent-encoded, from the first slash. */
  readonly path: string;
}

interface JsonFeed {
  readonly items: readonly { readonly url: string; readonly title: string }[];
}

/** Where a story of the demo is read, by the key that it has in `demo/`. Found by its headline in its section's feed. */
export async function findStory(url: string, key: string): Promise<FoundStory> {
  for (const edition of editions) {
    const story = edition.stories.find((one) => one.key === key);
    if (story === undefined) continue;
    const prefix = edition.isDefault ? '' : `/${edition.key}`;
    const response = await fetch(`${url}${prefix}/${story.section}/feed.json`);
    const { items } = (await response.json()) as JsonFeed;
    const item = items.find(({ title }) => title.normalize('NFC') === story.headline.normalize('NFC'));
    if (item === undefined) throw new Error(`«${story.headline}» is not in the feed of ${story.section}`);
    const path = new URL(item.url).pathname;
    return { story, path, id: Number(/\/(\d+)\//.exec(path)?.[1]) };
  }
  throw new Error(`the demo has no story ${key}`);
}

/** Stories that between them have every block that a body may hold. */
export const storyKeys = {
  /** A lead picture, a list, a quotation; no pins. */
  plain: 'tripoli-old-channels',
  /** Headings, a table, a pull quote, a quotation, a box of facts. */
  blocks: 'honey-fraud-investigation',
  /** A picture inside the text, a link to another story. */
  pictures: 'andalusi-binding-workshop',
  gallery: 'star-patterns-gallery',
  live: 'oases-final-live',
  corrected: 'jahiz-lost-letter',
  /** No lead picture, signed by an agency. */
  bare: 'pacific-seamount',
  english: 'en-honey-fraud-investigation',
  /** These are on nobody's list: to be withdrawn, or asked for first when the paper is broken. */
  doomed: 'blood-by-drone',
  unread: 'tassili-lizard-species',
} as const;

/** Every kind of page that the site has for readers. */
export const kindsOfPage = [
  'front',
  'section',
  'story',
  'story with table, facts and quotes',
  'story with pictures in its text',
  'story with a gallery',
  'live story',
  'corrected story',
  'story without a picture',
  'author',
  'topic',
  'archive',
  'year',
  'month',
  'Hijri month',
  'day',
  'Hijri day',
  'corrections',
  'about',
  'saved',
  'search',
  'print view',
  'no such page',
  'English front',
  'English section',
  'English story',
] as const;
export type KindOfPage = (typeof kindsOfPage)[number];

/** One address for each kind of page, from the first slash. */
export async function pathsOfKinds(url: string): Promise<Record<KindOfPage, string>> {
  const pathOf = async (key: string): Promise<string> => (await findStory(url, key)).path;
  const plain = await pathOf(storyKeys.plain);
  const plainPage = await (await fetch(url + plain)).text();
  const linkTo = (kind: 'author' | 'topic'): string => new RegExp(`href="(/${kind}/[^"]+)"`).exec(plainPage)?.[1] ?? '';
  const day = await newestDay(url);
  const hijri = hijriDate(Temporal.PlainDate.from(day.replaceAll('/', '-')));
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const { id, path: blocks } = await findStory(url, storyKeys.blocks);
  return {
    front: '/',
    section: '/culture',
    story: plain,
    'story with table, facts and quotes': blocks,
    'story with pictures in its text': await pathOf(storyKeys.pictures),
    'story with a gallery': await pathOf(storyKeys.gallery),
    'live story': await pathOf(storyKeys.live),
    'corrected story': await pathOf(storyKeys.corrected),
    'story without a picture': await pathOf(storyKeys.bare),
    author: linkTo('author'),
    topic: linkTo('topic'),
    archive: '/archive',
    year: `/archive/${day.slice(0, 4)}`,
    month: `/archive/${day.slice(0, 7)}`,
    'Hijri month': `/archive/hijri/${hijri.year}/${two(hijri.month)}`,
    day: `/archive/${day}`,
    'Hijri day': `/archive/hijri/${hijri.year}/${two(hijri.month)}/${two(hijri.day)}`,
    corrections: '/corrections',
    about: '/about',
    saved: '/saved',
    search: '/search',
    'print view': `/print/${id}`,
    'no such page': '/no-such-page',
    'English front': '/en/',
    'English section': '/en/science',
    'English story': await pathOf(storyKeys.english),
  };
}

/** `2026/11/24`: the newest day that the archive leads to. */
export async function newestDay(url: string): Promise<string> {
  let newest = '';
  for (const part of ['/\\d{4}', '/\\d{2}', '/\\d{2}']) {
    const page = await (await fetch(`${url}/archive${newest}`)).text();
    const within = [...page.matchAll(new RegExp(`href="/archive(${newest}${part})"`, 'g'))].map(
      ([, path = '']) => path,
    );
    newest = within.sort().at(-1) ?? '';
  }
  return newest.slice(1);
}

interface ContextWanted extends Pick<BrowserContextOptions, 'colorScheme' | 'javaScriptEnabled' | 'reducedMotion'> {
  readonly screen?: Screen;
  /** Pictures are encoded when they are first asked for, which takes seconds; most tests leave them out. */
  readonly hasPictures?: boolean;
}

/** A reader with nothing remembered, on one of the screens. */
export async function newReader(browser: Browser, wanted: ContextWanted = {}): Promise<BrowserContext> {
  const { screen = 'desktop', hasPictures = false, ...options } = wanted;
  const context = await browser.newContext({ viewport: screens[screen], isMobile: false, ...options });
  if (!hasPictures) await context.route('**/pictures/**', (route) => route.abort());
  return context;
}
