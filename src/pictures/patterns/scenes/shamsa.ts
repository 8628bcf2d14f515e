// The illuminated opening of a manuscript: a shamsa, "little sun", in gold and the palette's colours on polished paper.
import { layStraps } from '../crafts.ts';
import { lightUp } from '../finish.ts';
import { glazeBy } from '../glazes.ts';
import { lace } from '../lace.ts';
import { motif } from '../motifs.ts';
import { darker, lighter, mix } from '../palettes.ts';
import { add, flatView, type Point, type Polygon, polar, regular, scale } from '../plane.ts';
import { offCentre, type Scene } from '../scene.ts';
import { pathOf, tenth } from '../sheet.ts';

interface Sun {
  readonly centre: Point;
  readonly radius: number;
  readonly fold: number;
  readonly turn: number;
}

export function illuminatedSun(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const isNight = random.chance(0.5);
  const paper = isNight
    ? mix(colours.deep, colours.main, random.between(0.2, 0.6))
    : mix('#e9d6ae', colours.bright, random.between(0.06, 0.3));
  const sun: Sun = {
    centre: offCentre(scene),
    radius: sheet.height * random.between(0.36, 0.5),
    fold: random.pick([16, 20, 24]),
    turn: random.between(0, Math.PI),
  };
  const gold = mix(colours.warm, '#e9c46a', 0.4);
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${paper}"/>`);
  scrolls(scene, sun, isNight ? mix(gold, paper, 0.25) : mix(colours.main, paper, 0.35));
  rays(scene, sun, gold, isNight ? colours.pale : colours.main);
  castShadow(scene, sun);
  petals(scene, sun, gold);
  heart(scene, sun, gold);
  leafOfGold(scene, sun);
  lightUp(sheet, {
    x: random.between(0.25, 0.75),
    y: random.between(0, 0.3),
    reach: 1.1,
    colour: '#fff6dd',
    strength: 0.24,
    shade: isNight ? colours.ink : '#3a2410',
    depth: 0.5,
  });
}

/** Thin rays around the disc, every second one with a drop. */
function rays({ sheet }: Scene, { centre, radius, fold, turn }: Sun, gold: string, colour: string): void {
  sheet.layer();
  for (let ray = 0; ray < fold * 2; ray += 1) {
    const angle = turn + (ray * Math.PI) / fold;
    const at = (distance: number, sideways: number): Point =>
      add(centre, add(polar(radius * distance, angle), polar(radius * sideways, angle + Math.PI / 2)));
    const long = ray % 2 === 0 ? 1.42 : 1.28;
    sheet.polygon(gold, [at(0.98, -0.008), at(long, -0.002), at(long, 0.002), at(0.98, 0.008)]);
    const drop = (size: number): Polygon => [
      at(long - 0.1, 0),
      at(long - 0.07, -size),
      at(long - 0.045, -size * 1.1),
      at(long + 0.02, 0),
      at(long - 0.045, size * 1.1),
      at(long - 0.07, size),
    ];
    sheet.polygon(gold, drop(0.022));
    if (ray % 2 === 0) sheet.polygon(colour, drop(0.013));
  }
}

/** Two rings of pointed lobes, as on the edge of a flower. */
function petals({ sheet, colours }: Scene, { centre, radius, fold, turn }: Sun, gold: string): void {
  const lobe = (inner: number, outer: number, shift: number, breadth: number): Polygon[] =>
    Array.from({ length: fold }, (_, index) => {
      const angle = turn + ((index + shift) * 2 * Math.PI) / fold;
      const half = (Math.PI / fold) * breadth;
      const at = (distance: number, side: number): Point => add(centre, polar(radius * distance, angle + side * half));
      const middle = inner + (outer - inner) * 0.45;
      const upper = inner + (outer - inner) * 0.78;
      return [
        at(inner, -0.8),
        at(middle, -1),
        at(upper, -0.72),
        at(outer, 0),
        at(upper, 0.72),
        at(middle, 1),
        at(inner, 0.8),
      ];
    });
  const rings = [
    {
      polygons: lobe(0.72, 1.12, 0.5, 1),
      fill: darker(gold, 0.25),
      inner: lobe(0.74, 1.075, 0.5, 0.82),
      inside: colours.deep,
    },
    { polygons: lobe(0.66, 1.04, 0, 0.98), fill: gold, inner: lobe(0.68, 0.99, 0, 0.8), inside: colours.main },
    { polygons: lobe(0.66, 0.9, 0, 0.5), fill: gold, inner: lobe(0.66, 0.87, 0, 0.36), inside: colours.bright },
  ];
  for (const { polygons, fill, inner, inside } of rings) {
    sheet.layer();
    for (const polygon of polygons) sheet.polygon(fill, polygon);
    sheet.layer();
    for (const polygon of inner) sheet.polygon(inside, polygon);
  }
}

