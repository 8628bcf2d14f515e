// What the store promises about pictures: originals for ever, variants in no time, strangers' files at arm's length.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture as pictureSchema } from '../story/picture.ts';
import { pngFile, pngHeader } from './patterns/png.ts';
import { openPictures, type Pictures } from './store.ts';
import { withIptc } from './testing/jpeg-segments.ts';
import { formats, shapes, sizeOf, type Variant, widths } from './variants.ts';

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

type Colour = readonly [number, number, number];
const red: Colour = [200, 30, 40];
const blue: Colour = [20, 60, 180];

/** Red on the left, blue on the right. */
function twoColours(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) pixels.set(at % width < width / 2 ? red : blue, at * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function colourAt(bytes: Buffer | null, x: number, y: number): Promise<number[]> {
  if (bytes === null) throw new Error('there is no variant');
  const { data: pixels, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  return [...pixels.subarray(at, at + 3)];
}

function expectNear(found: readonly number[], wanted: Colour, tolerance = 14): void {
  for (const [index, value] of wanted.entries())
    expect(Math.abs((found[index] ?? 0) - value), `${found} is not ${wanted}`).toBeLessThanOrEqual(tolerance);
}

const variantOf = (hash: string, more: Partial<Variant> = {}): Variant => ({
  hash,
  shape: 'full',
  focalPoint: centre,
  width: 400,
  format: 'jpeg',
  ...more,
});
const originalFile = (hash: string, extension: string): string =>
  join(data, 'pictures', 'originals', hash.slice(0, 2), `${hash}.${extension}`);
const variantFile = (hash: string, rest: string): string =>
  join(data, 'pictures', 'variants', hash.slice(0, 2), hash.slice(0, 32), rest);

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

describe('a variant', () => {
  it('has the size and format that were asked for, and is never larger than the original', async () => {
    const original = { width: 700, height: 900 };
    const { hash } = await pictures.keep(await twoColours(original.width, original.height).jpeg().toBuffer());
    for (const shape of shapes)
      for (const width of widths.slice(0, 5))
        for (const format of formats) {
          const bytes = await pictures.variant(variantOf(hash, { shape, width, format }));
          const metadata = await sharp(bytes ?? '').metadata();
          expect(metadata, `${shape} ${width} ${format}`).toMatchObject({
            ...sizeOf(shape, width, original),
            mediaType: `image/${format}`,
          });
        }
  });

  it('is cut around the focal point', async () => {
    const { hash } = await pictures.keep(await twoColours(1200, 400).png().toBuffer());
    const square = (x: number): Promise<Buffer | null> =>
      pictures.variant(variantOf(hash, { shape: 'square', focalPoint: { x, y: 0.5 }, width: 200 }));
    expectNear(await colourAt(await square(0), 0.9, 0.5), red);
    expectNear(await colourAt(await square(1), 0.1, 0.5), blue);
    expectNear(await colourAt(await square(0.5), 0.1, 0.5), red);
    expectNear(await colourAt(await square(0.5), 0.9, 0.5), blue);
  });

  it('says nothing about who took the picture, where and with what', async () => {
    const bytes = await twoColours(400, 300)
      .withExif({ IFD0: { Artist: 'SECRETNAME' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETNAME</x:xmpmeta>')
      .withIccProfile('p3', { attach: true })
      .jpeg()
      .toBuffer();
    const jpeg = withIptc(bytes, [[120, Buffer.from('SECRETNAME')]]);
    const { hash } = await pictures.keep(jpeg);
    for (const format of formats) {
      const variant = await pictures.variant(variantOf(hash, { format }));
      const { exif, xmp, iptc, icc, comments, orientation } = await sharp(variant ?? '').metadata();
      expect({ exif, xmp, iptc, icc, comments, orientation }, format).toEqual({});
      expect(variant?.includes('SECRETNAME')).toBe(false);
    }
  });

  it('has the same colours when the original was CMYK, 16-bit, grey or in another profile', async () => {
    const p3 = await twoColours(300, 200).withIccProfile('p3', { attach: true }).png().toBuffer();
    const deep = await twoColours(300, 200).toColourspace('rgb16').png().toBuffer();
    const cmyk = await twoColours(300, 200)
      .withIccProfile('cmyk', { attach: true })
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    for (const [bytes, tolerance] of [
      [p3, 8],
      [deep, 8],
      [cmyk, 60],
    ] as const) {
      const { hash } = await pictures.keep(bytes);
      for (const format of formats) {
        const variant = await pictures.variant(variantOf(hash, { format }));
        expect(await sharp(variant ?? '').metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', channels: 3 });
        expectNear(await colourAt(variant, 0.1, 0.5), red, tolerance);
      }
    }
    const grey = await pictures.keep(await twoColours(300, 200).toColourspace('b-w').png().toBuffer());
    expect((await sharp((await pictures.variant(variantOf(grey.hash))) ?? '').metadata()).space).toBe('srgb');
  });

  it('has paper behind what was transparent', async () => {
    const clear = await sharp({
      create: { width: 300, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { hash } = await pictures.keep(clear);
    for (const format of formats)
      expectNear(await colourAt(await pictures.variant(variantOf(hash, { format })), 0.5, 0.5), [255, 255, 255], 3);
  });

  it('is made once however many ask', async () => {
    const { hash } = await pictures.keep(await twoColours(801, 600).jpeg().toBuffer());
    const wanted = variantOf(hash, { format: 'avif', width: 800 });
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => pictures.variant({ ...wanted })));
    expect(first).toBeInstanceOf(Buffer);
    for (const other of others) expect(other).toBe(first);
  });

  it('is found again by another process, and made again when its file is lost or damaged', async () => {
    const { hash } = await pictures.keep(await twoColours(802, 600).jpeg().toBuffer());
    const wanted = variantOf(hash.slice(0, 32), { format: 'webp' });
    const bytes = await pictures.variant(wanted);
    const file = variantFile(hash, 'full@50,50/400.webp');
    const onDisk = await readFile(file);
    const other = await openPictures({ data });
    expect(await other.variant(wanted)).toEqual(bytes);

    for (const damaged of [
      Buffer.alloc(0),
      onDisk.subarray(0, 3),
      onDisk.subarray(0, 60),
      Buffer.alloc(onDisk.length),
      Buffer.concat([onDisk, onDisk]),
    ]) {
      await writeFile(file, damaged);
      expect(await other.variant(wanted)).toEqual(bytes);
      expect(await readFile(file)).toEqual(onDisk);
    }
    await rm(file);
    expect(await other.variant(wanted)).toEqual(bytes);
    await other.close();
  });

  it('is taken from the disk and not made again', async () => {
    const { hash } = await pictures.keep(await twoColours(803, 600).jpeg().toBuffer());
    const bytes = await pictures.variant(variantOf(hash));
    await rm(originalFile(hash, 'jpg'));
    expect(await pictures.variant(variantOf(hash))).toEqual(bytes);
    await pictures.forgetVariants(hash);
    expect(await pictures.variant(variantOf(hash))).toBeNull();
  });

  it('of a picture that is not there, or can no longer be read, is nothing', async () => {
    expect(await pictures.variant(variantOf('0'.repeat(64)))).toBeNull();
    expect(await pictures.original('0'.repeat(64))).toBeNull();
    const { hash } = await pictures.keep(await twoColours(804, 600).jpeg().toBuffer());
    await writeFile(originalFile(hash, 'jpg'), 'damaged');
    expect(await pictures.variant(variantOf(hash))).toBeNull();
  });

  it('can be made ahead of need', async () => {
    const { hash } = await pictures.keep(await twoColours(805, 600).jpeg().toBuffer());
    await pictures.prepare([variantOf(hash, { width: 200 }), variantOf(hash, { width: 400 })]);
    expect((await readdir(variantFile(hash, 'full@50,50'))).sort()).toEqual(['200.jpeg', '400.jpeg']);
  });
});

describe('the folder', () => {
  it('keeps variants within their budget, and the newest of them', async () => {
    const place = await mkdtemp(join(tmpdir(), 'pictures-'));
    const budget = 300_000;
    const small = await openPictures({ data: place, cacheBytes: budget });
    const noisy = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    const { hash } = await small.keep(noisy);
    let last: Buffer | null = null;
    for (let step = 0; step <= 20; step += 1)
      last = await small.variant(variantOf(hash, { shape: 'wide', focalPoint: { x: 0.5, y: step / 20 }, width: 400 }));
    const shelf = join(place, 'pictures', 'variants');
    const names = (await readdir(shelf, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const sizes = await Promise.all(
      names.map(async (entry) => (await readFile(join(entry.parentPath, entry.name))).length),
    );
    expect(last?.length).toBeGreaterThan(budget / 12);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget * 1.2);
    expect(names.some((entry) => entry.parentPath.endsWith('wide@50,100'))).toBe(true);
    await small.close();
    await rm(place, { recursive: true });
  });

  it('is cleared of what a crash left unfinished, but not of what another process is writing', async () => {
    const place = await mkdtemp(join(tmpdir(), 'pictures-'));
    const unfinished = join(place, 'pictures', 'unfinished');
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'old'), 'half');
    await utimes(join(unfinished, 'old'), new Date(0), new Date(0));
    await writeFile(join(unfinished, 'new'), 'half');
    await openPictures({ data: place });
    expect(await readdir(unfinished)).toEqual(['new']);
    await rm(place, { recursive: true });
  });
});
