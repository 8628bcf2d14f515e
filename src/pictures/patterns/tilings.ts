// The hidden grids under the patterns: tilings of the plane by polygons that touch edge to edge.
// Hankin (The Drawing of Geometric Patterns in Saracenic Art, 1925) found such grids scratched into plaster under the
// finished patterns; Bonner (Islamic Geometric Patterns, 2017) catalogues them. A tiling's lattice spacing is 1.
import { add, angleOf, centroid, distance, length, lerp, type Point, polar, rotate, scale, subtract } from './plane.ts';

/** Where two tiles touch, and the way into the tile from there. */
export interface Contact {
  readonly middle: Point;
  readonly inward: Point;
}

export interface Tile {
  readonly centre: Point;
  /** Counter-clockwise. In a regular tile they lie evenly around the centre. */
  readonly contacts: readonly Contact[];
  readonly isRegular: boolean;
}

interface Tiling {
  readonly across: Point;
  readonly up: Point;
  /** The tiles of one cell of the lattice; repeated along both vectors they cover the plane once. */
  readonly cell: readonly Tile[];
}

const degrees = Math.PI / 180;

const regularTile = (sides: number, apothem: number, angle: number, centre: Point = [0, 0]): Tile => ({
  centre,
  contacts: Array.from({ length: sides }, (_, edge): Contact => {
    const outward = polar(1, angle + (edge * 2 * Math.PI) / sides);
    return { middle: add(centre, scale(outward, apothem)), inward: scale(outward, -1) };
  }),
  isRegular: true,
});

const moved = ({ contacts, centre, isRegular }: Tile, offset: Point): Tile => ({
  centre: add(centre, offset),
  contacts: contacts.map(({ middle, inward }) => ({ middle: add(middle, offset), inward })),
  isRegular,
});

/** The contacts of large polygons that face a hole between them: all that are within `reach` of its middle. */
function gapTile(neighbours: readonly Tile[], centre: Point, reach: number): Tile {
  const contacts = neighbours
    .flatMap((tile) => tile.contacts)
    .filter(({ middle }) => distance(middle, centre) < reach - 1e-6)
    // A contact between two of the neighbours themselves is found twice, and faces no hole.
    .filter(({ middle }, _, all) => all.filter((other) => distance(other.middle, middle) < 1e-6).length === 1)
    .map(({ middle, inward }) => ({ middle, inward: scale(inward, -1) }));
  contacts.sort((one, other) => angleOf(subtract(one.middle, centre)) - angleOf(subtract(other.middle, centre)));
  const radii = contacts.map(({ middle }) => distance(middle, centre));
  return { centre, contacts, isRegular: Math.max(...radii) - Math.min(...radii) < 1e-6 && contacts.length < 6 };
}

/** Regular polygons touching their neighbours along two lattice vectors, and what is left between them. */
function touching(sides: number, up: Point): Tiling {
  const across: Point = [1, 0];
  const whole = regularTile(sides, 0.5, 0);
  const all = [[0, 0], across, up, add(across, up)].map((offset) => moved(whole, [offset[0] ?? 0, offset[1] ?? 0]));
  const isTriangular = Math.abs(up[0] - 0.5) < 1e-9;
  const gaps = isTriangular ? [all.slice(0, 3), all.slice(1)] : [all];
  return {
    across,
    up,
    cell: [
      whole,
      ...gaps.map((neighbours) => {
        const centre = centroid(neighbours.map((tile) => tile.centre));
        // Up to the middles between neighbours, where the hole ends.
        const reach = Math.max(
          ...neighbours.slice(1).map((tile) => distance(lerp(whole.centre, tile.centre, 0.5), centre)),
        );
        return gapTile(neighbours, centre, isTriangular ? 1 / Math.sqrt(12) + 0.03 : reach);
      }),
    ],
  };
}

/** Sixteen-sided polygons on a square lattice, an octagon in each hole, and what is left between the three of them. */
function sixteenAndEight(): Tiling {
  const whole = regularTile(16, 0.5, 0);
  const octagon = regularTile(8, Math.SQRT1_2 - 0.5, 0, [0.5, 0.5]);
  const wedge = (angle: number): Tile => {
    const turn = (point: Point): Point => add(rotate(subtract(point, [0.5, 0.5]), angle), [0.5, 0.5]);
    const side = octagon.contacts[6];
    const edges = [...whole.contacts, ...moved(whole, [1, 0]).contacts].filter(
      ({ middle }) => middle[1] > 0.15 && middle[1] < 0.25 && middle[0] > 0 && middle[0] < 1,
    );
    const contacts = [...edges, ...(side ? [side] : [])].map(({ middle, inward }) => ({
      middle: turn(middle),
      inward: rotate(scale(inward, -1), angle),
    }));
    return { centre: turn([0.5, 0.2]), contacts, isRegular: false };
  };
  return {
    across: [1, 0],
    up: [0, 1],
    cell: [whole, octagon, ...[0, 90, 180, 270].map((angle) => wedge(angle * degrees))],
  };
}

/**
 * By the stars that they bring. Tilings whose chief figure is a six-pointed star are left out on purpose: on the front
 * page of an Arab newspaper it is read as an emblem.
 */
export const tilingNames = [
  'eight',
  'ten',
  'twelve-square',
  'twelve-triangle',
  'sixteen',
  'eighteen',
  'twenty-four',
] as const;
export type TilingName = (typeof tilingNames)[number];

const triangular = polar(1, 60 * degrees);
const rhombic = polar(1, 72 * degrees);

const makers: Readonly<Record<TilingName, () => Tiling>> = {
  eight: () => touching(8, [0, 1]),
  ten: () => touching(10, rhombic),
  'twelve-square': () => touching(12, [0, 1]),
  'twelve-triangle': () => touching(12, triangular),
  sixteen: sixteenAndEight,
  eighteen: () => touching(18, triangular),
  'twenty-four': () => touching(24, triangular),
};

/** All tiles of the tiling whose centres satisfy `isWanted`, looking no further from the origin than `reach`. */
export function layTiles(name: TilingName, reach: number, isWanted: (centre: Point) => boolean = () => true): Tile[] {
  const { across, up, cell } = makers[name]();
  const laid: Tile[] = [];
  const rows = Math.ceil(reach / Math.abs(up[1])) + 1;
  for (let row = -rows; row <= rows; row += 1) {
    const shift = Math.round(row * up[0]);
    const columns = Math.ceil(reach) + 1;
    for (let column = -columns - shift; column <= columns - shift; column += 1) {
      const offset = add(scale(across, column), scale(up, row));
      for (const tile of cell) {
        const centre = add(tile.centre, offset);
        if (length(centre) <= reach && isWanted(centre)) laid.push(moved(tile, offset));
      }
    }
  }
  return laid;
}
