// A pierced screen against the light: a garden or an evening sky behind it, out of focus.
import { chooseDesign, layField } from '../field.ts';
import type { Lace } from '../lace.ts';
import { darker, lighter, mix } from '../palettes.ts';
import { add, length, type Point, scale, subtract, type View } from '../plane.ts';
import { offCentre, type Scene, wallView } from '../scene.ts';
import { tenth } from '../sheet.ts';
import { straps } from '../strapwork.ts';

export function screenAgainstLight(scene: Scene): void {
  const { sheet, random } = scene;
  const design = chooseDesign(random, ['eight', 'ten', 'twelve-triangle', 'sixteen', 'ten']);
  const unit = Math.max(sheet.width, sheet.height) * random.between(0.24, 0.34);
  const view = wallView(scene, unit);
  const lace = layField(design, view, sheet, 8);
  const sun = offCentre(scene);
  outOfFocus(scene, sun);
  frame(scene, lace, view, { width: random.between(0.3, 0.42) / design.fold, thickness: unit * 0.022, sun });
}

/** Sky, ground, a low sun and drops of light. */
function outOfFocus({ sheet, colours, random }: Scene, [x, y]: Point): void {
  const { width, height } = sheet;
  const isEvening = random.chance(0.5);
  const [top, middle, low] = isEvening
    ? [
        mix(colours.main, colours.deep, 0.3),
        mix(colours.bright, colours.warm, 0.45),
        mix(colours.warm, '#fff0c0', 0.55),
      ]
    : [
        mix(colours.bright, colours.main, 0.3),
        mix(colours.pale, colours.bright, 0.3),
        mix(colours.white, colours.pale, 0.3),
      ];
  const sky = sheet.define(
    'sky',
    `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset=".55" stop-color="${middle}"/><stop offset=".8" stop-color="${low}"/><stop offset="1" stop-color="${mix(colours.deep, colours.main, 0.5)}"/></linearGradient>`,
  );
  sheet.add(`<rect width="${width}" height="${height}" fill="${sky}"/>`);
  const spots = [
    lighter(middle, 0.4),
    mix(colours.warm, '#ffffff', 0.4),
    colours.pale,
    mix(colours.second, colours.bright, 0.5),
  ];
  for (const [index, colour] of spots.entries())
    sheet.define(
      `spot${index}`,
      `<radialGradient id="spot${index}"><stop stop-color="${colour}" stop-opacity=".75"/><stop offset=".8" stop-color="${colour}" stop-opacity=".55"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
    );
  for (let spot = 0; spot < 26; spot += 1) {
    const radius = width * random.between(0.02, 0.075);
    sheet.add(
      `<circle cx="${tenth(random.between(0, width))}" cy="${tenth(height * random.between(0.25, 1))}" r="${tenth(radius)}" fill="url(#spot${spot % spots.length})" opacity="${random.between(0.25, 0.8).toFixed(2)}"/>`,
    );
  }
  const sun = sheet.define(
    'sun',
    '<radialGradient id="sun"><stop stop-color="#fffbe8"/><stop offset=".12" stop-color="#fff3cf" stop-opacity=".95"/><stop offset=".4" stop-color="#ffe3a6" stop-opacity=".35"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>',
  );
  sheet.add(`<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(width * 0.42)}" fill="${sun}"/>`);
}

interface Frame {
  readonly width: number;
  /** Pixels of the cut edge that is seen. */
  readonly thickness: number;
  readonly sun: Point;
}

/** Dark in front, its cut edges lit on the side of the sun, and light spilling over it. */
function frame({ sheet, colours }: Scene, lace: Lace, view: View, { width, thickness, sun }: Frame): void {
  const laid = straps(lace, { width, gap: 0 }).map(({ outline, sides }) => ({
    outline: outline.map(view),
    sides: sides.map((side) => side.map(view)),
  }));
  const wood = mix(colours.ink, colours.deep, 0.35);
  const nearer = (point: Point): Point => {
    const towards = subtract(sun, point);
    const reach = length(towards) + 1;
    return add(point, scale(towards, (thickness / reach) * Math.min(1, reach / (sheet.width * 0.3))));
  };
  sheet.layer();
  const rim = mix(wood, colours.warm, 0.38);
  for (const { outline } of laid) sheet.polygon(rim, outline.map(nearer));
  sheet.layer();
  for (const { outline, sides } of laid) {
    sheet.polygon(wood, outline);
    const [, right] = sides;
    if (right) sheet.polygon(darker(wood, 0.25), right);
  }
  const spill = sheet.define(
    'spill',
    `<radialGradient id="spill" gradientUnits="userSpaceOnUse" cx="${tenth(sun[0])}" cy="${tenth(sun[1])}" r="${tenth(sheet.width * 0.62)}"><stop stop-color="#ffe7b0" stop-opacity=".55"/><stop offset=".35" stop-color="#ffd490" stop-opacity=".16"/><stop offset=".62" stop-color="#ffd490" stop-opacity="0"/><stop offset="1" stop-color="${colours.ink}" stop-opacity=".42"/></radialGradient>`,
  );
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${spill}"/>`);
}
