// Turns a heap of lines into what a craftsman sees in them: the pieces between the lines, their kinds, and the strands
// that can be woven. The pieces of such a pattern always take two colours like a chessboard, since an even number of
// lines meets at every crossing (Kaplan 2005); the weaving follows from the same colouring.

import type { Segment } from './motifs.ts';
import { add, angleOf, area, centroid, cross, distance, type Point, type Polygon, scale, subtract } from './plane.ts';

export interface Piece {
  readonly corners: Polygon;
  readonly centre: Point;
  readonly area: number;
  /** Which colour of the chessboard. */
  readonly parity: 0 | 1;
  /** Pieces of one shape have one kind, numbered from the largest shape down. */
  readonly kind: number;
}

/** One stretch of a line between two knots. Walking along it, the pieces of parity 0 lie to the left. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Knot {
  readonly at: Point;
  /** The knots around it, counter-clockwise. */
  readonly around: readonly number[];
}

export interface Lace {
  readonly knots: readonly Knot[];
  readonly stretches: readonly Stretch[];
  readonly pieces: readonly Piece[];
  /** How many kinds of pieces there are. */
  readonly kinds: number;
}

const tolerance = 1e-5;

/** Cuts every segment where others of the same tile cross it; segments of different tiles only touch at their ends. */
function cutAtCrossings(segments: readonly Segment[]): Segment[] {
  const cuts = segments.map((): number[] => [0, 1]);
  segments.forEach(([a, b], one) => {
    const along = subtract(b, a);
    for (let other = one + 1; other < segments.length; other += 1) {
      const against = segments[other];
      if (!against) continue;
      const across = subtract(against[1], against[0]);
      const turn = cross(along, across);
      if (Math.abs(turn) < 1e-9) continue;
      const gap = subtract(against[0], a);
      const here = cross(gap, across) / turn;
      const there = cross(gap, along) / turn;
      if (here < -tolerance || here > 1 + tolerance || there < -tolerance || there > 1 + tolerance) continue;
      cuts[one]?.push(here);
      cuts[other]?.push(there);
    }
  });
  return segments.flatMap(([a, b], index) => {
    const places = (cuts[index] ?? []).sort((x, y) => x - y);
    const at = (share: number): Point => add(a, scale(subtract(b, a), share));
    return places.slice(1).flatMap((share, before): Segment[] => {
      const start = places[before] ?? 0;
      return share - start < 1e-4 ? [] : [[at(start), at(share)]];
    });
  });
}

const sameWithin = 2e-4;

/** Gives points that are the same but for rounding the same number. */
function numbering(): { numberOf(point: Point): number; points: Point[] } {
  const cellsPerUnit = 1024;
  const known = new Map<number, number[]>();
  const points: Point[] = [];
  const key = (x: number, y: number): number => (x + 0x8000) * 0x10000 + (y + 0x8000);
  const cell = (value: number): number => Math.floor(value * cellsPerUnit);
  return {
    points,
    numberOf(point) {
      const [x, y] = point;
      // Only a point beside the edge of its cell can have its like in the next one.
      for (let column = cell(x - sameWithin); column <= cell(x + sameWithin); column += 1)
        for (let row = cell(y - sameWithin); row <= cell(y + sameWithin); row += 1)
          for (const candidate of known.get(key(column, row)) ?? []) {
            const there = points[candidate];
            if (there && distance(there, point) < sameWithin) return candidate;
          }
      const number = points.push(point) - 1;
      const home = key(cell(x), cell(y));
      const list = known.get(home);
      if (list) list.push(number);
      else known.set(home, [number]);
      return number;
    },
  };
}

/** @param heaps the segments of each tile */
export function lace(heaps: readonly (readonly Segment[])[]): Lace {
  const { numberOf, points } = numbering();
  const neighbours: Set<number>[] = [];
  for (const heap of heaps)
    for (const [a, b] of cutAtCrossings(heap)) {
      const from = numberOf(a);
      const to = numberOf(b);
      if (from === to) continue;
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const set = neighbours[one] ?? new Set();
        neighbours[one] = set.add(other);
      }
    }
  const knots = points.map((at, index): Knot => {
    const turned = [...(neighbours[index] ?? [])].map((other) => ({
      other,
      angle: angleOf(subtract(points[other] ?? at, at)),
    }));
    return { at, around: turned.sort((one, other) => one.angle - other.angle).map(({ other }) => other) };
  });
  return named(knots, walkAround(knots));
}

