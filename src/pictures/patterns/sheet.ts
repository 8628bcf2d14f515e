// The sheet that a pattern is drawn on: polygons are gathered by colour into few long paths, so that thousands of them
// stay small as a file and quick to render.
import type { Point, Polygon } from './plane.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Sheet extends Size {
  /** Adds a polygon in pixels; one wholly outside the sheet is left out. */
  polygon(fill: string, corners: Polygon): void;
  /** As `polygon`, but with the fill spread over each polygon by itself, which a gradient needs. */
  single(fill: string, corners: Polygon): void;
  /** Adds SVG as it is, above all that is there. */
  add(svg: string): void;
  /** Adds to `<defs>`, once for each id, and returns the reference for an attribute. */
  define(id: string, svg: string): string;
  /** What comes now lies above what was added before, whatever its colour. */
  layer(attributes?: string): void;
  svg(): string;
}

/** Tenths of a pixel, written as short as SVG allows. */
const written = (tenths: number): string => {
  const sign = tenths < 0 ? '-' : '';
  const size = Math.abs(tenths);
  const rest = size % 10;
  const whole = (size - rest) / 10;
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole === 0 ? '' : whole}.${rest}`;
};

const pair = (x: number, y: number): string => {
  const second = written(y);
  return second.startsWith('-') ? `${written(x)}${second}` : `${written(x)} ${second}`;
};

export function pathOf(corners: Polygon, isClosed = true): string {
  let path = '';
  let [beforeX, beforeY] = [0, 0];
  corners.forEach(([x, y], index) => {
    const [tenthX, tenthY] = [Math.round(x * 10), Math.round(y * 10)];
    path += index === 0 ? `M${pair(tenthX, tenthY)}` : `l${pair(tenthX - beforeX, tenthY - beforeY)}`;
    [beforeX, beforeY] = [tenthX, tenthY];
  });
  return isClosed ? `${path}z` : path;
}

/** Rounds to tenths for attributes. */
export const tenth = (value: number): string => written(Math.round(value * 10));

/** @param ground what lies under everything; it goes beyond the edges, which at other sizes fall between two pixels */
export function openSheet({ width, height }: Size, ground: string): Sheet {
  const body: string[] = [];
  const defs = new Map<string, string>();
  let fills = new Map<string, string[]>();
  let closing = '';

  const flush = (): void => {
    for (const [fill, paths] of fills) body.push(`<path fill="${fill}" d="${paths.join('')}"/>`);
    fills = new Map();
  };
  const isSeen = (corners: Polygon): boolean => {
    const inside = (axis: 0 | 1, size: number): boolean =>
      corners.some((point: Point) => point[axis] > -2) && corners.some((point: Point) => point[axis] < size + 2);
    return inside(0, width) && inside(1, height);
  };

  return {
    width,
    height,
    polygon(fill, corners) {
      if (corners.length < 3 || !isSeen(corners)) return;
      const paths = fills.get(fill);
      if (paths) paths.push(pathOf(corners));
      else fills.set(fill, [pathOf(corners)]);
    },
    single(fill, corners) {
      if (corners.length < 3 || !isSeen(corners)) return;
      flush();
      body.push(`<path fill="${fill}" d="${pathOf(corners)}"/>`);
    },
    add(svg) {
      flush();
      body.push(svg);
    },
    define(id, svg) {
      defs.set(id, svg);
      return `url(#${id})`;
    },
    layer(attributes) {
      flush();
      body.push(closing);
      closing = attributes === undefined ? '' : '</g>';
      if (attributes !== undefined) body.push(`<g ${attributes}>`);
    },
    svg() {
      flush();
      const under = `<rect x="-9" y="-9" width="${width + 18}" height="${height + 18}" fill="${ground}"/>`;
      const inner = `<defs>${[...defs.values()].join('')}</defs>${under}${body.join('')}${closing}`;
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;
    },
  };
}
