// Draws a picture of a geometric pattern in a palette. The demo newspaper is illustrated with these and nothing else.
import type { Palette } from '../../story/section.ts';
import { layStraps, layTile } from './crafts.ts';
import { chooseDesign, layField } from './field.ts';
import { grain } from './film.ts';
import { lightUp } from './finish.ts';
import { glazeBy, type Scheme } from './glazes.ts';
import { colours } from './palettes.ts';
import { flatView } from './plane.ts';
import { seeded } from './random.ts';
import { openSheet } from './sheet.ts';

export interface PatternOptions {
  readonly palette: Palette;
  /** Any text: the same text, palette and size give the same drawing, byte for byte. */
  readonly seed: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export function patternSvg({ palette, seed, width, height }: PatternOptions): string {
  const random = seeded(`${palette} ${seed}`);
  const palettes = colours[palette];
  const sheet = openSheet({ width, height });
  const design = chooseDesign(random);
  const unit = Math.max(width, height) * random.between(0.2, 0.3);
  const view = flatView(unit, random.between(0, 0.5), [
    width * random.between(0.3, 0.7),
    height * random.between(0.3, 0.7),
  ]);
  const lace = layField(design, view, sheet, 8);
  const isStrapped = random.chance(0.5);
  const scheme = random.pick<Scheme>(['light', 'dark', 'tonal', 'gilded']);
  const glaze = glazeBy(scheme, lace.pieces, palettes, random, 0.1);
  layTile(sheet, lace, view, {
    glaze,
    grout: isStrapped ? palettes.ink : '#cfc4b0',
    joint: isStrapped ? 0.002 : 0.006,
  });
  if (isStrapped)
    layStraps(sheet, lace, view, {
      colour: scheme === 'gilded' ? palettes.warm : palettes.white,
      width: 0.27 / design.fold,
      gap: 0.004,
      relief: 0.5,
      shadow: 2.5,
    });
  lightUp(sheet, {
    x: random.between(0.2, 0.8),
    y: random.between(-0.1, 0.3),
    reach: 1,
    colour: '#fff3d6',
    strength: 0.22,
    shade: palettes.ink,
    depth: 0.6,
  });
  grain(sheet, seed, 0.7);
  return sheet.svg();
}
