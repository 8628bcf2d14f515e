// What the store promises about originals: kept for ever and byte for byte, and strangers' files at arm's length.
import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture as pictureSchema } from '../story/picture.ts';
import { pngFile, pngHeader } from './patterns/png.ts';
import { openPictures, type Pictures } from './store.ts';
import { withIptc } from './testing/jpeg-segments.ts';
import { blue, colourAt, expectNear, red, twoColours, variantOf } from './testing/two-colours.ts';

let data: string;
let pictures: Pictures;
const centre = { x: 0.5, y: 0.5 };

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'pictures-'));
  pictures = await openPictures({ data, concurrency: 2 });
});

afterAll(async () => {
  await pictures.close();
  await rm(data, { recursive: true, force: true });
});

const originalFile = (hash: string, extension: string): string =>
  join(data, 'pictures', 'originals', hash.slice(0, 2), `${hash}.${extension}`);
describe('an original', () => {
  it('is on the disk byte for byte when it is kept', async () => {
    const bytes = await twoColours(640, 480).jpeg().toBuffer();
    const kept = await pictures.keep(bytes);
    expect(kept).toMatchObject({
      hash: createHash('sha256').update(bytes).digest('hex'),
      format: 'jpeg',
      width: 640,
      height: 480,
      isAnimated: false,
    });
    expect(await readFile(originalFile(kept.hash, 'jpg'))).toEqual(bytes);
    expect(await pictures.original(kept.hash)).toEqual(bytes);
    expect(await readdir(join(data, 'pictures', 'unfinished'))).toEqual([]);
  });

  it('gives the same record however often it comes, from memory or from a file with any name', async () => {
    const bytes = await twoColours(300, 200).png().toBuffer();
    const path = join(data, 'photo.jpg');
    await writeFile(path, bytes);
    const [once, again, fromFile] = await Promise.all([
      pictures.keep(bytes),
      pictures.keep(bytes),
      pictures.keep(path),
    ]);
    expect(again).toEqual(once);
    expect(fromFile).toEqual(once);
    expect(once.format).toBe('png');
    const shelf = await readdir(join(data, 'pictures', 'originals', once.hash.slice(0, 2)));
    expect(shelf.filter((name) => name.startsWith(once.hash))).toEqual([`${once.hash}.png`]);
  });

  it('is put right when it was damaged on the disk and comes again', async () => {
    const bytes = await twoColours(310, 200).png().toBuffer();
    const { hash } = await pictures.keep(bytes);
    await writeFile(originalFile(hash, 'png'), 'damaged');
    await pictures.keep(bytes);
    expect(await pictures.original(hash)).toEqual(bytes);
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('may be %s', async (format) => {
    const bytes = await twoColours(220, 140).toFormat(format).toBuffer();
    const kept = await pictures.keep(bytes);
    expect(kept).toMatchObject({ format, width: 220, height: 140 });
    const variant = await pictures.variant(variantOf(kept.hash, { width: 200 }));
    expectNear(await colourAt(variant, 0.1, 0.5), red, 20);
    expectNear(await colourAt(variant, 0.9, 0.5), blue, 20);
  });

  it('fits the record that stories keep of it, with a placeholder of at most 400 characters', async () => {
    const noisy = await sharp({
      create: {
        width: 900,
        height: 600,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 80 },
      },
    })
      .jpeg()
      .toBuffer();
    for (const bytes of [noisy, await twoColours(3000, 2).png().toBuffer(), await twoColours(2, 2).png().toBuffer()]) {
      const kept = await pictures.keep(bytes);
      expect(kept.placeholder.length).toBeLessThanOrEqual(400);
      const [, base64 = ''] = kept.placeholder.split('data:image/webp;base64,');
      expect((await sharp(Buffer.from(base64, 'base64')).metadata()).format).toBe('webp');
      expect(pictureSchema.safeParse({ ...kept, id: 1, focalPoint: centre }).success).toBe(true);
    }
  });

  it('tells its caption and credit', async () => {
    const jpeg = withIptc(await twoColours(200, 100).jpeg().toBuffer(), [
      [120, Buffer.from('ميناء المدينة')],
      [110, Buffer.from('أ.ب')],
    ]);
    expect(await pictures.keep(jpeg)).toMatchObject({
      caption: 'ميناء المدينة',
      credit: 'أ.ب',
      byline: '',
      rights: '',
    });
  });

  it('that moves is known to move, and shows its first frame', async () => {
    const frames = await Promise.all(
      [red, blue].map(([r, g, b]) =>
        sharp({ create: { width: 60, height: 40, channels: 3, background: { r, g, b } } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const kept = await pictures.keep(gif);
    expect(kept).toMatchObject({ format: 'gif', width: 60, height: 40, isAnimated: true });
    expectNear(await colourAt(await pictures.variant(variantOf(kept.hash, { width: 200 })), 0.5, 0.5), red);
  });

  it('is turned as its orientation says', async () => {
    // Orientation 6: the camera was held so that the file's left side is the picture's top.
    const bytes = await twoColours(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const kept = await pictures.keep(bytes);
    expect(kept).toMatchObject({ width: 200, height: 400 });
    const variant = await pictures.variant(variantOf(kept.hash, { width: 200 }));
    expect(await sharp(variant ?? '').metadata()).toMatchObject({ width: 200, height: 400 });
    expectNear(await colourAt(variant, 0.5, 0.1), red);
    expectNear(await colourAt(variant, 0.5, 0.9), blue);
  });
});

describe('what is refused', () => {
  const refused = (source: Uint8Array | string): Promise<unknown> =>
    pictures.keep(source).then(
      () => 'kept',
      (error: unknown) => (error instanceof Error && 'kind' in error ? error.kind : error),
    );

  it.each([
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
    ['text', Buffer.from('صورة ليست صورة'), 'not-a-picture'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)), 'not-a-picture'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-picture'],
    [
      'SVG from outside',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      'drawing',
    ],
    ['SVG behind a declaration', Buffer.from('\u{FEFF}<?xml version="1.0"?><!-- x --><svg/>'), 'drawing'],
    ['SVG in UTF-16', Buffer.from('\u{FEFF}<svg/>', 'utf16le'), 'drawing'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1'), 'unsupported-format'],
    ['a Photoshop file', Buffer.from('8BPS\0\x01'), 'unsupported-format'],
    ['the first bytes of a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'damaged'],
    ['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'damaged'],
  ])('%s', async (_, bytes, kind) => {
    expect(await refused(bytes)).toBe(kind);
  });

  it('a picture that breaks off, in every format', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'tiff'] as const) {
      const noisy = {
        width: 500,
        height: 400,
        channels: 3 as const,
        background: '#000',
        noise: { type: 'gaussian' as const, mean: 128, sigma: 60 },
      };
      const whole = await sharp({ create: noisy }).toFormat(format).toBuffer();
      expect(await refused(whole.subarray(0, Math.floor(whole.length * 0.6))), format).toBe('damaged');
    }
  });

  it('a small file that unpacks to more than 120 megapixels', async () => {
    const side = 11_000;
    const bomb = pngFile([
      ['IHDR', pngHeader(side, side, 1, 0)],
      ['IDAT', deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 1 })],
    ]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refused(bomb)).toBe('too-large');
  });

  it('more than 40 megapixels in a format that is unpacked whole', async () => {
    const large = { create: { width: 6400, height: 6300, channels: 3 as const, background: '#357' } };
    expect(await refused(await sharp(large).png({ progressive: true, compressionLevel: 1 }).toBuffer())).toBe(
      'too-large',
    );
  });

  it('more than 50 MB, without reading them', async () => {
    const path = join(data, 'huge.jpg');
    const handle = await open(path, 'w');
    await handle.truncate(50 * 1024 * 1024 + 1);
    await handle.close();
    expect(await refused(path)).toBe('too-heavy');
  });

  it('a path that is no file', async () => {
    expect(await refused(join(data, 'nowhere.jpg'))).toBe('unreadable');
    expect(await refused(data)).toBe('unreadable');
  });

  it('leaves nothing behind', async () => {
    expect(await readdir(join(data, 'pictures', 'unfinished'))).toEqual([]);
  });
});

describe('a drawing of our own', () => {
  it('is kept as SVG and served as pixels', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#c81e28"/></svg>';
    const kept = await pictures.keepDrawing(svg);
    expect(kept).toMatchObject({ format: 'svg', width: 300, height: 200 });
    expectNear(await colourAt(await pictures.variant(variantOf(kept.hash, { width: 200 })), 0.5, 0.5), red);
  });

  it('shows nothing from outside itself', async () => {
    const bait = join(data, 'bait.png');
    await writeFile(bait, await twoColours(50, 50).png().toBuffer());
    const kept = await pictures.keepDrawing(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><image width="300" height="200" href="file://${bait}"/></svg>`,
    );
    expectNear(await colourAt(await pictures.variant(variantOf(kept.hash, { width: 200 })), 0.1, 0.5), [255, 255, 255]);
  });
});
