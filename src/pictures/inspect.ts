// Looks at the bytes of a picture once, when it comes in: what it is, how large, whether it can be read to its end, and
// the tiny blurred copy that is shown until it arrives.
import sharp, { type Metadata } from 'sharp';
import type { Picture } from '../story/picture.ts';
import { type Credits, readCredits } from './credits.ts';
import { PictureError } from './errors.ts';
import { formatOf } from './signature.ts';

export interface Inspected extends Credits {
  readonly format: Picture['format'];
  /** Pixels, after the file's own orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** WebP as a data address of at most 400 characters. */
  readonly placeholder: string;
  /** True when the file moves; what is served is its first frame. */
  readonly isAnimated: boolean;
}

export const limits = {
  /** A 100-megapixel JPEG of the best quality is about 45 MB. */
  bytes: 50 * 1024 * 1024,
  pixels: 120_000_000,
  /** For AVIF and interlaced PNG, of which nothing can be seen before all is unpacked: 9 to 19 bytes a pixel, measured. */
  wholePixels: 40_000_000,
  /** No side of a picture in a newspaper is so long; beyond it decoders and encoders differ. */
  side: 30_000,
  seconds: 60,
} as const;

/** From here on a picture is unpacked alone: a progressive one holds some 6 bytes a pixel until it is done. */
const heavyPixels = 24_000_000;

export const weightOf = (pixels: number): number => (pixels > heavyPixels ? Number.POSITIVE_INFINITY : 1);

/** How every original is opened: never beyond the limits, and never past an error in its pixels. */
export const readOptions = { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true } as const;

export interface Header {
  readonly format: Picture['format'];
  readonly pixels: number;
  readonly metadata: Metadata;
}

/** Reads sizes and metadata without unpacking a pixel. @throws PictureError */
export async function readHeader(bytes: Uint8Array, expected: 'raster' | 'drawing' = 'raster'): Promise<Header> {
  if (bytes.length > limits.bytes)
    throw new PictureError('too-heavy', `${bytes.length} bytes: at most ${limits.bytes} are taken`);
  const format = expected === 'drawing' ? 'svg' : formatOf(bytes);
  const metadata = await sharp(bytes, readOptions)
    .metadata()
    .catch((error: unknown) => {
      // The decoder checks the limit as soon as it knows the size.
      const kind = /pixel limit/i.test(reason(error)) ? 'too-large' : 'damaged';
      throw new PictureError(kind, `it begins as ${format} and is not read: ${reason(error)}`, { cause: error });
    });
  const { width, height } = metadata.autoOrient;
  const isWhole = format === 'avif' || (format === 'png' && metadata.isProgressive);
  const most = isWhole ? limits.wholePixels : limits.pixels;
  if (width * height > most || Math.max(width, height) > limits.side)
    throw new PictureError('too-large', `${width}×${height} pixels in ${format}: at most ${most} in all are taken`);
  return { format, pixels: width * height, metadata };
}

/** Unpacks the whole picture. @throws PictureError `damaged`. */
export async function inspect(bytes: Uint8Array, { format, metadata }: Header): Promise<Inspected> {
  const [placeholder, credits] = await Promise.all([
    makePlaceholder(bytes),
    format === 'svg' ? noCredits : readCredits(bytes, metadata),
  ]);
  return {
    format,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    placeholder,
    isAnimated: (metadata.pages ?? 1) > 1 && format !== 'tiff',
    ...credits,
  };
}

const noCredits: Credits = { caption: '', credit: '', byline: '', rights: '' };

/** Base64 of a WebP whose start is fixed; 400 characters hold 283 bytes. */
const longestPlaceholder = 400;

async function makePlaceholder(bytes: Uint8Array): Promise<string> {
  // The file is read to its end by this step, so it is also the proof that it can be.
  const small = await sharp(bytes, readOptions)
    .autoOrient()
    .timeout({ seconds: limits.seconds })
    .resize(24, 24, { fit: 'inside', kernel: 'cubic' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch((error: unknown) => {
      throw new PictureError('damaged', `its pixels cannot be read to the end: ${reason(error)}`, { cause: error });
    });
  for (const [side, quality] of [
    [24, 40],
    [20, 30],
    [16, 20],
    [12, 10],
    [6, 1],
  ] as const) {
    const webp = await sharp(small)
      .resize(side, side, { fit: 'inside' })
      .blur(0.8)
      .webp({ quality, effort: 6 })
      .toBuffer();
    const address = `data:image/webp;base64,${webp.toString('base64')}`;
    if (address.length <= longestPlaceholder) return address;
  }
  throw new Error('a picture of 6×6 pixels did not fit into 400 characters');
}

const reason = (error: unknown): string =>
  (error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : null) ?? 'unknown';
