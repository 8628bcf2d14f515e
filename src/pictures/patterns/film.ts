// A film of grain as a small PNG inside the drawing: SVG's own noise filter takes ten times as long to render.
import { deflateSync } from 'node:zlib';
import { pngFile, pngHeader } from './png.ts';
import { seeded } from './random.ts';
import type { Sheet } from './sheet.ts';

const side = 128;
const levels = 16;

/** A PNG of 16 palette entries, black through nothing to white, in 4 bits a pixel. */
function grainPng(seed: string): Buffer {
  const random = seeded(`${seed} film`);
  const entries = Array.from({ length: levels }, (_, level) => level - (levels - 1) / 2);
  const colours = Buffer.from(entries.flatMap((value) => (value < 0 ? [0, 0, 0] : [255, 250, 240])));
  const alphas = Buffer.from(entries.map((value) => Math.round(Math.abs(value) * 4.4)));
  const rows = Buffer.alloc(side * (side / 2 + 1));
  // The sum of three throws falls near the middle most often, as grain does.
  const level = (): number => Math.floor(((random.next() + random.next() + random.next()) / 3) * levels);
  for (let at = 0; at < rows.length; at += 1) if (at % (side / 2 + 1) !== 0) rows[at] = (level() << 4) | level();
  return pngFile([
    ['IHDR', pngHeader(side, side, 4, 3)],
    ['PLTE', colours],
    ['tRNS', alphas],
    ['IDAT', deflateSync(rows, { level: 9 })],
  ]);
}

/** Lays the film over the whole sheet. @param strength 0 to 1 */
export function grain(sheet: Sheet, seed: string, strength: number): void {
  const image = `data:image/png;base64,${grainPng(seed).toString('base64')}`;
  const film = sheet.define(
    'film',
    `<pattern id="film" width="${side}" height="${side}" patternUnits="userSpaceOnUse"><image width="${side}" height="${side}" href="${image}"/></pattern>`,
  );
  sheet.layer();
  sheet.add(`<rect width="${sheet.width}" height="${sheet.height}" fill="${film}" opacity="${strength.toFixed(2)}"/>`);
}
