// The crafts in which a pattern is carried out: cut tile, and straps carved or inlaid.

import { localScale } from './field.ts';
import type { Glaze } from './glazes.ts';
import type { Lace, Piece } from './lace.ts';
import { darker, lighter, mix } from './palettes.ts';
import { add, inset, type Point, type Polygon, type View } from './plane.ts';
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

/** Zellige: pieces cut from glazed tile, each with a rim that catches the light and a shadow in the joint. */
export function layTile(
  sheet: Sheet,
  { pieces }: Lace,
  view: View,
  { glaze, grout, joint, light = usualLight, isMissing }: TileOptions,
): void {
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${grout}"/>`);
  const laid = pieces.filter((piece) => !isMissing?.(piece));
  const faces = laid.map((piece) => {
    const pixels = localScale(view, piece.centre);
    const cut = inset(piece.corners, joint).map(view);
    const rim = Math.max(0.5, Math.min(2, pixels * 0.004));
    return {
      cut,
      rim,
      pixels,
      size: piece.area,
      colour: glaze(piece),
      top: inset(piece.corners, joint + (rim * 0.9) / pixels).map(view),
    };
  });
  const towards: Point = [Math.cos(light), Math.sin(light)];
  const shifted = (polygon: Polygon, by: number): Polygon =>
    polygon.map((point) => add(point, [towards[0] * by, towards[1] * by]));
  const shadow = darker(grout, 0.55);
  for (const { cut, rim } of faces) sheet.polygon(shadow, shifted(cut, -rim));
  sheet.layer();
  for (const { cut, colour } of faces) sheet.polygon(lighter(colour, 0.4), cut);
  sheet.layer();
  for (const { top, colour, rim } of faces) sheet.polygon(colour, shifted(top, -rim * 0.45));
  sheet.layer();
  for (const [index, { top, rim, pixels, size }] of faces.entries())
    if (size * pixels * pixels > 500) sheet.single(sheen(sheet, index), shifted(top, -rim * 0.45));
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
  const halves = straps(lace, { width, gap }).map(({ corners, faces }) => {
    const seen = corners.map(view);
    // A view may turn the plane: the slope is taken as it is seen.
    const [start = [0, 0], end = [0, 0], edge = [0, 0]] = seen;
    const along = Math.atan2(end[1] - start[1], end[0] - start[0]);
    const side = (end[0] - start[0]) * (edge[1] - end[1]) - (end[1] - start[1]) * (edge[0] - end[0]) > 0 ? 1 : -1;
    void faces;
    return { seen, lit: Math.cos(along + (side * Math.PI) / 2 - light) };
  });
  if (shadow > 0) {
    sheet.layer('opacity=".38"');
    for (const { seen } of halves)
      sheet.polygon(
        '#000',
        seen.map((point) => add(point, [-Math.cos(light) * shadow, -Math.sin(light) * shadow])),
      );
  }
  sheet.layer();
  for (const { seen, lit } of halves) {
    const step = Math.round(lit * 5) / 5;
    sheet.polygon(step > 0 ? lighter(colour, step * relief) : darker(colour, -step * relief), seen);
  }
}

/** A colour between two, by a share in eight steps, so that few paths are needed. */
export const stepped = (one: string, other: string, share: number): string =>
  mix(one, other, Math.round(share * 8) / 8);
