// A wall of cut tile, with or without straps, straight ahead or going back to a side.
import { layStraps, layTile } from '../crafts.ts';
import { chooseDesign, layField } from '../field.ts';
import { lightUp } from '../finish.ts';
import { glazeBy, type Scheme } from '../glazes.ts';
import type { Piece } from '../lace.ts';
import { darker, mix } from '../palettes.ts';
import { distance, type Point } from '../plane.ts';
import { daylight, type Scene, wallView } from '../scene.ts';

export function tiledWall(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const design = chooseDesign(random);
  const view = wallView(scene, Math.max(sheet.width, sheet.height) * random.between(0.19, 0.3));
  const lace = layField(design, view, sheet, 12);
  const scheme = random.pick<Scheme>(['light', 'light', 'dark', 'tonal']);
  const isOld = random.chance(0.3);
  layTile(sheet, lace, view, {
    glaze: glazeBy(scheme, lace.pieces, colours, random, isOld ? 0.2 : 0.12),
    grout: mix('#cdbfa6', colours.pale, 0.2),
    joint: 0.05 / design.fold,
    ...(isOld ? { isMissing: fallen(scene, lace.pieces) } : {}),
  });
  lightUp(sheet, daylight(scene, 0.25, 0.62));
}

/** Old walls lose pieces in patches rather than one by one. */
function fallen({ random }: Scene, pieces: readonly Piece[]): (piece: Piece) => boolean {
  const patches = Array.from({ length: 5 }, () => {
    const piece = pieces[random.whole(0, pieces.length - 1)];
    return { at: piece?.centre ?? ([0, 0] as Point), radius: random.between(0.12, 0.4) };
  });
  const gone = new Set(
    pieces.filter((piece) => {
      const nearest = Math.min(...patches.map(({ at, radius }) => distance(at, piece.centre) / radius));
      return random.next() > nearest * 0.9 + 0.15;
    }),
  );
  return (piece) => gone.has(piece);
}

export function strappedWall(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const design = chooseDesign(random, ['eight', 'ten', 'ten', 'twelve-triangle', 'sixteen', 'sixteen']);
  const unit = Math.max(sheet.width, sheet.height) * random.between(0.22, 0.34);
  const view = wallView(scene, unit);
  const lace = layField(design, view, sheet, 10);
  const isGilded = random.chance(0.5);
  const scheme = isGilded ? 'gilded' : random.pick<Scheme>(['light', 'tonal', 'dark']);
  layTile(sheet, lace, view, {
    glaze: glazeBy(scheme, lace.pieces, colours, random, 0.1),
    grout: colours.ink,
    joint: 0.01 / design.fold,
  });
  layStraps(sheet, lace, view, {
    colour: isGilded ? colours.warm : random.pick([colours.white, darker(colours.white, 0.06), colours.pale]),
    width: random.between(0.2, 0.34) / design.fold,
    gap: 0.03 / design.fold,
    relief: 0.55,
    shadow: unit * 0.008,
  });
  lightUp(sheet, daylight(scene, 0.22, 0.66));
}
