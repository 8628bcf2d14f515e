// Points, lines and polygons of the plane, as little of it as the patterns need. Angles in radians, counter-clockwise.

export type Point = readonly [x: number, y: number];
export type Polygon = readonly Point[];

export const add = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Point, factor: number): Point => [a[0] * factor, a[1] * factor];
export const lerp = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
export const length = (a: Point): number => Math.hypot(a[0], a[1]);
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const polar = (radius: number, angle: number): Point => [radius * Math.cos(angle), radius * Math.sin(angle)];
export const angleOf = (a: Point): number => Math.atan2(a[1], a[0]);
/** A quarter turn to the left. */
export const leftOf = (a: Point): Point => [-a[1], a[0]];

export function unit(a: Point): Point {
  const size = length(a);
  return size === 0 ? [0, 0] : [a[0] / size, a[1] / size];
}

export function rotate(a: Point, angle: number): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [a[0] * cos - a[1] * sin, a[0] * sin + a[1] * cos];
}

/** Where two lines meet, each given by a point and a direction; null when they are parallel. */
export function meet(p: Point, along: Point, q: Point, other: Point): Point | null {
  const turn = cross(along, other);
  if (Math.abs(turn) < 1e-9) return null;
  return add(p, scale(along, cross(subtract(q, p), other) / turn));
}

export function centroid(polygon: Polygon): Point {
  let x = 0;
  let y = 0;
  for (const point of polygon) {
    x += point[0];
    y += point[1];
  }
  return [x / polygon.length, y / polygon.length];
}

/** Positive when the corners run counter-clockwise. */
export function area(polygon: Polygon): number {
  let twice = 0;
  let before = polygon.at(-1);
  for (const point of polygon) {
    if (before) twice += cross(before, point);
    before = point;
  }
  return twice / 2;
}

export const regular = (sides: number, radius: number, angle: number, centre: Point = [0, 0]): Polygon =>
  Array.from({ length: sides }, (_, corner) => add(centre, polar(radius, angle + (corner * 2 * Math.PI) / sides)));

/** Corner at an index that may run past either end. */
export function corner(polygon: Polygon, index: number): Point {
  const point = polygon[((index % polygon.length) + polygon.length) % polygon.length];
  if (!point) throw new RangeError('a polygon without corners');
  return point;
}

/** The polygon drawn in by so much on every side; sharp corners go no further in than four times that. Counter-clockwise in, same out. */
export function inset(polygon: Polygon, depth: number): Polygon {
  return polygon.map((point, index) => {
    const before = unit(subtract(point, corner(polygon, index - 1)));
    const after = unit(subtract(corner(polygon, index + 1), point));
    const inward = unit(add(leftOf(before), leftOf(after)));
    const share = Math.max(dot(inward, leftOf(before)), 0.25);
    return add(point, scale(inward, depth / share));
  });
}

/** How the plane of a pattern is seen on the picture, in pixels. */
export type View = (point: Point) => Point;

/** Flat, turned and moved: `centre` is where the pattern's origin comes to lie. */
export const flatView =
  (unitPixels: number, angle: number, centre: Point): View =>
  (point) =>
    add(centre, scale(rotate(point, angle), unitPixels));

export interface Recession {
  /** The way in which the plane goes back from the eye, in radians on the picture. */
  readonly towards: number;
  /** How fast: at this many pixels from the centre things are half as large. */
  readonly half: number;
}

/** A wall or floor seen at an angle. Points behind the eye come out as not-a-number, which nothing draws. */
export function recedingView(unitPixels: number, angle: number, centre: Point, { towards, half }: Recession): View {
  const into = polar(1, towards);
  return (point) => {
    const flat = scale(rotate(point, angle), unitPixels);
    const depth = 1 + dot(flat, into) / half;
    if (depth < 0.2) return [Number.NaN, Number.NaN];
    return add(centre, scale(flat, 1 / depth));
  };
}
