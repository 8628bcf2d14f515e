// Plaster carved in two depths, or dark wood, in light that comes flat along the wall.
import { facing, layStraps, litBy } from '../crafts.ts';
import { chooseDesign, layField, localScale } from '../field.ts';
import { lightUp } from '../finish.ts';
import { darker, mix } from '../palettes.ts';
import { corner, dot, inset, type Polygon, subtract } from '../plane.ts';
import { daylight, type Scene, wallView } from '../scene.ts';
import type { Sheet } from '../sheet.ts';

export function carvedWall(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const design = chooseDesign(random, ['eight', 'ten', 'twelve-triangle', 'sixteen', 'sixteen', 'ten']);
  const unit = Math.max(sheet.width, sheet.height) * random.between(0.27, 0.4);
  const view = wallView(scene, unit);
  const lace = layField(design, view, sheet, 8);
  const isWood = random.chance(0.35);
  const body = isWood
    ? mix(colours.main, colours.deep, 0.45)
    : mix(colours.white, colours.bright, random.between(0.12, 0.5));
  const width = random.between(0.36, 0.48) / design.fold;
  const light = random.pick([-0.25, -0.75, -0.45]) * Math.PI;
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${darker(body, 0.62)}"/>`);
  // What was left standing in each recess: a lower face with sloping sides.
  for (const piece of lace.pieces) {
    const pixels = localScale(view, piece.centre);
    if (piece.area * pixels * pixels < 120) continue;
    const foot = inset(piece.corners, width * 0.8);
    const top = inset(piece.corners, width * 1.3);
    if (!staysWithin(piece.corners, top)) continue;
    slopes(sheet, foot.map(view), top.map(view), body, light);
    sheet.polygon(piece.parity === 0 ? darker(body, 0.1) : darker(body, 0.2), top.map(view));
  }
  layStraps(sheet, lace, view, {
    colour: body,
    width,
    gap: 0.02 / design.fold,
    relief: 0.62,
    light,
    shadow: unit * 0.02,
  });
  lightUp(sheet, {
    ...daylight(scene, 0.3, 0.72),
    colour: isWood ? '#ffd9a0' : '#fff0d0',
    x: light > -Math.PI / 2 ? 0.9 : 0.1,
  });
}

/** An inset that has turned inside out shows a corner that changed sides. */
function staysWithin(outer: Polygon, inner: Polygon): boolean {
  return inner.every((point, index) => {
    const before = subtract(corner(outer, index + 1), corner(outer, index));
    const after = subtract(corner(inner, index + 1), point);
    return dot(before, after) > 0;
  });
}

function slopes(sheet: Sheet, foot: Polygon, top: Polygon, body: string, light: number): void {
  foot.forEach((point, index) => {
    const slope = [corner(top, index), corner(top, index + 1), corner(foot, index + 1), point];
    sheet.polygon(litBy(light, facing(slope), darker(body, 0.18), 0.45), slope);
  });
}
