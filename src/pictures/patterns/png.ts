// Writes a PNG file from its chunks. Source: PNG specification (ISO/IEC 15948).
import { crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The IHDR chunk's body. @param colourType 0 for grey, 3 for a palette */
export function pngHeader(width: number, height: number, bits: number, colourType: 0 | 3): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, 0], 8);
  return header;
}

export const pngFile = (chunks: readonly (readonly [type: string, body: Uint8Array])[]): Buffer =>
  Buffer.concat([signature, ...chunks.map(([type, body]) => chunk(type, body)), chunk('IEND', new Uint8Array())]);
