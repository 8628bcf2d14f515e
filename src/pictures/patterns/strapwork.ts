// Straps laid along the lines of a pattern and woven over and under each other, each half of a strap facing its own way.
import type { Knot, Lace } from './lace.ts';
import { add, cross, dot, leftOf, meet, type Point, type Polygon, scale, subtract, unit } from './plane.ts';

/** A stretch of strap between two knots, and its two sides from the ridge down. In each, the first two corners lie on the ridge. */
export interface Strap {
  readonly outline: Polygon;
  readonly sides: readonly [left: Polygon, right: Polygon];
}

export interface StrapOptions {
  /** In units of the pattern. */
  readonly width: number;
  /** How much of the strap below is left open beside the one above; 0 lays them flat into each other. */
  readonly gap: number;
}

type Ends = readonly [left: Point, right: Point];

/**
 * All straps. Over or under is read from the chessboard: a stretch with parity 0 on its left passes over
 * at its end and under at its beginning, which makes every strand go over and under by turns.
 */
export function straps({ knots, stretches }: Lace, options: StrapOptions): Strap[] {
  return stretches.flatMap(({ from, to }) => {
    const start = knots[from];
    const end = knots[to];
    if (!start || !end) return [];
    const along = unit(subtract(end.at, start.at));
    // Seen from its end a stretch runs backwards, so left and right change places.
    const [startRight, startLeft] = endsAt(start, end.at, from, to, knots, 'under', options);
    const [endLeft, endRight] = endsAt(end, start.at, to, from, knots, 'over', options);
    const ridgeStart = scale(add(startLeft, startRight), 0.5);
    const ridgeEnd = scale(add(endLeft, endRight), 0.5);
    if (dot(subtract(ridgeEnd, ridgeStart), along) <= 0) return [];
    return [
      {
        outline: [startLeft, startRight, endRight, endLeft],
        sides: [
          [ridgeStart, ridgeEnd, endLeft, startLeft],
          [ridgeEnd, ridgeStart, startRight, endRight],
        ],
      },
    ];
  });
}

/** The two corners of a strap that arrives at a knot from `origin`, left and right as it arrives. */
function endsAt(
  knot: Knot,
  origin: Point,
  self: number,
  other: number,
  knots: readonly Knot[],
  passes: 'over' | 'under',
  { width, gap }: StrapOptions,
): Ends {
  const half = width / 2;
  const along = unit(subtract(knot.at, origin));
  const left = leftOf(along);
  const square: Ends = [add(knot.at, scale(left, half)), add(knot.at, scale(left, -half))];
  const direction = (index: number | undefined): Point | null => {
    const there = index === undefined ? undefined : knots[index];
    return there ? unit(subtract(there.at, knot.at)) : null;
  };
  const position = knot.around.indexOf(other);
  const degree = knot.around.length;
  if (self === other || degree < 2) return square;
  if (degree === 4 && passes === 'under') {
    const above = direction(knot.around[(position + 1) % 4]);
    return above ? cutBeside(knot.at, along, above, half, half + gap, square) : square;
  }
  const onward = direction(knot.around[(position + degree / 2) % degree]);
  return onward && degree % 2 === 0 ? mitred(knot.at, along, onward, half, square) : square;
}

/** Where a strap passes below another: along that one's near side. */
function cutBeside(at: Point, along: Point, above: Point, half: number, clear: number, otherwise: Ends): Ends {
  const side = cross(above, along) > 0 ? scale(leftOf(above), -1) : leftOf(above);
  const near = add(at, scale(side, clear));
  const left = leftOf(along);
  const ends = [half, -half].map((offset) => meet(add(at, scale(left, offset)), along, near, above));
  return ends[0] && ends[1] ? [ends[0], ends[1]] : otherwise;
}

/** Where a strap bends; points longer than three widths are cut off square. */
function mitred(at: Point, along: Point, onward: Point, half: number, otherwise: Ends): Ends {
  const corners = [half, -half].map((offset) =>
    meet(add(at, scale(leftOf(along), offset)), along, add(at, scale(leftOf(onward), offset)), onward),
  );
  const [left, right] = corners;
  if (!left || !right || dot(subtract(left, at), subtract(left, at)) > 36 * half * half) return otherwise;
  return [left, right];
}
