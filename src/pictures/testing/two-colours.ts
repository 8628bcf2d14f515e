// A picture that tests can recognise after any crop, turn or format: red on the left, blue on the right.
import sharp, { type Sharp } from 'sharp';
import { expect } from 'vitest';
import type { Variant } from '../variants.ts';

export type Colour = readonly [number, number, number];
export const red: Colour = [200, 30, 40];
export const blue: Colour = [20, 60, 180];

export function twoColours(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) pixels.set(at % width < width / 2 ? red : blue, at * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export async function colourAt(bytes: Buffer | null, x: number, y: number): Promise<number[]> {
  if (bytes === null) throw new Error('there is no variant');
  const { data: pixels, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  return [...pixels.subarray(at, at + 3)];
}

export function expectNear(found: readonly number[], wanted: Colour, tolerance = 14): void {
  for (const [index, value] of wanted.entries())
    expect(Math.abs((found[index] ?? 0) - value), `${found} is not ${wanted}`).toBeLessThanOrEqual(tolerance);
}

/** A whole picture of 400 pixels in JPEG, unless something else is said. */
export const variantOf = (hash: string, more: Partial<Variant> = {}): Variant => ({
  hash,
  shape: 'full',
  focalPoint: { x: 0.5, y: 0.5 },
  width: 400,
  format: 'jpeg',
  ...more,
});
