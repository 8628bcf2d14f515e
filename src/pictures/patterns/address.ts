// The address of the small pattern that stands where a picture has no file: one static SVG for each palette. Pure.
import { type Palette, palette } from '../../story/section.ts';

export const patternPath = (name: Palette): string => `/pictures/patterns/${name}.svg`;

/** The palette that such an address names, or null. */
export function readPatternPath(path: string): Palette | null {
  const [, name] = /^\/pictures\/patterns\/([a-z]{1,20})\.svg$/.exec(path) ?? [];
  return palette.options.find((known) => known === name) ?? null;
}
