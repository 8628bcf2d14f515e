// Sunlight through two carved windows, fallen on a plain wall and bent onto the floor below it.
import { chooseDesign, layField } from '../field.ts';
import type { Piece } from '../lace.ts';
import { darker, lighter, mix } from '../palettes.ts';
import { add, inset, type Point, type Polygon, polar, type View } from '../plane.ts';
import type { Scene } from '../scene.ts';
import { pathOf, type Sheet, tenth } from '../sheet.ts';

/** In units of the pattern: two arched openings, whose foot lies so far below the wall's edge that the light is bent. */
const opening = { span: 2.3, between: 0.4, foot: 2.4, spring: 3.1 } as const;
const breadth = opening.span * 2 + opening.between;

export function fallenLight(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const { width, height } = sheet;
  const edge = height * random.between(0.7, 0.82);
  const wall = mix(colours.main, colours.bright, random.between(0.15, 0.6));
  const floor = mix(colours.deep, colours.main, 0.35);
  const side = random.pick([-1, 1]);
  const unit = width * random.between(0.088, 0.112);
  const left = width * (side > 0 ? random.between(0.16, 0.3) : random.between(0.26, 0.38));
  const slant = side * random.between(0.2, 0.42);
  const onWall: View = ([x, y]) => [left + x * unit + y * unit * slant, edge - y * unit];
  // Towards us things grow, so what leans one way on the wall runs out the other way on the floor.
  const onFloor: View = ([x, y]) => {
    const grown = 1 - y * 0.09;
    return [width / 2 + (left + x * unit + y * unit * slant * 1.3 - width / 2) * grown, edge - y * unit * 0.55 * grown];
  };
  plainRoom(sheet, wall, floor, edge, side);
  const pieces = openings(scene);
  const light = mix(lighter(wall, 0.9), '#ffedbe', 0.85);
  const above: Polygon = [
    [-width, -height],
    [2 * width, -height],
    [2 * width, edge],
    [-width, edge],
  ];
  const below = above.map(([x, y]): Point => [x, y === edge ? edge : 3 * height]);
  thrown(
    sheet,
    'wall',
    pieces.filter(({ centre }) => centre[1] > -0.3),
    onWall,
    { clip: above, colour: light, strength: 1 },
  );
  thrown(
    sheet,
    'floor',
    pieces.filter(({ centre }) => centre[1] < 0.3),
    onFloor,
    { clip: below, colour: mix(light, floor, 0.25), strength: 0.85 },
  );
  dusk(sheet, colours.ink, side);
}

/** The pieces of the pattern around both openings, with the foot of the wall at 0. */
function openings({ random }: Scene): Piece[] {
  const design = chooseDesign(random, ['eight', 'ten', 'twelve-triangle', 'sixteen']);
  const whole = layField(design, ([x, y]) => [x, y], { width: breadth + 0.6, height: 9.6 }, 13);
  // Slivers let no light through that could be seen, and what no opening shows is not drawn.
  const isSeen = ({ area, centre: [x, y] }: Piece): boolean =>
    area > 0.004 && x > -0.2 && x < breadth + 0.2 && y > -opening.foot - 0.3;
  const moved = ({ corners, centre, ...piece }: Piece): Piece => ({
    ...piece,
    centre: add(centre, [-0.3, -3]),
    corners: corners.map((point) => add(point, [-0.3, -3])),
  });
  return whole.pieces.map(moved).filter(isSeen);
}

/** A pointed arch over a straight opening. */
function arch(from: number): Polygon {
  const { span, foot, spring } = opening;
  const radius = span * 0.85;
  const top = Math.acos((radius - span / 2) / radius);
  const arc = (start: number, end: number, centre: number): Point[] =>
    Array.from({ length: 9 }, (_, step) => add([centre, spring], polar(radius, start + ((end - start) * step) / 8)));
  return [
    // A corner where the light is bent: the floor's view is true only near the wall.
    [from, 0],
    [from, -foot],
    [from + span, -foot],
    [from + span, 0],
    ...arc(0, top, from + span - radius),
    ...arc(Math.PI - top, Math.PI, from + radius),
  ];
}

interface Thrown {
  readonly clip: Polygon;
  readonly colour: string;
  readonly strength: number;
}

/** Three sizes of every opening, each a little light: the soft edge that the sun's breadth gives a shadow. */
function thrown(
  sheet: Sheet,
  name: string,
  pieces: readonly Piece[],
  view: View,
  { clip, colour, strength }: Thrown,
): void {
  const seen = sheet.define(`on-${name}`, `<clipPath id="on-${name}"><path d="${pathOf(clip)}"/></clipPath>`);
  const arches = [0, opening.span + opening.between].map((from) => pathOf(arch(from).map(view))).join('');
  const inside = sheet.define(
    `in-${name}`,
    `<clipPath id="in-${name}" clip-path="${seen}"><path d="${arches}"/></clipPath>`,
  );
  for (const [depth, share] of [
    [0.003, 0.4],
    [0.012, 0.5],
    [0.021, 0.62],
  ] as const) {
    sheet.layer(`clip-path="${inside}" opacity="${(share * strength).toFixed(2)}"`);
    for (const piece of pieces) if (piece.area > 0.002) sheet.polygon(colour, inset(piece.corners, depth).map(view));
  }
}

function plainRoom(sheet: Sheet, wall: string, floor: string, edge: number, side: number): void {
  const { width, height } = sheet;
  const [from, to] = side > 0 ? [0, 1] : [1, 0];
  const plaster = sheet.define(
    'plaster',
    `<linearGradient id="plaster" x1="${from}" x2="${to}" y2=".5"><stop stop-color="${lighter(wall, 0.12)}"/><stop offset="1" stop-color="${darker(wall, 0.5)}"/></linearGradient>`,
  );
  const ground = sheet.define(
    'ground',
    `<linearGradient id="ground" x2="0" y2="1"><stop stop-color="${darker(floor, 0.4)}"/><stop offset="1" stop-color="${lighter(floor, 0.1)}"/></linearGradient>`,
  );
  const skirting = height * 0.014;
  sheet.add(
    `<rect width="${width}" height="${height}" fill="${plaster}"/><rect y="${tenth(edge)}" width="${width}" height="${tenth(height - edge)}" fill="${ground}"/>` +
      `<rect y="${tenth(edge - skirting)}" width="${width}" height="${tenth(skirting)}" fill="${darker(wall, 0.5)}" opacity=".55"/>`,
  );
}

function dusk(sheet: Sheet, shade: string, side: number): void {
  const dark = sheet.define(
    'dusk',
    `<radialGradient id="dusk" cx="${side > 0 ? 0.45 : 0.55}" cy=".42" r=".75"><stop stop-color="#ffe9c0" stop-opacity=".16"/><stop offset=".4" stop-color="${shade}" stop-opacity=".04"/><stop offset="1" stop-color="${shade}" stop-opacity=".78"/></radialGradient>`,
  );
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${dark}"/>`);
}
