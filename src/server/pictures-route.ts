// Answers for pictures: `/pictures/{hash}/{shape}@{x},{y}/{width}.{format}`, made once and kept by the pictures room.

import type { Pictures } from '../pictures/store.ts';
import { readVariantPath } from '../pictures/variants.ts';
import { makeAnswer } from './answer.ts';
import { plainAnswer, type Route } from './http.ts';
import { everywhere } from './security.ts';

export function picturesRoute(pictures: Pictures): Route {
  return (_request, path) => {
    if (!path.startsWith('/pictures/')) return null;
    const variant = readVariantPath(path);
    if (variant === null) return plainAnswer(404, 'There is no such picture.');
    return pictures.variant(variant).then((bytes) =>
      bytes === null
        ? plainAnswer(404, 'There is no such picture.')
        : makeAnswer({
            status: 200,
            headers: [
              'Content-Type',
              `image/${variant.format}`,
              'Cache-Control',
              'public, max-age=31536000, immutable',
              ...everywhere,
            ],
            body: bytes,
            staleAt: Number.POSITIVE_INFINITY,
            compression: 'plain',
          }),
    );
  };
}