interface Walk {
  readonly knots: number[];
  readonly corners: Polygon;
  readonly area: number;
  readonly turns: number;
}

interface Walks {
  readonly walks: readonly Walk[];
  /** Which walk has a directed edge on its left. */
  walkOf(from: number, to: number): number;
}

/** The pieces: from each directed edge, always take the sharpest left turn. The outside comes out clockwise. */
function walkAround(knots: readonly Knot[]): Walks {
  const first: number[] = [];
  let edges = 0;
  for (const knot of knots) {
    first.push(edges);
    edges += knot.around.length;
  }
  const owner = new Int32Array(edges).fill(-1);
  const slot = (from: number, to: number): number => (first[from] ?? 0) + (knots[from]?.around.indexOf(to) ?? 0);
  const walks: Walk[] = [];
  knots.forEach((start, index) => {
    for (const second of start.around) {
      if (owner[slot(index, second)] !== -1) continue;
      const path: number[] = [];
      let [from, to] = [index, second];
      for (let edge = slot(from, to); owner[edge] === -1; edge = slot(from, to)) {
        owner[edge] = walks.length;
        path.push(from);
        const around: readonly number[] = knots[to]?.around ?? [];
        const next: number = around[(around.indexOf(from) - 1 + around.length) % around.length] ?? from;
        [from, to] = [to, next];
      }
      const corners = path.map((knot) => knots[knot]?.at ?? start.at);
      walks.push({ knots: path, corners, area: area(corners), turns: bends(corners).filter(Boolean).length });
    }
  });
  return { walks, walkOf: (from, to) => owner[slot(from, to)] ?? -1 };
}

function named(knots: readonly Knot[], found: Walks): Lace {
  const { walks, walkOf } = found;
  const parity = chessboard(found);
  const shapes = walks.map((walk, index) => `${parity[index]} ${walk.turns} ${Math.round(walk.area * 4000)}`);
  const isPiece = (walk: Walk): boolean => walk.area > 1e-6;
  const areas = new Map<string, number>();
  walks.forEach((walk, index) => {
    if (isPiece(walk)) areas.set(shapes[index] ?? '', walk.area);
  });
  const kinds = new Map([...areas].sort((one, other) => other[1] - one[1]).map(([shape], kind) => [shape, kind]));
  const pieces = walks.flatMap((walk, index): Piece[] =>
    isPiece(walk)
      ? [
          {
            corners: straightened(walk.corners),
            centre: centroid(walk.corners),
            area: walk.area,
            parity: parity[index] ?? 0,
            kind: kinds.get(shapes[index] ?? '') ?? 0,
          },
        ]
      : [],
  );
  const stretches: Stretch[] = [];
  knots.forEach(({ around }, from) => {
    for (const to of around) if (parity[walkOf(from, to)] === 0) stretches.push({ from, to });
  });
  return { knots, stretches, pieces, kinds: kinds.size };
}

/** Neighbours across a line differ; the outside takes part like any piece. */
function chessboard({ walks, walkOf }: Walks): (0 | 1)[] {
  const parity: (0 | 1)[] = [];
  walks.forEach((_, first) => {
    if (parity[first] !== undefined) return;
    parity[first] = 0;
    const waiting = [first];
    for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
      const path = walks[current]?.knots ?? [];
      const other = parity[current] === 0 ? 1 : 0;
      path.forEach((from, index) => {
        const across = walkOf(path[(index + 1) % path.length] ?? from, from);
        if (across === -1 || parity[across] !== undefined) return;
        parity[across] = other;
        waiting.push(across);
      });
    }
  });
  // The pieces with the most corners are the stars: parity 0 is theirs in every pattern.
  const most = (side: 0 | 1): number =>
    Math.max(0, ...walks.map((walk, index) => (walk.area > 0 && parity[index] === side ? walk.turns : 0)));
  return most(1) > most(0) ? parity.map((side) => (side === 0 ? 1 : 0)) : parity;
}

const bends = (corners: Polygon): boolean[] =>
  corners.map((at, index) => {
    const before = corners.at(index - 1) ?? at;
    const after = corners[(index + 1) % corners.length] ?? at;
    return Math.abs(cross(subtract(at, before), subtract(after, at))) > 1e-7;
  });

function straightened(corners: Polygon): Polygon {
  const isBend = bends(corners);
  return corners.filter((_, index) => isBend[index]);
}
