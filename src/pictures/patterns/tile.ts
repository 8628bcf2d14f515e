// A small pattern that repeats without a seam, for the place of a picture that has no file: quiet on light pages and dark.
import type { Palette } from '../../story/section.ts';
import { colours, mix } from './palettes.ts';
import { add, type Polygon, polar } from './plane.ts';
import { pathOf } from './sheet.ts';

const side = 64;

/** An eight-pointed star, which is two squares: the khatam. */
const star = (x: number, y: number, radius: number): Polygon =>
  Array.from({ length: 16 }, (_, index) =>
    add([x, y], polar(index % 2 === 0 ? radius : radius * 0.7654, (index * Math.PI) / 8)),
  );

/** Stars and crosses: stars on a square lattice tip to tip, and the crosses that they leave. At most 1.5 KB of SVG. */
export function patternTile(name: Palette): string {
  const { main, deep, warm } = colours[name];
  const half = side / 2;
  const corners = [0, side].flatMap((x) => [0, side].map((y) => star(x, y, half * 0.3)));
  const ground = mix(main, deep, 0.35);
  const small = corners.map((corner) => pathOf(corner)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" fill="${ground}"/>` +
    `<g stroke="${mix(warm, ground, 0.35)}" stroke-width="1"><path fill="${main}" d="${pathOf(star(half, half, half))}"/>` +
    `<path fill="${deep}" d="${pathOf(star(half, half, half * 0.5))}"/><path fill="${mix(main, deep, 0.7)}" d="${small}"/></g></svg>`
  );
}
