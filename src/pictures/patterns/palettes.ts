// The nine palettes of the sections, mixed after the glazes, woods and earths of the old workshops.
import type { Palette } from '../../story/section.ts';

export interface Colours {
  /** From the darkest glaze to the lightest of the palette's own colour. */
  readonly deep: string;
  readonly main: string;
  readonly bright: string;
  readonly pale: string;
  /** The colour that answers it, and a third that stays back. */
  readonly warm: string;
  readonly second: string;
  /** Bone-white glaze or plaster, and the black of its outlines. */
  readonly white: string;
  readonly ink: string;
}

export const colours: Readonly<Record<Palette, Colours>> = {
  indigo: { deep: '#151c47', main: '#2a3a8f', bright: '#5570cc', pale: '#c6cfec', warm: '#c88d35', second: '#1f7475', white: '#f1eadb', ink: '#0c1027' },
  teal: { deep: '#05363b', main: '#0e6b6c', bright: '#2f9f94', pale: '#bcdfd5', warm: '#d29a3c', second: '#274a86', white: '#f3ecdc', ink: '#04191c' },
  ochre: { deep: '#4d2d0c', main: '#b0721e', bright: '#dba63f', pale: '#f0ddb0', warm: '#9c3a22', second: '#1d5c6a', white: '#f6eede', ink: '#241405' },
  madder: { deep: '#480f18', main: '#9b1f2c', bright: '#c64b45', pale: '#eec8b8', warm: '#d39c42', second: '#233a6b', white: '#f4eadb', ink: '#21070b' },
  olive: { deep: '#2b3213', main: '#616d2b', bright: '#949f4d', pale: '#dcdfb4', warm: '#c0762f', second: '#1f5a5c', white: '#f2ecda', ink: '#14180a' },
  plum: { deep: '#2d1233', main: '#652a68', bright: '#9a5997', pale: '#e2c9de', warm: '#d09c4a', second: '#1e5c66', white: '#f3eadf', ink: '#160819' },
  slate: { deep: '#1c252f', main: '#43566a', bright: '#7b90a3', pale: '#cfd8df', warm: '#bf8a4e', second: '#75352f', white: '#efebe2', ink: '#0e141a' },
  sienna: { deep: '#431a0d', main: '#9a4521', bright: '#c77747', pale: '#eccfb3', warm: '#dbab4d', second: '#1c5962', white: '#f5ecdd', ink: '#200c06' },
  azure: { deep: '#07305a', main: '#1067a9', bright: '#429fd6', pale: '#c0dff0', warm: '#d9a748', second: '#0f736a', white: '#f2eee2', ink: '#04172c' },
}; // biome-ignore format: a table to scan

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const hex = (channels: Rgb): string =>
  `#${channels
    .map((channel) =>
      Math.round(Math.min(Math.max(channel, 0), 255))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Mixed in light rather than in numbers, so that a mixture of two glazes is not duller than both. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [rgb(one), rgb(other)];
  const channel = (index: 0 | 1 | 2): number => Math.sqrt(a[index] ** 2 * (1 - share) + b[index] ** 2 * share);
  return hex([channel(0), channel(1), channel(2)]);
}

/** More light on the same glaze; its colour stays until it shines. */
export function lighter(colour: string, share: number): string {
  const [red, green, blue] = rgb(colour);
  const gain = 1 + share * 0.55;
  const shine = share * share * 90 + share * 14;
  return hex([red * gain + shine, green * gain + shine, blue * gain + shine * 0.9]);
}

/** Less light on the same glaze, and what is left a little colder, as shade is. */
export function darker(colour: string, share: number): string {
  const [red, green, blue] = rgb(colour);
  return hex([red * (1 - share), green * (1 - share * 0.97), blue * (1 - share * 0.9)]);
}

/** Too like each other to make a pattern together. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [rgb(one), rgb(other)];
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < 190;
}
