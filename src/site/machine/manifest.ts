// The web app manifest of an edition: how the paper stands on a phone's home screen.
import { frontPath } from '../../story/address.ts';
import type { Edition } from '../../story/edition.ts';
import type { Assets } from '../assets.ts';
import { excerpt, line } from './excerpt.ts';
import { type SignSize, signBitmap, signVector } from './sign.ts';

/** `--paper` of the stylesheet, in light. */
const PAPER = '#fffefb';
/** Home screens cut a longer name themselves, and less well. */
const SHORT_NAME = 24;

export function manifestDocument(edition: Edition, assets: Assets): string {
  const front = frontPath(edition);
  const bitmap = (size: SignSize) => ({ src: signBitmap(assets, size), sizes: `${size}x${size}`, type: 'image/png' });
  return JSON.stringify({
    id: front,
    name: line(edition.name),
    short_name: excerpt(edition.name, SHORT_NAME),
    ...(edition.motto === '' ? {} : { description: line(edition.motto) }),
    lang: edition.language,
    dir: edition.direction,
    start_url: front,
    scope: front,
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: PAPER,
    categories: ['news'],
    icons: [{ src: signVector(assets), sizes: 'any', type: 'image/svg+xml' }, bitmap(192), bitmap(512)],
  });
}
