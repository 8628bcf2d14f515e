// What every scene is given to work with, and the choices that several scenes make alike.
import type { Light } from './finish.ts';
import { type Colours, mix } from './palettes.ts';
import { flatView, type Point, recedingView, type View } from './plane.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

export interface Scene {
  readonly sheet: Sheet;
  readonly colours: Colours;
  readonly random: Random;
}

/** Off the middle, where a photographer would put it. */
export const offCentre = ({ sheet, random }: Scene): Point => [
  sheet.width * (0.5 + random.pick([-1, 1]) * random.between(0.1, 0.22)),
  sheet.height * (0.5 + random.pick([-1, 1]) * random.between(0.05, 0.2)),
];

/** A wall straight ahead or, as often, one that goes back to a side. @param unit pixels for a unit of the pattern */
export function wallView(scene: Scene, unit: number): View {
  const { sheet, random } = scene;
  const angle = random.pick([0, random.between(0, Math.PI / 2), Math.PI / 4]);
  const centre = offCentre(scene);
  if (random.chance(0.45)) return flatView(unit, angle, centre);
  const towards = random.pick([0, Math.PI]) + random.between(-0.5, 0.5);
  return recedingView(unit, angle, centre, { towards, half: sheet.width * random.between(1.15, 2) });
}

/** Daylight from above, on one side. */
export const daylight = ({ random, colours }: Scene, strength: number, depth: number): Light => ({
  x: random.pick([random.between(0.05, 0.35), random.between(0.65, 0.95)]),
  y: random.between(-0.1, 0.25),
  reach: random.between(1, 1.25),
  colour: mix('#fff1d2', colours.pale, 0.15),
  strength,
  shade: colours.ink,
  depth,
});
