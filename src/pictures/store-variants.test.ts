// Promises of the file beside it, each as a test.
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPictures, type Pictures } from './store.ts';
import { withIptc } from './testing/jpeg-segments.ts';
import { blue, colourAt, expectNear, red, twoColours, variantOf } from './testing/two-colours.ts';
import { formats, shapes, sizeOf, widths } from './variants.ts';

let data: string;
let pictures: Pictures;

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
const variantFile = (hash: string, rest: string): string =>
  join(data, 'pictures', 'variants', hash.slice(0, 2), hash.slice(0, 32), rest);

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
