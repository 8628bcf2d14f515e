// Draws a picture of a geometric pattern in a palette. The demo newspaper is illustrated with these and nothing else.
import type { Palette } from '../../story/section.ts';
import { grain } from './film.ts';
import { colours } from './palettes.ts';
import { seeded } from './random.ts';
import type { Scene } from './scene.ts';
import { brickWall } from './scenes/brick.ts';
import { domeFromBelow } from './scenes/dome.ts';
import { panelledDoor } from './scenes/door.ts';
import { fallenLight } from './scenes/lightfall.ts';
import { muqarnasVault } from './scenes/muqarnas.ts';
import { screenAgainstLight } from './scenes/screen.ts';
import { illuminatedSun } from './scenes/shamsa.ts';
import { carvedWall } from './scenes/stucco.ts';
import { strappedWall, tiledWall } from './scenes/wall.ts';
import { openSheet } from './sheet.ts';

const makers = {
  tile: tiledWall,
  straps: strappedWall,
  stucco: carvedWall,
  screen: screenAgainstLight,
  light: fallenLight,
  dome: domeFromBelow,
  muqarnas: muqarnasVault,
  brick: brickWall,
  shamsa: illuminatedSun,
  door: panelledDoor,
} as const satisfies Record<string, (scene: Scene) => void>;

/** What a picture shows: a craft in its light. */
export type Craft = keyof typeof makers;
export const crafts = Object.keys(makers) as [Craft, ...Craft[]];

export interface PatternOptions {
  readonly palette: Palette;
  /** Any text: the same text, palette, craft and size give the same drawing, byte for byte. */
  readonly seed: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Chosen by the seed unless it is said here. */
  readonly craft?: Craft | undefined;
}

/** The craft that a seed chooses in a palette. */
export const craftOf = ({ palette, seed }: Pick<PatternOptions, 'palette' | 'seed'>): Craft =>
  seeded(`${palette} ${seed} craft`).pick(crafts);

/** An SVG without outside references, under 1 MB. */
export function patternSvg(options: PatternOptions): string {
  const { palette, seed, width, height } = options;
  const random = seeded(`${palette} ${seed}`);
  const sheet = openSheet({ width, height }, colours[palette].deep);
  makers[options.craft ?? craftOf(options)]({ sheet, colours: colours[palette], random });
  grain(sheet, seed, 0.7);
  return sheet.svg();
}