/** The woven star in the middle, within gold rings. */
function heart({ sheet, random, colours }: Scene, { centre, radius, fold, turn }: Sun, gold: string): void {
  const inner = radius * 0.72;
  const ring = (share: number, fill: string): string =>
    `<circle cx="${tenth(centre[0])}" cy="${tenth(centre[1])}" r="${tenth(inner * share)}" fill="${fill}"/>`;
  sheet.layer();
  sheet.add(ring(1.05, darker(gold, 0.4)) + ring(1.035, gold) + ring(1.01, colours.ink) + ring(1, colours.deep));
  const contacts = regular(fold, 1, 0).map((middle) => ({ middle, inward: scale(middle, -1) }));
  const lean = (random.between(2.1, 2.5) * Math.PI) / fold;
  const star = lace([
    motif(
      { centre: [0, 0], isRegular: true, contacts },
      {
        lean,
        meetings: 1,
        rosette: { run: random.between(0.24, 0.36), tip: random.between(0.52, 0.64), core: Math.round(fold / 5) },
      },
    ),
  ]);
  const view = flatView(inner, turn, centre);
  const clip = sheet.define(
    'heart',
    `<clipPath id="heart"><path d="${pathOf(regular(64, inner, 0, centre))}"/></clipPath>`,
  );
  const glaze = glazeBy('dark', star.pieces, colours, random, 0.06);
  sheet.layer(`clip-path="${clip}"`);
  for (const piece of star.pieces) sheet.polygon(glaze(piece), piece.corners.map(view));
  layStraps(sheet, star, view, { colour: gold, width: 0.26 / fold, gap: 0, relief: 0.35 });
  sheet.layer();
  sheet.add(ring(0.05, lighter(gold, 0.3)));
}

/** Laid gold shines where it turns to the light. */
function leafOfGold({ sheet }: Scene, { centre: [x, y], radius }: Sun): void {
  const reach = radius * 0.72;
  const place = `gradientUnits="userSpaceOnUse" x1="${tenth(x - reach)}" y1="${tenth(y + reach)}" x2="${tenth(x + reach)}" y2="${tenth(y - reach)}"`;
  const shine = sheet.define(
    'shine',
    `<linearGradient id="shine" ${place}><stop stop-color="#000" stop-opacity=".34"/><stop offset=".42" stop-color="#000" stop-opacity=".04"/><stop offset=".55" stop-color="#fff6d8" stop-opacity=".22"/>` +
      '<stop offset=".64" stop-color="#fff6d8" stop-opacity=".03"/><stop offset="1" stop-color="#fff6d8" stop-opacity=".28"/></linearGradient>',
  );
  sheet.layer();
  sheet.add(`<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(reach)}" fill="${shine}"/>`);
}

/** The disc lies a little above the paper. */
function castShadow({ sheet, colours }: Scene, { centre: [x, y], radius }: Sun): void {
  const fall = sheet.define(
    'fall',
    `<radialGradient id="fall"><stop offset=".72" stop-color="${colours.ink}" stop-opacity=".55"/><stop offset=".86" stop-color="${colours.ink}" stop-opacity=".16"/><stop offset="1" stop-color="${colours.ink}" stop-opacity="0"/></radialGradient>`,
  );
  sheet.layer();
  sheet.add(
    `<circle cx="${tenth(x - radius * 0.035)}" cy="${tenth(y + radius * 0.05)}" r="${tenth(radius * 1.3)}" fill="${fall}"/>`,
  );
}

/** Vines that run in spirals over the ground, each with leaves and a flower at its heart. */
function scrolls({ sheet, random }: Scene, { centre, radius }: Sun, colour: string): void {
  const spacing = sheet.height * random.between(0.15, 0.2);
  const strokes: string[] = [];
  sheet.layer();
  for (let row = -1; row * spacing * 0.86 < sheet.height + spacing; row += 1)
    for (let column = -1; column * spacing < sheet.width + spacing; column += 1) {
      const heart: Point = [(column + (row % 2 === 0 ? 0 : 0.5)) * spacing, row * spacing * 0.86];
      if (Math.hypot(heart[0] - centre[0], heart[1] - centre[1]) < radius * 0.9) continue;
      const hand = (row + column) % 2 === 0 ? 1 : -1;
      const spiral = Array.from({ length: 30 }, (_, step) => {
        const share = step / 29;
        return add(heart, polar(spacing * (0.56 - 0.46 * share), hand * (share * 9.2 + row)));
      });
      strokes.push(pathOf(spiral, false));
      for (let leaf = 3; leaf < 27; leaf += 3)
        layLeaf(sheet, colour, spiral, leaf, spacing * 0.085, leaf % 2 === 0 ? 1 : -1);
      for (let petal = 0; petal < 6; petal += 1) {
        const angle = (petal * Math.PI) / 3 + row;
        const tip = add(heart, polar(spacing * 0.085, angle));
        sheet.polygon(colour, [
          heart,
          add(heart, polar(spacing * 0.055, angle - 0.5)),
          tip,
          add(heart, polar(spacing * 0.055, angle + 0.5)),
        ]);
      }
    }
  sheet.add(
    `<path d="${strokes.join('')}" fill="none" stroke="${colour}" stroke-width="${tenth(Math.max(1, spacing * 0.011))}" stroke-linecap="round"/>`,
  );
}

function layLeaf(
  sheet: Scene['sheet'],
  colour: string,
  stem: Polygon,
  index: number,
  size: number,
  side: number,
): void {
  const [from, to] = [stem[index], stem[index + 1]];
  if (!from || !to) return;
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]) + side * 0.75;
  const at = (along: number, across: number): Point =>
    add(from, add(polar(size * along, angle), polar(size * across * side, angle + Math.PI / 2)));
  sheet.polygon(colour, [from, at(0.35, 0.22), at(0.75, 0.24), at(1.15, -0.1), at(0.8, -0.02), at(0.45, -0.08)]);
}
