// The web app manifest of an edition: how the paper stands on a phone's home screen.
import { frontPath } from '../../story/address.ts';
import type { Edition } from '../../story/edition.ts';
import { excerpt, line } from './excerpt.ts';
import { type Bitmap, iconColours, iconPath, iconSize, iconType, vectorIconPath } from './icon.ts';

const bitmap = (name: Bitmap, purpose: 'any' | 'maskable') => ({
  src: iconPath(name),
  sizes: `${iconSize(name)}x${iconSize(name)}`,
  type: iconType(name),
  purpose,
});

export function manifestDocument(edition: Edition): string {
  const front = frontPath(edition);
  return JSON.stringify({
    id: front,
    name: line(edition.name),
    short_name: excerpt(edition.name, 24),
    ...(edition.motto === '' ? {} : { description: line(edition.motto) }),
    lang: edition.language,
    dir: edition.direction,
    start_url: front,
    scope: front,
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: iconColours.ground,
    categories: ['news'],
    icons: [
      { src: vectorIconPath, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      bitmap('medium', 'any'),
      bitmap('large', 'any'),
      bitmap('maskable', 'maskable'),
    ],
  });
}
