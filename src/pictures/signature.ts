// Tells a picture's format by its first bytes, so that only the decoders we mean to expose ever see a stranger's file.
import { PictureError } from './errors.ts';

export type RasterFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff';

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** ISO base media files (AVIF, HEIC) list their brands in the first box: the major one, then those they are also good for. */
function isoBrands(bytes: Uint8Array): string[] {
  if (ascii(bytes, 4, 8) !== 'ftyp') return [];
  const size = Math.min(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0), bytes.length, 128);
  const brands: string[] = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
}

const looksLikeMarkup = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '');
  return /<svg|<!DOCTYPE svg/i.test(start) || /^\W{0,8}<\?xml/i.test(start);
};

/** @throws PictureError `not-a-picture`, `unsupported-format` or `drawing`. */
export function formatOf(bytes: Uint8Array): RasterFormat {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
  const brands = isoBrands(bytes);
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  if (brands.length > 0) throw new PictureError('unsupported-format', `a ${brands[0]} file: send JPEG, PNG or WebP`);
  if (ascii(bytes, 0, 4) === '8BPS') throw new PictureError('unsupported-format', 'a Photoshop file: export it first');
  if (startsWith(bytes, [0x49, 0x49, 0x2b, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2b]))
    throw new PictureError('unsupported-format', 'a BigTIFF file: export it as TIFF or JPEG');
  if (looksLikeMarkup(bytes)) throw new PictureError('drawing', 'SVG is not taken from outside: send PNG or JPEG');
  throw new PictureError('not-a-picture', bytes.length === 0 ? 'the file is empty' : 'the bytes are no picture');
}

/** How an original of this format is called on the disk. */
export const extensions: Readonly<Record<RasterFormat | 'svg', string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
  tiff: 'tif',
  svg: 'svg',
};
