// A muqarnas vault from below: tiers of small niches, each tier stepped between the two of the tier outside it, closing
// in on a star. The plan is all that a mason was given; the shading of the cells is what the eye makes of it.
// Source for the plan's grammar of tiers: Dold-Samplonius, Practical Arabic Mathematics: Measuring the Muqarnas (1992).
import { darker, lighter, mix } from '../palettes.ts';
import { add, lerp, type Point, type Polygon, polar } from '../plane.ts';
import { offCentre, type Scene } from '../scene.ts';
import { type Sheet, tenth } from '../sheet.ts';

interface Vault {
  readonly centre: Point;
  readonly niches: number;
  readonly turn: number;
  /** Each tier's radius over that of the tier outside it. */
  readonly shrink: number;
  readonly rim: number;
  readonly tiers: number;
}

export function muqarnasVault(scene: Scene): void {
  const { sheet, random, colours } = scene;
  const niches = random.pick([16, 20, 24]);
  const vault: Vault = {
    centre: offCentre(scene),
    niches,
    turn: random.between(0, Math.PI),
    shrink: 1 - random.between(1.7, 2.2) / niches,
    rim: Math.hypot(sheet.width, sheet.height) * 0.92,
    tiers: niches,
  };
  const isPainted = random.chance(0.5);
  const stone = isPainted
    ? mix(colours.white, colours.pale, 0.5)
    : mix(colours.white, colours.bright, random.between(0.25, 0.5));
  const light = random.between(0, 2 * Math.PI);
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${darker(stone, 0.6)}"/>`);
  for (let tier = 0; tier < vault.tiers; tier += 1) {
    const depth = tier / vault.tiers;
    const band = (tier + 2) % 4 === 0 ? colours.main : tier % 4 === 1 ? colours.warm : null;
    const body = darker(isPainted && band ? mix(band, stone, 0.15) : stone, 0.3 - depth * 0.3);
    for (const part of parts) {
      sheet.layer();
      for (let niche = 0; niche < niches; niche += 1) layNiche(scene, vault, { tier, niche, body, light, part });
    }
  }
  star(scene, vault);
  gather(scene, vault);
}

interface Niche {
  readonly tier: number;
  readonly niche: number;
  readonly body: string;
  readonly light: number;
  readonly part: Part;
}

/** Each is laid for a whole tier before the next, since what has one colour is painted together. */
const parts = ['faces', 'lip', 'dark', 'back', 'light'] as const;
type Part = (typeof parts)[number];

/** A pointed hollow between two ribs that meet at its head: two leaning faces, and the dark of the hollow between them. */
function layNiche({ sheet, colours }: Scene, vault: Vault, { tier, niche, body, light, part }: Niche): void {
  const at = (outward: number, sideways: number): Point => {
    const radius = vault.rim * vault.shrink ** (tier + outward);
    const angle = vault.turn + ((niche + tier / 2 + sideways) * 2 * Math.PI) / vault.niches;
    return add(vault.centre, polar(radius, angle));
  };
  const [foot, left, right, head] = [at(0, 0), at(1, -0.5), at(1, 0.5), at(2, 0)];
  const middle = lerp(foot, head, 0.5);
  if (!isNear(sheet, middle, vault.rim * vault.shrink ** tier * 0.4)) return;
  const faces = vault.turn + ((niche + tier / 2) * 2 * Math.PI) / vault.niches;
  const tone = (slope: number): string => {
    const step = Math.round(Math.cos(faces + slope - light) * 5) / 5;
    return step > 0 ? lighter(body, step * 0.5) : darker(body, -step * 0.4);
  };
  const hollow = at(1.3, 0);
  if (part === 'faces') {
    sheet.polygon(tone(Math.PI * 0.6), [foot, hollow, left]);
    sheet.polygon(tone(-Math.PI * 0.6), [foot, right, hollow]);
    sheet.polygon(darker(tone(Math.PI * 0.8), 0.2), [left, hollow, head]);
    sheet.polygon(darker(tone(-Math.PI * 0.8), 0.3), [hollow, right, head]);
    return;
  }
  // A pointed arch that stands on the outer side and comes to its point towards the middle of the vault.
  const arch = (size: number): Polygon =>
    archOutline.map(([outward, sideways]) => at(archFoot + (outward - archFoot) * size, sideways * size));
  if (part === 'lip') sheet.polygon(lighter(tone(0), 0.22), arch(1.12));
  if (part === 'dark') sheet.polygon(mix(darker(body, 0.66), colours.ink, 0.3), arch(1));
  if (part === 'back') sheet.polygon(darker(tone(Math.PI), 0.5), arch(0.8));
  if (part === 'light') sheet.polygon(darker(tone(Math.PI), 0.28), arch(0.52));
}

const archFoot = 0.5;
const rightSide: readonly Point[] = [
  [0.5, 0.16],
  [0.8, 0.25],
  [1.1, 0.29],
  [1.35, 0.25],
  [1.6, 0.14],
];
const archOutline: readonly Point[] = [
  ...rightSide,
  [1.86, 0],
  ...rightSide.map(([outward, sideways]): Point => [outward, -sideways]).reverse(),
];

const isNear = ({ width, height }: Sheet, [x, y]: Point, margin: number): boolean =>
  x > -margin && x < width + margin && y > -margin && y < height + margin;

function star({ sheet, colours }: Scene, { centre, niches, turn, rim, shrink, tiers }: Vault): void {
  const radius = rim * shrink ** (tiers - 0.2);
  const points = (outer: number, inner: number, shift: number): Polygon =>
    Array.from({ length: niches * 2 }, (_, index) =>
      add(centre, polar(index % 2 === 0 ? outer : inner, turn + ((index / 2 + shift) * 2 * Math.PI) / niches)),
    );
  sheet.layer();
  sheet.polygon(darker(colours.warm, 0.35), points(radius * 1.04, radius * 0.86, tiers / 2));
  sheet.polygon(colours.warm, points(radius, radius * 0.82, tiers / 2));
  sheet.layer();
  sheet.polygon(colours.deep, points(radius * 0.8, radius * 0.56, tiers / 2));
  sheet.layer();
  sheet.polygon(mix(colours.warm, '#fff2cc', 0.45), points(radius * 0.5, radius * 0.26, tiers / 2 + 0.5));
  sheet.layer();
  sheet.polygon(colours.main, points(radius * 0.22, radius * 0.12, tiers / 2));
}

function gather({ sheet, colours }: Scene, { centre: [x, y], rim }: Vault): void {
  const shade = sheet.define(
    'gather',
    `<radialGradient id="gather" gradientUnits="userSpaceOnUse" cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(rim * 0.9)}"><stop stop-color="#fff1cc" stop-opacity=".42"/><stop offset=".22" stop-color="#fff1cc" stop-opacity=".08"/>` +
      `<stop offset=".4" stop-color="${colours.ink}" stop-opacity=".08"/><stop offset="1" stop-color="${colours.ink}" stop-opacity=".82"/></radialGradient>`,
  );
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${shade}"/>`);
}
