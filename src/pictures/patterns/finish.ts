// The light in which a pattern is seen: brightest somewhere, falling off from there, darkest in the far corners.
import { type Sheet, tenth } from './sheet.ts';

export interface Light {
  /** Where the light is brightest, as shares of width and height; it may lie outside. */
  readonly x: number;
  readonly y: number;
  /** How far it reaches, as a share of the longer side. */
  readonly reach: number;
  readonly colour: string;
  /** 0 to 1. */
  readonly strength: number;
  /** What lies beyond the light, and how dark it becomes there. */
  readonly shade: string;
  readonly depth: number;
}

const stop = (offset: number, colour: string, opacity: number): string =>
  `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity.toFixed(3)}"/>`;

/** One gradient for both, since each costs the rendering of the whole sheet. */
export function lightUp(sheet: Sheet, { x, y, reach, colour, strength, shade, depth }: Light): void {
  const { width, height } = sheet;
  const place = `cx="${tenth(x * width)}" cy="${tenth(y * height)}" r="${tenth(Math.max(width, height) * reach)}"`;
  const light = sheet.define(
    'light',
    `<radialGradient id="light" gradientUnits="userSpaceOnUse" ${place}>${stop(0, colour, strength)}${stop(0.18, colour, strength * 0.55)}` +
      `${stop(0.4, colour, 0)}${stop(0.401, shade, 0)}${stop(0.7, shade, depth * 0.42)}${stop(1, shade, depth)}</radialGradient>`,
  );
  sheet.layer();
  sheet.add(`<rect width="${width}" height="${height}" fill="${light}"/>`);
}
