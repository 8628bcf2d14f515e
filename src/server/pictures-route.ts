// Answers for pictures: `/pictures/{hash}/{shape}@{x},{y}/{width}.{format}`, made once and kept by the pictures room, and the
// small patterns that stand where a picture has no file.

import { PictureError } from '../pictures/errors.ts';
import { readPatternPath } from '../pictures/patterns/address.ts';
import { patternTile } from '../pictures/patterns/tile.ts';
import type { Pictures } from '../pictures/store.ts';
import { readVariantPath, type Variant } from '../pictures/variants.ts';
import { type Answer, makeAnswer } from './answer.ts';
import { plainAnswer, type Route } from './http.ts';
import { everywhere } from './security.ts';

const YEAR = 'public, max-age=31536000, immutable';
/** A pattern keeps its address when its drawing is changed. */
const DAY = 'public, max-age=86400';

const picture = (type: string, body: Uint8Array, caching: string): Promise<Answer> =>
  makeAnswer({
    status: 200,
    headers: ['Content-Type', type, 'Cache-Control', caching, ...everywhere],
    body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    staleAt: Number.POSITIVE_INFINITY,
    compression: type.startsWith('image/svg') ? 'ready' : 'plain',
  });

const noPicture = (): Promise<Answer> => plainAnswer(404, 'There is no such picture.');

async function variantAnswer(pictures: Pictures, variant: Variant): Promise<Answer> {
  try {
    const bytes = await pictures.variant(variant);
    return bytes === null ? noPicture() : picture(`image/${variant.format}`, bytes, YEAR);
  } catch (error) {
    // Too many are being made: the browser asks again, and pages are not held up meanwhile.
    if (error instanceof PictureError && error.kind === 'busy') {
      return plainAnswer(503, 'Too many pictures at once. Try again in a moment.', ['Retry-After', '2']);
    }
    throw error;
  }
}

export function picturesRoute(pictures: Pictures): Route {
  return (_request, path) => {
    if (!path.startsWith('/pictures/')) return null;
    const palette = readPatternPath(path);
    if (palette !== null) return picture('image/svg+xml', Buffer.from(patternTile(palette)), DAY);
    const variant = readVariantPath(path);
    return variant === null ? noPicture() : variantAnswer(pictures, variant);
  };
}
