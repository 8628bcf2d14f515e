// Looking up into a dome. The plane is rolled up by the complex exponential, which keeps every angle: stars stay stars,
// and each ring of them is smaller than the one below it in the same proportion.
import { layStraps, layTile } from '../crafts.ts';
import { chooseDesign, layField } from '../field.ts';
import { glazeBy, type Scheme } from '../glazes.ts';
import { type Lace, lace } from '../lace.ts';
import { type MotifOptions, motif } from '../motifs.ts';
import { darker, mix } from '../palettes.ts';
import { add, flatView, type Point, polar, regular, scale, type View } from '../plane.ts';
import { offCentre, type Scene } from '../scene.ts';
import { pathOf, tenth } from '../sheet.ts';
import type { Tile } from '../tilings.ts';

export function domeFromBelow(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const design = chooseDesign(random, ['eight', 'sixteen', 'sixteen']);
  const around = design.fold === 8 ? random.pick([10, 12, 14]) : random.pick([8, 9, 10]);
  const centre = offCentre(scene);
  const turn = random.between(0, Math.PI);
  const rim = Math.hypot(sheet.width, sheet.height) * 0.8;
  const step = (2 * Math.PI) / around;
  const view: View = ([x, y]) => add(centre, polar(rim * Math.exp(-step * (x + 8)), turn + step * y));
  // One round of cells, and a little more so that the seam closes.
  const seen: View = (point) => (Math.abs(point[1]) > around / 2 + 0.6 ? [Number.NaN, Number.NaN] : view(point));
  const eye = sheet.height * random.between(0.17, 0.23);
  const whole = layField(design, seen, sheet, 14, (point) => isOutside(point, centre, eye * 0.7));
  const rings: Lace = {
    ...whole,
    pieces: whole.pieces.filter(
      (piece) => Math.abs(piece.centre[1]) <= around / 2 + 1e-6 && isOutside(view(piece.centre), centre, eye * 0.9),
    ),
  };
  const scheme = random.pick<Scheme>(['gilded', 'gilded', 'dark', 'light']);
  layTile(sheet, rings, view, {
    glaze: glazeBy(scheme, rings.pieces, colours, random, 0.1),
    grout: mix(colours.ink, colours.deep, 0.4),
    joint: 0.012,
  });
  layStraps(
    sheet,
    {
      ...rings,
      stretches: rings.stretches.filter(({ from }) => isOutside(view(whole.knots[from]?.at ?? [0, 0]), centre, eye)),
    },
    view,
    {
      colour: scheme === 'light' ? colours.white : colours.warm,
      width: 0.24 / design.fold,
      gap: 0,
      relief: 0.5,
    },
  );
  crown(scene, centre, eye, turn);
  gloom(scene, centre, rim);
}

const isOutside = ([x, y]: Point, [cx, cy]: Point, radius: number): boolean => Math.hypot(x - cx, y - cy) > radius;

/** The great star in the middle, in gold rings. */
function crown({ sheet, random, colours }: Scene, centre: Point, radius: number, turn: number): void {
  const ring = (at: number, fill: string): string =>
    `<circle cx="${tenth(centre[0])}" cy="${tenth(centre[1])}" r="${tenth(at)}" fill="${fill}"/>`;
  const gold = colours.warm;
  sheet.layer();
  sheet.add(
    [
      [1.08, darker(gold, 0.55)],
      [1.06, gold],
      [1.03, darker(gold, 0.3)],
      [1.015, mix(gold, '#fff0c0', 0.5)],
      [1, colours.ink],
    ]
      .map(([at, fill]) => ring(radius * Number(at), String(fill)))
      .join(''),
  );
  const fold = random.pick([16, 20, 24]);
  const star: Tile = {
    centre: [0, 0],
    isRegular: true,
    contacts: regular(fold, 1, 0).map((middle) => ({ middle, inward: scale(middle, -1) })),
  };
  const options: MotifOptions = {
    lean: (2.3 * Math.PI) / fold,
    meetings: 1,
    rosette: { run: 0.3, tip: 0.6, core: Math.round(fold / 5) },
  };
  const medallion = lace([motif(star, options)]);
  const view = flatView(radius, turn, centre);
  const clip = sheet.define(
    'eye',
    `<clipPath id="eye"><circle cx="${tenth(centre[0])}" cy="${tenth(centre[1])}" r="${tenth(radius)}"/></clipPath>`,
  );
  const glaze = glazeBy('dark', medallion.pieces, colours, random, 0.08);
  sheet.layer(`clip-path="${clip}"`);
  sheet.add(`<path fill="${colours.main}" d="${pathOf(regular(48, radius, 0, centre))}"/>`);
  for (const piece of medallion.pieces) sheet.polygon(glaze(piece), piece.corners.map(view));
  layStraps(sheet, medallion, view, { colour: gold, width: 0.35 / fold, gap: 0, relief: 0.5 });
  const glow = sheet.define(
    'crown',
    `<radialGradient id="crown"><stop stop-color="#fff3cf" stop-opacity=".75"/><stop offset=".35" stop-color="#ffe2a0" stop-opacity=".25"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>`,
  );
  sheet.layer();
  sheet.add(ring(radius * 1.7, glow));
}

/** Light gathers at the crown and is lost towards the rim. */
function gloom({ sheet, colours, random }: Scene, [x, y]: Point, rim: number): void {
  const angle = random.between(0, 2 * Math.PI);
  const shade = sheet.define(
    'gloom',
    `<radialGradient id="gloom" gradientUnits="userSpaceOnUse" cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(rim)}" fx="${tenth(x + Math.cos(angle) * rim * 0.12)}" fy="${tenth(y + Math.sin(angle) * rim * 0.12)}">` +
      `<stop stop-color="${colours.ink}" stop-opacity="0"/><stop offset=".35" stop-color="${colours.ink}" stop-opacity=".12"/><stop offset=".62" stop-color="${colours.ink}" stop-opacity=".5"/><stop offset="1" stop-color="${colours.ink}" stop-opacity=".9"/></radialGradient>`,
  );
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${shade}"/>`);
}
