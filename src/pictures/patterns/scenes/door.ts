// A panelled door or the cover of a chest: a field of pattern in a frame of another, mouldings between them, studs.
import { layStraps, layTile, litBy, usualLight } from '../crafts.ts';
import { chooseDesign, type Design, layField } from '../field.ts';
import { lightUp } from '../finish.ts';
import { glazeBy, type Scheme } from '../glazes.ts';
import type { Lace } from '../lace.ts';
import { darker, lighter, mix } from '../palettes.ts';
import { flatView, type Point, type Polygon, type View } from '../plane.ts';
import { daylight, type Scene } from '../scene.ts';
import { pathOf, type Sheet, tenth } from '../sheet.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const grown = ({ left, top, width, height }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
const cornersOf = ({ left, top, width, height }: Box): Polygon => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];

export function panelledDoor(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const { width, height } = sheet;
  const wood = mix(colours.deep, colours.main, random.between(0.1, 0.4));
  const gold = colours.warm;
  // Never the whole panel: the eye completes it beyond the picture's edge.
  const field: Box = {
    left: width * random.between(0.1, 0.24),
    top: height * random.between(0.14, 0.24),
    width: width * 1.2,
    height: height * random.between(0.9, 1.1),
  };
  const band = height * random.between(0.085, 0.11);
  const rule = height * 0.012;
  sheet.add(`<rect width="${width}" height="${height}" fill="${wood}"/>`);
  boards(scene, wood);
  moulding(sheet, grown(field, band + rule * 3), rule * 1.6, wood);
  inBox(sheet, 'band', grown(field, band + rule), () => border(scene, field, band, rule));
  moulding(sheet, grown(field, rule), rule, gold);
  inBox(sheet, 'field', field, () => panel(scene, field));
  moulding(sheet, grown(field, band + rule * 2), rule, gold);
  studs(sheet, grown(field, band + rule * 6.5), rule * 1.25, gold);
  lightUp(sheet, daylight(scene, 0.24, 0.66));
}

function inBox(sheet: Sheet, name: string, box: Box, draw: () => void): void {
  const clip = sheet.define(
    `box-${name}`,
    `<clipPath id="box-${name}"><path d="${pathOf(cornersOf(box))}"/></clipPath>`,
  );
  sheet.layer();
  sheet.add(`<g clip-path="${clip}">`);
  draw();
  sheet.layer();
  sheet.add('</g>');
}

/** Planks with their grain, so faint that it is felt more than seen. */
function boards({ sheet, random }: Scene, wood: string): void {
  const lines: string[] = [];
  for (let line = 0; line < 90; line += 1) {
    const y = random.between(0, sheet.height);
    const bend = random.between(-14, 14);
    lines.push(`M0 ${tenth(y)}q${tenth(sheet.width / 2)} ${tenth(bend)} ${sheet.width} ${tenth(bend * 0.4)}`);
  }
  sheet.add(`<path d="${lines.join('')}" fill="none" stroke="${darker(wood, 0.5)}" stroke-width="1.4" opacity=".4"/>`);
}

function panel(scene: Scene, field: Box): void {
  const { sheet, random } = scene;
  const design = chooseDesign(random, ['ten', 'sixteen', 'sixteen', 'eight']);
  const unit = sheet.height * random.between(0.46, 0.62);
  const view = flatView(unit, design.tiling === 'ten' ? 0 : random.pick([0, Math.PI / 4]), [
    field.left + field.width * random.between(0.4, 0.6),
    field.top + field.height * 0.45,
  ]);
  const near = unit * 0.8;
  const lace = layField(design, view, sheet, 6, ([x, y]) => x > field.left - near && y > field.top - near);
  const scheme = random.pick<Scheme>(['gilded', 'dark', 'tonal', 'light']);
  inlay(scene, lace, view, design, scheme, unit);
}

function border(scene: Scene, field: Box, band: number, rule: number): void {
  const design: Design = { tiling: 'eight', fold: 8, lean: Math.PI / 4, meetings: 2, rosette: null };
  const unit = band - rule;
  // One row of stars runs along the middle of the band on each side; the lattice is set from the field's corner.
  const middle = rule + unit / 2;
  const view = flatView(unit, 0, [field.left - middle, field.top - middle]);
  const isOnBand = ([x, y]: Point): boolean =>
    Math.min(x - field.left, y - field.top) < unit && x > field.left - unit * 2 && y > field.top - unit * 2;
  inlay(scene, layField(design, view, scene.sheet, 60, isOnBand), view, design, 'dark', unit);
}

function inlay(
  { sheet, random, colours }: Scene,
  lace: Lace,
  view: View,
  { fold }: Design,
  scheme: Scheme,
  unit: number,
): void {
  layTile(sheet, lace, view, {
    glaze: glazeBy(scheme, lace.pieces, colours, random, 0.1),
    grout: colours.ink,
    joint: 0.008 / fold,
  });
  layStraps(sheet, lace, view, {
    colour:
      scheme === 'light'
        ? mix(colours.deep, colours.main, 0.3)
        : scheme === 'gilded'
          ? colours.warm
          : lighter(mix(colours.white, colours.warm, 0.25), 0.05),
    width: 0.26 / fold,
    gap: 0.02 / fold,
    relief: 0.5,
    shadow: unit * 0.006,
  });
}

/** A rounded strip in four lengths, mitred at the corners: light on two sides, shade on two. */
function moulding(sheet: Sheet, box: Box, size: number, colour: string): void {
  sheet.layer();
  const [outer, middle, inner] = [cornersOf(grown(box, size)), cornersOf(grown(box, size / 2)), cornersOf(box)];
  outer.forEach((_, index) => {
    const next = (index + 1) % 4;
    const strip = (a: Polygon, b: Polygon): Polygon =>
      [a[index], a[next], b[next], b[index]].filter((point): point is Point => point !== undefined);
    const away = -Math.PI / 2 + (index * Math.PI) / 2;
    sheet.polygon(litBy(usualLight, away, colour, 0.6), strip(outer, middle));
    sheet.polygon(litBy(usualLight, away + Math.PI, colour, 0.6), strip(middle, inner));
  });
}

function studs(sheet: Sheet, box: Box, radius: number, colour: string): void {
  const ball = sheet.define(
    'ball',
    `<radialGradient id="ball" cx=".62" cy=".3" r=".75"><stop stop-color="${lighter(colour, 0.9)}"/><stop offset=".45" stop-color="${colour}"/><stop offset="1" stop-color="${darker(colour, 0.7)}"/></radialGradient>`,
  );
  const step = radius * 6;
  const places: Point[] = [];
  for (let x = box.left; x < box.left + box.width; x += step) places.push([x, box.top]);
  for (let y = box.top + step; y < box.top + box.height; y += step) places.push([box.left, y]);
  sheet.layer();
  for (const [x, y] of places)
    if (x < sheet.width + radius && y < sheet.height + radius)
      sheet.add(
        `<circle cx="${tenth(x - 1.5)}" cy="${tenth(y + 2.5)}" r="${tenth(radius * 1.08)}" opacity=".45"/><circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" fill="${ball}"/>`,
      );
}
