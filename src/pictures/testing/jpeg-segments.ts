// Writes metadata into JPEG files for tests, as old newsroom software does: sharp writes EXIF and XMP, but no IPTC.

const marker = (code: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | code, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** Right after the start of the picture, before what is there. */
const inserted = (jpeg: Buffer, segment: Buffer): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);

/** IPTC record 2 datasets by their numbers (120 caption, 110 credit, 80 by-line, 116 copyright), in whatever bytes are given. */
export function withIptc(jpeg: Buffer, datasets: readonly (readonly [number, Buffer])[]): Buffer {
  const iim = Buffer.concat(
    datasets.map(([number, value]) => {
      const head = Buffer.from([0x1c, 2, number, 0, 0]);
      head.writeUInt16BE(value.length, 3);
      return Buffer.concat([head, value]);
    }),
  );
  const resource = Buffer.concat([Buffer.from('8BIM'), Buffer.from([4, 4, 0, 0, 0, 0, 0, 0]), iim]);
  resource.writeUInt32BE(iim.length, 8);
  const padding = Buffer.alloc(iim.length % 2);
  return inserted(jpeg, marker(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource, padding])));
}

export const withXmp = (jpeg: Buffer, packet: string): Buffer =>
  inserted(jpeg, marker(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`)));

/** As Node has no encoder for windows-1256, the other way round: each character's byte is looked up by decoding all bytes. */
export function windows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256');
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (character) => byteOf.get(character) ?? 0x3f));
}
