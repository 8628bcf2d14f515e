// A film of grain as a small PNG inside the drawing: SVG's own noise filter takes ten times as long to render.
import { crc32, deflateSync } from 'node:zlib';
import { seeded } from './random.ts';
import type { Sheet } from './sheet.ts';

const side = 128;
const levels = 16;

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** A PNG of 16 palette entries, black through nothing to white, in 4 bits a pixel. Source: PNG specification (ISO/IEC 15948). */
function grainPng(seed: string): Buffer {
  const random = seeded(`${seed} film`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const entries = Array.from({ length: levels }, (_, level) => level - (levels - 1) / 2);
  const colours = Buffer.from(entries.flatMap((value) => (value < 0 ? [0, 0, 0] : [255, 250, 240])));
  const alphas = Buffer.from(entries.map((value) => Math.round(Math.abs(value) * 4.4)));
  const rows = Buffer.alloc(side * (side / 2 + 1));
  // The sum of three throws falls near the middle most often, as grain does.
  const level = (): number => Math.floor(((random.next() + random.next() + random.next()) / 3) * levels);
  for (let at = 0; at < rows.length; at += 1) if (at % (side / 2 + 1) !== 0) rows[at] = (level() << 4) | level();
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('tRNS', alphas),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
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
