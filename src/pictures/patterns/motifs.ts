// The lines inside the tiles, by Hankin's method of polygons in contact: from the middle of every edge two lines set out
// at the same angle and run until they meet others. Where tiles touch, lines pass straight through, which hides the grid.
// Sources: Hankin 1925; Kaplan, Islamic Star Patterns from Polygons in Contact (Graphics Interface 2005), from whom
// come the matching in irregular tiles and the extension of lines beyond their first meeting.
import { add, angleOf, cross, distance, dot, lerp, meet, type Point, polar, rotate, scale, subtract } from './plane.ts';
import type { Tile } from './tilings.ts';

export type Segment = readonly [Point, Point];

export interface Rosette {
  /** How far the sides of the petals run on beyond the first meeting, as a share of its distance from the centre. */
  readonly run: number;
  /** Where the petals' inner points lie, as a share of the way from the centre to where their sides end. */
  readonly tip: number;
  /** At which of their further meetings the lines turn that have closed the petals: 0 ends them there. */
  readonly core: number;
}

export interface MotifOptions {
  /** Between a line and the edge's inward normal, in radians. Small makes thin points, large makes broad ones. */
  readonly lean: number;
  /** In the large regular tiles, at which of its meetings a line turns: 1 makes a star, 2 or more star within star. */
  readonly meetings: number;
  /** Petals around a star in the large regular tiles, instead of a star alone. */
  readonly rosette: Rosette | null;
}

export function motif(tile: Tile, options: MotifOptions): Segment[] {
  const isLarge = tile.contacts.length >= 8;
  if (!tile.isRegular) return matched(tile, options.lean);
  if (isLarge && options.rosette) return rosette(tile, options.lean, options.rosette);
  return star(tile, { ...options, meetings: isLarge ? options.meetings : 1 });
}

interface Spokes {
  readonly sides: number;
  readonly apothem: number;
  /** Towards the first contact. */
  readonly start: number;
  /** From a contact to the corner beside it. */
  readonly step: number;
}

function spokesOf({ contacts, centre }: Tile): Spokes {
  const middle = contacts[0]?.middle ?? centre;
  const sides = contacts.length;
  return { sides, apothem: distance(middle, centre), start: angleOf(subtract(middle, centre)), step: Math.PI / sides };
}

/** By the law of sines in the triangle of centre, contact and meeting point. */
function star(tile: Tile, { lean, meetings }: MotifOptions): Segment[] {
  const { sides, apothem, start, step } = spokesOf(tile);
  const turn = Math.max(1, Math.min(meetings, Math.floor(sides / 2) - 1));
  const radius = (apothem * Math.sin(lean)) / Math.sin(lean + turn * step);
  return tile.contacts.flatMap(({ middle }, edge) =>
    [1, -1].map((side): Segment => {
      const angle = start + (2 * edge + side * turn) * step;
      return [middle, add(tile.centre, polar(radius, angle))];
    }),
  );
}

/**
 * The classical rosette: lines meet at the shoulders of the petals, run on as the petals' sides, parallel to their axes
 * (A. J. Lee, Islamic Star Patterns, Muqarnas 4, 1987), close each petal with a point, and cross once more around the
 * star in the centre. Between the petals the star's arms reach out to the shoulders.
 */
function rosette(tile: Tile, lean: number, { run, tip: depth, core }: Rosette): Segment[] {
  const { apothem, start, step } = spokesOf(tile);
  const reach = (apothem * Math.sin(lean)) / Math.sin(lean + step);
  return tile.contacts.flatMap(({ middle, inward }, edge) =>
    [1, -1].flatMap((side): Segment[] => {
      const angle = start + 2 * edge * step;
      const shoulder = add(tile.centre, polar(reach, angle + side * step));
      const neck = add(shoulder, scale(inward, reach * run));
      const tip = add(tile.centre, polar(reach * (Math.cos(step) - run) * depth, angle));
      const turn = polar(1, angle - side * core * step);
      const end = core > 0 ? meet(neck, subtract(tip, neck), tile.centre, turn) : null;
      const petal: Segment[] = [
        [middle, shoulder],
        [shoulder, neck],
        [neck, tip],
      ];
      return end ? [...petal, [tip, end]] : petal;
    }),
  );
}

/** Kaplan's rule for tiles of any shape: lines are paired so that those which meet soonest meet first. */
function matched({ contacts }: Tile, lean: number): Segment[] {
  const rays = contacts.flatMap(({ middle, inward }, edge) =>
    [lean, -lean].map((angle) => ({ edge, middle, along: rotate(inward, angle) })),
  );
  const meetings: { one: number; other: number; at: Point; cost: number }[] = [];
  rays.forEach((ray, one) => {
    rays.slice(one + 1).forEach((against, later) => {
      if (against.edge === ray.edge) return;
      const at = meetingOf(ray, against);
      if (!at) return;
      meetings.push({ one, other: one + 1 + later, at, cost: distance(at, ray.middle) + distance(at, against.middle) });
    });
  });
  meetings.sort((a, b) => a.cost - b.cost || a.one - b.one || a.other - b.other);
  const done = new Set<number>();
  const segments: Segment[] = [];
  for (const { one, other, at } of meetings) {
    if (done.has(one) || done.has(other)) continue;
    for (const index of [one, other]) {
      done.add(index);
      const ray = rays[index];
      if (ray) segments.push([ray.middle, at]);
    }
  }
  return segments;
}

interface Ray {
  readonly middle: Point;
  readonly along: Point;
}

/** Where two rays meet ahead of both; half-way when they run straight at each other. */
function meetingOf(one: Ray, other: Ray): Point | null {
  const between = subtract(other.middle, one.middle);
  const isHeadOn = dot(one.along, other.along) < -1 + 1e-6 && Math.abs(cross(one.along, between)) < 1e-6;
  const at = isHeadOn ? lerp(one.middle, other.middle, 0.5) : meet(one.middle, one.along, other.middle, other.along);
  if (!at) return null;
  const isAhead = (ray: Ray): boolean => dot(subtract(at, ray.middle), ray.along) > 1e-6;
  return isAhead(one) && isAhead(other) ? at : null;
}
