// Brick and glazed brick, laid to a square grid as on the great brick towers: hazarbaf, "a thousand weaves". Everything is
// mirrored both ways, and no letters are imitated: a square script that says nothing would be a false word.
import { lightUp } from '../finish.ts';
import { darker, isNear, lighter, mix } from '../palettes.ts';
import { inset, type Point, type Polygon, type View } from '../plane.ts';
import type { Random } from '../random.ts';
import { daylight, type Scene, wallView } from '../scene.ts';

/** Cells from the middle of a figure to where it repeats. */
type Weave = (right: number, up: number) => 0 | 1 | 2;

export function brickWall(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const half = random.pick([8, 9, 10, 12]);
  const weave = chooseWeave(random, half);
  const unit = Math.max(sheet.width, sheet.height) / random.between(30, 42);
  const view = wallView(scene, unit);
  const fired = mix('#c99f72', colours.warm, 0.2);
  const glazes = isNear(colours.main, fired)
    ? ([colours.second, mix(colours.second, colours.white, 0.5)] as const)
    : ([colours.main, mix(colours.bright, colours.white, 0.2)] as const);
  const mortar = mix('#b9a98c', colours.ink, 0.18);
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${mortar}"/>`);
  const bricks = cellsInSight(scene, view, unit).flatMap(([column, row]) => {
    const kind = weave(folded(column, half), folded(row, half));
    const base = kind === 0 ? fired : (glazes[kind - 1] ?? fired);
    return bricksAt(column, row, kind).map((corners) => ({
      corners,
      colour: burnt(base, random, kind === 0 ? 0.24 : 0.16),
    }));
  });
  const moved = (corners: Polygon, by: number): Polygon => corners.map(([x, y]): Point => view([x + by, y - by]));
  sheet.layer();
  for (const { corners } of bricks) sheet.polygon(darker(mortar, 0.55), moved(corners, -0.05));
  sheet.layer();
  for (const { corners, colour } of bricks) sheet.polygon(lighter(colour, 0.45), moved(corners, 0));
  sheet.layer();
  for (const { corners, colour } of bricks) sheet.polygon(colour, moved(inset(corners, 0.02), 0.014));
  lightUp(sheet, daylight(scene, 0.26, 0.64));
}

/** Distance from the nearest mirror, for a plane that is mirrored at every `half` cells. */
function folded(cell: number, half: number): number {
  const place = ((cell % (2 * half)) + 2 * half) % (2 * half);
  return Math.min(place, 2 * half - place);
}

/** Bands around the corners and the middle of each figure, by two ways of measuring how far a cell is from them. */
function chooseWeave(random: Random, half: number): Weave {
  const stride = random.pick([4, 5, 6]);
  const offset = random.whole(0, stride - 1);
  const arms = random.pick([1, 2]);
  const style = random.pick(['diamonds', 'crosses', 'frets']);
  return (right, up) => {
    const diagonal = right + up;
    const square = Math.max(right, up);
    const nearest = Math.min(right, up);
    if (style === 'diamonds') {
      const band = (diagonal + offset) % stride;
      if (band === 0) return 1;
      return diagonal === half || (band === Math.floor(stride / 2) && nearest <= arms) ? 2 : 0;
    }
    if (style === 'crosses') {
      if (nearest === 0 && diagonal <= half - 2) return 1;
      if (Math.abs(diagonal - half) <= 1 && (right + offset) % 2 === 0) return 2;
      return (square + offset) % stride === 0 && nearest > arms && diagonal < half + 2 ? 1 : 0;
    }
    const ring = (square + offset) % stride;
    if (ring === 0 && nearest !== arms) return 1;
    return ring === 2 && nearest === arms ? 2 : (diagonal + offset) % (stride + 2) === 0 ? 1 : 0;
  };
}

/** Columns and rows whose bricks may show; the view is undone by looking at its corners. */
function cellsInSight({ sheet }: Scene, view: View, unit: number): Point[] {
  const reach = Math.ceil((Math.hypot(sheet.width, sheet.height) / unit) * 1.6);
  const cells: Point[] = [];
  for (let row = -reach; row <= reach; row += 1)
    for (let column = -reach; column <= reach; column += 1) {
      const [x, y] = view([column, row]);
      if (x > -unit * 2 && x < sheet.width + unit * 2 && y > -unit * 2 && y < sheet.height + unit * 2)
        cells.push([column, row]);
    }
  return cells;
}

/** A glazed brick fills its square; of plain bricks two lie in one, flat or on end by turns, like a woven basket. */
function bricksAt(column: number, row: number, kind: 0 | 1 | 2): Polygon[] {
  const joint = 0.04;
  const box = (left: number, top: number, width: number, height: number): Polygon =>
    inset(
      [
        [column + left, row + top],
        [column + left + width, row + top],
        [column + left + width, row + top + height],
        [column + left, row + top + height],
      ],
      joint,
    );
  if (kind !== 0) return [box(-0.5, -0.5, 1, 1)];
  return (column + row) % 2 === 0
    ? [box(-0.5, -0.5, 1, 0.5), box(-0.5, 0, 1, 0.5)]
    : [box(-0.5, -0.5, 0.5, 1), box(0, -0.5, 0.5, 1)];
}

/** No two bricks stand in the same place in the kiln. */
function burnt(colour: string, random: Random, unevenness: number): string {
  const heat = random.whole(-3, 3) / 3;
  return heat > 0 ? lighter(colour, heat * unevenness) : darker(colour, -heat * unevenness);
}
