// What the addresses and sizes of variants promise.
import { describe, expect, it } from 'vitest';
import { palette } from '../story/section.ts';
import { patternPath, readPatternPath } from './patterns/address.ts';
import {
  cropWindow,
  formats,
  readVariantPath,
  shapes,
  sizeOf,
  srcset,
  variantPath,
  widths,
  widthsFor,
} from './variants.ts';

const hash = '0123456789abcdef'.repeat(4);
const centre = { x: 0.5, y: 0.5 };

describe('the sizes of variants', () => {
  it('keep the shape that was asked for', () => {
    const original = { width: 3000, height: 2500 };
    expect(sizeOf('wide', 1600, original)).toEqual({ width: 1600, height: 900 });
    expect(sizeOf('card', 1200, original)).toEqual({ width: 1200, height: 800 });
    expect(sizeOf('square', 400, original)).toEqual({ width: 400, height: 400 });
    expect(sizeOf('social', 1200, original)).toEqual({ width: 1200, height: 630 });
    expect(sizeOf('full', 600, original)).toEqual({ width: 600, height: 500 });
  });

  it('never exceed what the original holds', () => {
    for (const original of [
      { width: 1, height: 1 },
      { width: 40, height: 9000 },
      { width: 9000, height: 40 },
      { width: 1100, height: 700 },
    ])
      for (const shape of shapes)
        for (const width of widths) {
          const size = sizeOf(shape, width, original);
          expect(size.width).toBeGreaterThanOrEqual(1);
          expect(size.height).toBeGreaterThanOrEqual(1);
          expect(size.width).toBeLessThanOrEqual(Math.min(width, original.width));
          expect(size.height).toBeLessThanOrEqual(original.height);
        }
  });

  it('offer the steps below the original and one more when the original has pixels to spare', () => {
    expect(widthsFor('full', { width: 1600, height: 900 })).toEqual([200, 400, 600, 800, 1200, 1600]);
    expect(widthsFor('full', { width: 1500, height: 900 })).toEqual([200, 400, 600, 800, 1200, 1600]);
    expect(widthsFor('full', { width: 1210, height: 900 })).toEqual([200, 400, 600, 800, 1200]);
    expect(widthsFor('full', { width: 90, height: 90 })).toEqual([200]);
    expect(widthsFor('square', { width: 9000, height: 400 })).toEqual([200, 400]);
    expect(widthsFor('social', { width: 9000, height: 9000 })).toEqual([200, 400, 600, 800, 1200]);
  });

  it('are stated in a srcset as they really are', () => {
    expect(
      srcset({ hash, shape: 'full', focalPoint: centre, format: 'webp', original: { width: 300, height: 200 } }),
    ).toBe(
      `/pictures/${hash.slice(0, 32)}/full@50,50/200.webp 200w, /pictures/${hash.slice(0, 32)}/full@50,50/400.webp 300w`,
    );
  });
});

describe('a crop', () => {
  it('is centred on the focal point and stays inside the picture', () => {
    const original = { width: 3000, height: 1000 };
    expect(cropWindow('square', original, centre)).toEqual({ left: 1000, top: 0, width: 1000, height: 1000 });
    expect(cropWindow('square', original, { x: 0.3, y: 0 })).toEqual({ left: 400, top: 0, width: 1000, height: 1000 });
    expect(cropWindow('square', original, { x: 1, y: 1 })).toEqual({ left: 2000, top: 0, width: 1000, height: 1000 });
    expect(cropWindow('full', original, { x: 1, y: 1 })).toEqual({ left: 0, top: 0, ...original });
  });
});

describe('the address of a variant', () => {
  it('is read back as the variant that it was written for', () => {
    for (const shape of shapes)
      for (const width of widths.filter((width) => shape !== 'social' || width <= 1200))
        for (const format of formats) {
          const variant = { hash: hash.slice(0, 32), shape, focalPoint: { x: 0.35, y: 1 }, width, format };
          const expected = shape === 'full' ? { ...variant, focalPoint: centre } : variant;
          expect(readVariantPath(variantPath({ ...variant, hash }))).toEqual(expected);
        }
  });

  it('carries the focal point in whole percent, in steps of five', () => {
    const path = variantPath({ hash, shape: 'card', focalPoint: { x: 0.333, y: 0.07 }, width: 800, format: 'avif' });
    expect(path).toBe('/pictures/0123456789abcdef0123456789abcdef/card@35,5/800.avif');
  });

  it.each([
    '/pictures/0123456789abcdef0123456789abcdef/card@33,50/800.avif',
    '/pictures/0123456789abcdef0123456789abcdef/card@105,50/800.avif',
    '/pictures/0123456789abcdef0123456789abcdef/card@05,50/800.avif',
    '/pictures/0123456789abcdef0123456789abcdef/full@0,50/800.avif',
    '/pictures/0123456789abcdef0123456789abcdef/card@50,50/801.avif',
    '/pictures/0123456789abcdef0123456789abcdef/social@50,50/2000.avif',
    '/pictures/0123456789abcdef0123456789abcdef/card@50,50/800.tiff',
    '/pictures/0123456789abcdef0123456789abcdef/proto@50,50/800.avif',
    '/pictures/0123456789ABCDEF0123456789abcdef/card@50,50/800.avif',
    '/pictures/0123456789abcdef0123456789abcde/card@50,50/800.avif',
    '/pictures/../card@50,50/800.avif',
    '/pictures/0123456789abcdef0123456789abcdef/card@50,50/800.avif?x=1',
    `/pictures/${'0'.repeat(100_000)}`,
    '',
  ])('is not %.90s', (path) => {
    expect(readVariantPath(path)).toBeNull();
  });
});

describe('the address of a pattern', () => {
  it('names one of the palettes and nothing else', () => {
    for (const name of palette.options) expect(readPatternPath(patternPath(name))).toBe(name);
    expect(readPatternPath('/pictures/patterns/pink.svg')).toBeNull();
    expect(readPatternPath('/pictures/patterns/../teal.svg')).toBeNull();
  });
});
