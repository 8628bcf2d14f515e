// The one decided set of shapes, widths and formats in which a picture is served, and their addresses. Pure: it never touches a file.
import type { FocalPoint } from '../story/picture.ts';

/** How a picture is cropped: whole, 16:9, 3:2, 1:1, and the 1200×630 that social sites show. */
export const shapes = ['full', 'wide', 'card', 'square', 'social'] as const;
export type Shape = (typeof shapes)[number];

/** In the order in which `<source>` elements should offer them; `jpeg` is the one that every browser reads. */
export const formats = ['avif', 'webp', 'jpeg'] as const;
export type VariantFormat = (typeof formats)[number];

/**
 * The widths in pixels. From a thumbnail on a plain screen (200) to a lead picture on a sharp one (2000); each step
 * is about twice the area of the one before, the distance at which the bytes saved still pay for another file.
 */
export const widths = [200, 400, 600, 800, 1200, 1600, 2000] as const;
export type VariantWidth = (typeof widths)[number];

/** Width over height; null keeps the picture's own. */
export const ratios: Readonly<Record<Shape, number | null>> = {
  full: null,
  wide: 16 / 9,
  card: 3 / 2,
  square: 1,
  social: 1200 / 630,
};

/** Pixels, after the file's own orientation is applied. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Variant {
  /** The picture's SHA-256 in lower-case hex, or at least the first 32 digits of it, which are what an address carries. */
  readonly hash: string;
  readonly shape: Shape;
  readonly focalPoint: FocalPoint;
  /** At most so wide: a picture whose crop is narrower is served as wide as it is, and never stretched. */
  readonly width: VariantWidth;
  readonly format: VariantFormat;
}

export interface CropWindow extends Size {
  readonly left: number;
  readonly top: number;
}

/** A source that goes a tenth beyond a step is worth the next step: below that the two files would be twins. */
const worthAnotherStep = 1.1;

/** The largest crop of this shape that the original holds, in the original's pixels. */
export function cropSize(shape: Shape, original: Size): Size {
  const ratio = ratios[shape];
  if (ratio === null) return { width: original.width, height: original.height };
  return original.width / original.height > ratio
    ? { width: Math.max(1, Math.round(original.height * ratio)), height: original.height }
    : { width: original.width, height: Math.max(1, Math.round(original.width / ratio)) };
}

/** Where the crop is cut: centred on the focal point as far as the picture's edges allow. */
export function cropWindow(shape: Shape, original: Size, focalPoint: FocalPoint): CropWindow {
  const { width, height } = cropSize(shape, original);
  const place = (share: number, whole: number, part: number): number =>
    Math.min(Math.max(Math.round(share * whole - part / 2), 0), whole - part);
  return {
    left: place(focalPoint.x, original.width, width),
    top: place(focalPoint.y, original.height, height),
    width,
    height,
  };
}

/** The pixels that a variant really has: for `width` and `height` attributes, and for `w` in a srcset. */
export function sizeOf(shape: Shape, width: number, original: Size): Size {
  const crop = cropSize(shape, original);
  const served = Math.min(width, crop.width);
  return { width: served, height: Math.max(1, Math.round((served * crop.height) / crop.width)) };
}

/**
 * The widths to offer for an original, ascending and never empty. The last may be wider than the crop, which then is
 * served at its own width: state `sizeOf(…).width` in a srcset, or let `srcset` write it.
 */
export function widthsFor(shape: Shape, original: Size): VariantWidth[] {
  const available = cropSize(shape, original).width;
  const offered = widths.filter((width, step) => {
    const before = widths[step - 1];
    if (shape === 'social' && width > 1200) return false;
    return before === undefined || width <= available || available >= before * worthAnotherStep;
  });
  return offered;
}

/** Focal points are kept to steps of five hundredths: no eye sees the difference, and a picture has few addresses. */
const focalStep = 5;
const percent = (share: number): number => Math.round((share * 100) / focalStep) * focalStep;

/** `/pictures/{32 hex}/{shape}@{x},{y}/{width}.{format}`. A whole picture is not cropped, so it is always `@50,50`. */
export function variantPath({ hash, shape, focalPoint, width, format }: Variant): string {
  const [x, y] = shape === 'full' ? [50, 50] : [percent(focalPoint.x), percent(focalPoint.y)];
  return `/pictures/${hash.slice(0, 32)}/${shape}@${x},${y}/${width}.${format}`;
}

// /pictures/0123456789abcdef0123456789abcdef/card@50,35/800.avif
const pathShape = /^\/pictures\/([0-9a-f]{32})\/([a-z]{4,6})@(\d{1,3}),(\d{1,3})\/(\d{3,4})\.([a-z]{4})$/;

/**
 * The variant that an address names, or null when it is not one that `variantPath` writes: an address that was made up
 * must not make the machine encode anything. The hash is its first 32 digits.
 */
export function readVariantPath(path: string): Variant | null {
  if (path.length > 100) return null;
  const [, hash, shapeName, x, y, widthName, formatName] = pathShape.exec(path) ?? [];
  const shape = shapes.find((known) => known === shapeName);
  const format = formats.find((known) => known === formatName);
  const width = widths.find((known) => String(known) === widthName);
  if (hash === undefined || shape === undefined || format === undefined || width === undefined) return null;
  if (Number(x) > 100 || Number(y) > 100 || (shape === 'social' && width > 1200)) return null;
  const variant = { hash, shape, focalPoint: { x: Number(x) / 100, y: Number(y) / 100 }, width, format };
  return variantPath(variant) === path ? variant : null;
}

/** What a `srcset` says for one shape and format of a picture, with the widths that the files really have. */
export function srcset(picture: Omit<Variant, 'width'> & { readonly original: Size }): string {
  return widthsFor(picture.shape, picture.original)
    .map((width) => {
      const real = sizeOf(picture.shape, width, picture.original).width;
      return `${variantPath({ ...picture, width })} ${real}w`;
    })
    .join(', ');
}

/** The `type` of a `<source>` and the `Content-Type` of the file. */
export const mediaType = (format: VariantFormat): string => `image/${format}`;
