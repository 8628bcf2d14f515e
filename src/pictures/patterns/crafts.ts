// The crafts in which a pattern is carried out: cut tile, and straps carved or inlaid.

import { localScale } from './field.ts';
import type { Glaze } from './glazes.ts';
import type { Lace, Piece } from './lace.ts';
import { darker, lighter } from './palettes.ts';
import { add, angleOf, cross, distance, inset, type Point, type Polygon, scale, subtract, type View } from './plane.ts';
import type { Sheet } from './sheet.ts';
import { straps } from './strapwork.ts';

/** Where the light comes from, in radians on the picture; up and to the right unless told. */
export const usualLight = -Math.PI * 0.3;

export interface TileOptions {
  readonly glaze: Glaze;
  readonly grout: string;
  /** Half the joint between two pieces, in units of the pattern. */
  readonly joint: number;
  readonly light?: number;
  /** Pieces that have fallen out. */
  readonly isMissing?: (piece: Piece) => boolean;
}

/** From so many square pixels on, a piece is large enough to see its rim, and its sheen. */
const rimmed = 90;
const shining = 600;

/** Zellige: pieces cut from glazed tile, each with a rim that catches the light and a shadow in the joint. */
export function layTile(sheet: Sheet, { pieces }: Lace, view: View, options: TileOptions): void {
  const { glaze, grout, joint, light = usualLight, isMissing } = options;
  const towards: Point = [Math.cos(light), Math.sin(light)];
  const shifted = (polygon: Polygon, by: number): Polygon => polygon.map((point) => add(point, scale(towards, by)));
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${grout}"/>`);
  const faces = pieces.flatMap((piece) => {
    if (isMissing?.(piece)) return [];
    const pixels = localScale(view, piece.centre);
    const size = piece.area * pixels * pixels;
    const cut = inset(piece.corners, joint).map(view);
    const rim = size < rimmed ? 0 : Math.max(0.5, Math.min(2, pixels * 0.004));
    const top = rim === 0 ? cut : shifted(inset(piece.corners, joint + (rim * 0.9) / pixels).map(view), -rim * 0.45);
    return [{ cut, top, rim, size, colour: glaze(piece) }];
  });
  const shadow = darker(grout, 0.55);
  for (const { cut, rim } of faces) if (rim > 0) sheet.polygon(shadow, shifted(cut, -rim));
  sheet.layer();
  for (const { cut, colour, rim } of faces) if (rim > 0) sheet.polygon(lighter(colour, 0.4), cut);
  sheet.layer();
  for (const { top, colour } of faces) sheet.polygon(colour, top);
  sheet.layer();
  for (const [index, { top, size }] of faces.entries()) if (size > shining) sheet.single(sheen(sheet, index), top);
}

/**
 * Hand-cut pieces never lie quite level, so each throws the light its own way: eight tilts, taken in an order that does
 * not repeat where the eye could follow it.
 */
function sheen(sheet: Sheet, index: number): string {
  const tilt = (index * 5 + Math.floor(index / 7) * 3) % 8;
  const angle = (tilt * Math.PI) / 4;
  const [x, y] = [Math.cos(angle) / 2, Math.sin(angle) / 2];
  const strength = 0.1 + (tilt % 3) * 0.07;
  const end = (value: number): string => (0.5 + value).toFixed(2);
  return sheet.define(
    `tilt${tilt}`,
    `<linearGradient id="tilt${tilt}" x1="${end(x)}" y1="${end(y)}" x2="${end(-x)}" y2="${end(-y)}"><stop stop-color="#fff" stop-opacity="${strength.toFixed(2)}"/>` +
      `<stop offset=".5" stop-color="#fff" stop-opacity=".02"/><stop offset="1" stop-color="#000" stop-opacity="${(strength * 0.8).toFixed(2)}"/></linearGradient>`,
  );
}

export interface StrapLook {
  readonly colour: string;
  /** In units of the pattern. */
  readonly width: number;
  readonly gap: number;
  /** How much a side turned to the light differs from one turned away, 0 to 1. */
  readonly relief: number;
  readonly light?: number;
  /** Pixels of shadow on what lies below, for a unit of 200 pixels. */
  readonly shadow?: number;
}

/** Straps over what is there, ridged, woven, lit from one side. */
export function layStraps(sheet: Sheet, lace: Lace, view: View, look: StrapLook): void {
  const { colour, width, gap, relief, light = usualLight, shadow = 0 } = look;
  const laid = straps(lace, { width, gap }).map(({ outline, sides }) => ({
    outline: outline.map(view),
    sides: sides.map((side) => side.map(view)),
  }));
  if (shadow > 0) {
    const fall: Point = [-Math.cos(light) * shadow, -Math.sin(light) * shadow];
    sheet.layer('opacity=".38"');
    for (const { outline } of laid)
      sheet.polygon(
        '#000',
        outline.map((point) => add(point, fall)),
      );
  }
  sheet.layer();
  for (const { outline, sides } of laid)
    if (isThin(outline)) sheet.polygon(colour, outline);
    else for (const side of sides) sheet.polygon(litBy(light, facing(side), colour, relief), side);
}

/** Too thin on the picture for two sides to be told apart. */
const isThin = ([left = [0, 0], right = [0, 0]]: Polygon): boolean => distance(left, right) < 1.8;

/** Which way a slope looks on the picture, from its ridge, the first two corners, down to its foot. */
export function facing([start = [0, 0], end = [0, 0], foot = [0, 0]]: Polygon): number {
  const along = subtract(end, start);
  return angleOf(along) + (cross(along, subtract(foot, end)) > 0 ? Math.PI / 2 : -Math.PI / 2);
}

/** The colour of a slope, in eleven steps so that few paths are needed. */
export function litBy(light: number, faces: number, colour: string, relief: number): string {
  const step = Math.round(Math.cos(faces - light) * 5) / 5;
  return step > 0 ? lighter(colour, step * relief) : darker(colour, -step * relief);
}
