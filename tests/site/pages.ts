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
} as const;

export interface PageKind {
  readonly name: string;
  readonly path: string;
  readonly status: number;
}

/** One address for every kind of page of the site. */
export async function everyKindOfPage(url: string): Promise<PageKind[]> {
  const found = await Promise.all(
    Object.entries(storyKeys).map(async ([name, key]) => [name, await findStory(url, key)] as const),
  );
  const story = new Map(found);
  const pathOf = (name: keyof typeof storyKeys): string => story.get(name)?.path ?? '';
  const day = await newestDay(url);
  const hijri = hijriDate(Temporal.PlainDate.from(day.replaceAll('/', '-')));
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const plainPage = await (await fetch(url + pathOf('plain'))).text();
  const linkTo = (kind: 'author' | 'topic'): string => new RegExp(`href="(/${kind}/[^"]+)"`).exec(plainPage)?.[1] ?? '';
  const pages: readonly (readonly [string, string, number?])[] = [
    ['front', '/'],
    ['section', '/culture'],
    ['story', pathOf('plain')],
    ['story with table, facts and quotes', pathOf('blocks')],
    ['story with pictures in its text', pathOf('pictures')],
    ['story with a gallery', pathOf('gallery')],
    ['live story', pathOf('live')],
    ['corrected story', pathOf('corrected')],
    ['story without a picture', pathOf('bare')],
    ['author', linkTo('author')],
    ['topic', linkTo('topic')],
    ['day', `/archive/${day}`],
    ['Hijri day', `/archive/hijri/${hijri.year}/${two(hijri.month)}/${two(hijri.day)}`],
    ['corrections', '/corrections'],
    ['about', '/about'],
    ['saved', '/saved'],
    ['print view', `/print/${story.get('blocks')?.id}`],
    ['no such page', '/no-such-page', 404],
    ['English front', '/en/'],
    ['English section', '/en/science'],
    ['English story', pathOf('english')],
  ];
  return pages.map(([name, path, status = 200]) => ({ name, path, status }));
}

/** `2026/11/24`: where the archive's own address leads. */
export async function newestDay(url: string): Promise<string> {
  const response = await fetch(`${url}/archive`, { redirect: 'manual' });
  return (response.headers.get('location') ?? '').replace(/^\/archive\//, '');
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
