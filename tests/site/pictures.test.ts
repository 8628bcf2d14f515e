// Pictures as they are served: every file that a page offers is there, is what it says it is, and tells nothing of whoever
// took it; and what the page says of its size is true.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { type Paper, startPaper } from '../paper.ts';
import { addPhotograph } from './at-the-desk.ts';
import { findStory, newReader, storyKeys } from './pages.ts';

let paper: Paper;
let browser: Browser;

beforeAll(async () => {
  [paper, browser] = await Promise.all([startPaper({ demo: true }), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await paper?.stop();
});

async function open(path: string, hasPictures = false): Promise<Page> {
  const page = await (await newReader(browser, { screen: 'phone', hasPictures })).newPage();
  await page.goto(paper.url + path);
  return page;
}

async function fileAt(path: string) {
  const response = await fetch(paper.url + path);
  const bytes = Buffer.from(await response.arrayBuffer());
  const metadata = response.status === 200 ? await sharp(bytes).metadata() : null;
  return { status: response.status, headers: response.headers, bytes, metadata };
}

interface Offered {
  readonly type: string;
  readonly path: string;
  /** Pixels, as the page says. */
  readonly width: number;
}

/** Every file that the page offers for the pictures that a selector finds. */
const offeredBy = (page: Page, selector: string): Promise<Offered[]> =>
  page.locator(selector).evaluateAll((pictures) =>
    pictures.flatMap((picture) =>
      [...picture.querySelectorAll('source')].flatMap((source) =>
        [...source.srcset.matchAll(/(\/\S+) (\d+)w/g)].map(([, path = '', width]) => ({
          type: source.type,
          path,
          width: Number(width),
        })),
      ),
    ),
  );

describe('a photograph that knows where it was taken', () => {
  let page: Page;
  let original: Buffer;
  let offered: Offered[];

  beforeAll(async () => {
    const half = await sharp({ create: { width: 450, height: 600, channels: 3, background: '#c02020' } })
      .png()
      .toBuffer();
    // Red on the left, blue on the right; stored lying on its side, as a phone stores what was taken upright.
    const upright = sharp({ create: { width: 900, height: 600, channels: 3, background: '#2020c0' } })
      .composite([{ input: half, left: 0, top: 0 }])
      .png();
    original = await sharp(await upright.toBuffer())
      .rotate(-90)
      .withExif({
        IFD0: { Artist: 'A. Photographer', Copyright: 'secret-source' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '33/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '36/1 18/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- secret-place --></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const { path } = await addPhotograph(paper.data, {
      bytes: new Uint8Array(original),
      focalPoint: { x: 0.9, y: 0.5 },
    });
    page = await open(path);
    offered = await offeredBy(page, '.lead-picture picture');
  });
  afterAll(() => page?.context().close());

  test('is offered in AVIF, then WebP, with JPEG for every other browser, in rising widths', async () => {
    const types = [...new Set(offered.map(({ type }) => type))];
    expect(types).toEqual(['image/avif', 'image/webp']);
    for (const type of types) {
      const widths = offered.filter((one) => one.type === type).map(({ width }) => width);
      expect(widths.length).toBeGreaterThanOrEqual(3);
      expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => a - b));
      expect(Math.max(...widths)).toBeLessThanOrEqual(900);
    }
    expect(await page.locator('.lead-picture img').getAttribute('src')).toMatch(/\.jpeg$/);
  });

  test('every file offered is there, of the type and width that the page says, and kept for a year', async () => {
    for (const { type, path, width } of offered) {
      const { status, headers, metadata } = await fileAt(path);
      expect([status, headers.get('content-type')], path).toEqual([200, type]);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect([metadata?.format === 'heif' ? 'avif' : metadata?.format, metadata?.width], path).toEqual([
        type.slice('image/'.length),
        width,
      ]);
    }
  });

  test('its stated width and height are those of the largest file, so that its room is kept', async () => {
    const img = page.locator('.lead-picture img');
    const stated = [Number(await img.getAttribute('width')), Number(await img.getAttribute('height'))];
    const largest = offered.filter(({ type }) => type === 'image/webp').at(-1);
    const { metadata } = await fileAt(largest?.path ?? '');
    expect(stated).toEqual([metadata?.width, metadata?.height]);
  });

  test('no file that is served says who took it, where, or with what', async () => {
    const src = (await page.locator('.lead-picture img').getAttribute('src')) ?? '';
    for (const path of [src, ...new Set(offered.map((one) => one.path))]) {
      const { metadata, bytes } = await fileAt(path);
      expect([metadata?.exif, metadata?.xmp, metadata?.iptc, metadata?.orientation ?? 1], path).toEqual([
        undefined, undefined, undefined, 1,
      ]); // biome-ignore format: one row
      for (const secret of ['secret-source', 'secret-place', 'A. Photographer', 'Exif']) {
        expect(bytes.includes(secret), `${secret} in ${path}`).toBe(false);
      }
    }
  });

  test('the original is kept byte for byte', () => {
    const kept = readdirSync(join(paper.data, 'pictures'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.jpe?g$/.test(name))
      .map((name) => join(paper.data, 'pictures', name));
    expect(kept.some((file) => readFileSync(file).equals(original))).toBe(true);
  });

  test('stands upright, and a crop keeps what the editor pointed at', async () => {
    const pixel = async (path: string, at: 'start' | 'end') => {
      const { bytes, metadata } = await fileAt(path);
      const { width = 0, height = 0 } = metadata ?? {};
      const box = { left: at === 'start' ? 2 : width - 3, top: Math.floor(height / 2), width: 1, height: 1 };
      const [red = 0, , blue = 0] = await sharp(bytes).extract(box).removeAlpha().raw().toBuffer();
      return red > blue ? 'red' : 'blue';
    };
    const [wide] = offered;
    expect([await pixel(wide?.path ?? '', 'start'), await pixel(wide?.path ?? '', 'end')]).toEqual(['red', 'blue']);
    // Half the picture, about its focal point on the right: nothing of the red half is left.
    const square = (wide?.path ?? '').replace(/\/wide@([\d,]+)\/\d+\.avif$/, '/square@$1/200.webp');
    expect(square).toContain('square@90,50');
    expect([await pixel(square, 'start'), await pixel(square, 'end')]).toEqual(['red', 'blue']);
    const hash = /\/pictures\/[0-9a-f]{32}/.exec(square)?.[0];
    const { bytes } = await fileAt(`${hash}/square@90,50/200.webp`);
    const { channels } = await sharp(bytes).stats();
    expect(channels[2]?.mean ?? 0).toBeGreaterThan((channels[0]?.mean ?? 0) * 1.3);
  });

  test('files that no page offers are not made', async () => {
    const [, folder = ''] = /^(\/pictures\/[0-9a-f]{32})\//.exec(offered[0]?.path ?? '') ?? [];
    for (const name of [
      'wide@90,50/201.webp',
      'wide@91,50/200.webp',
      'tall@50,50/200.webp',
      'wide@90,50/200.png',
      'full@90,50/200.webp',
    ]) {
      expect((await fetch(`${paper.url}${folder}/${name}`)).status, name).toBe(404);
    }
  });
});

describe('on a page of the paper', () => {
  test('the lead picture comes first and at once, all others when they are near, each in a room of stated size', async () => {
    const { path } = await findStory(paper.url, storyKeys.pictures);
    const page = await open(path);
    const pictures = await page.locator('main img').evaluateAll((images) =>
      (images as HTMLImageElement[]).map((img) => ({
        isLead: img.closest('.lead-picture') !== null,
        loading: img.loading,
        priority: img.fetchPriority,
        isStated: img.width > 0 && img.getAttribute('width') !== null && img.getAttribute('height') !== null,
        alt: img.getAttribute('alt'),
        placeholder: img.style.backgroundImage,
      })),
    );
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) {
      expect(picture.isStated).toBe(true);
      expect(picture.alt).not.toBeNull();
      expect([picture.loading, picture.priority]).toEqual(picture.isLead ? ['auto', 'high'] : ['lazy', 'auto']);
      expect(picture.placeholder).toMatch(/^url\("data:image\/webp;base64,/);
    }
    const preloaded = await page.locator('link[rel=preload][as=image]').getAttribute('imagesrcset');
    const offered = await page.locator('.lead-picture source[type="image/avif"]').getAttribute('srcset');
    expect(preloaded).toBe(offered);
    await page.context().close();
  });

  test('the browser shows the lead picture, and asks for no more than one file of it', async () => {
    const { path } = await findStory(paper.url, storyKeys.plain);
    const page = await (await newReader(browser, { screen: 'phone', hasPictures: true })).newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(paper.url + path, { waitUntil: 'domcontentloaded' });
    const lead = page.locator('.lead-picture img');
    await page.waitForFunction(() => {
      const img = document.querySelector<HTMLImageElement>('.lead-picture img');
      return img?.complete === true && img.naturalWidth > 0;
    });
    const shown = await lead.evaluate((img: HTMLImageElement) => ({
      path: new URL(img.currentSrc).pathname,
      box: img.getBoundingClientRect().width,
    }));
    expect(shown.path).toMatch(/\.avif$/);
    const folder = shown.path.split('/').slice(0, 4).join('/');
    expect([...new Set(asked.filter((one) => one.startsWith(folder)))]).toEqual([shown.path]);
    await page.context().close();
  });

  test('a story whose picture we never had shows a pattern of its section, which is there', async () => {
    const { path } = await findStory(paper.url, storyKeys.plain);
    const page = await open(path);
    const patterns = await page
      .locator('.related-block .pattern')
      .evaluateAll((all) =>
        all.map((one) => /url\("([^"]+)"\)/.exec((one as HTMLElement).style.backgroundImage)?.[1] ?? ''),
      );
    expect(patterns.length).toBeGreaterThan(0);
    for (const src of new Set(patterns)) {
      const response = await fetch(paper.url + src);
      expect([response.status, response.headers.get('content-type')], src).toEqual([
        200,
        expect.stringMatching(/^image\//),
      ]);
    }
    await page.context().close();
  });
});
