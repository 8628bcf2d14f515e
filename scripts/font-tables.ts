// The tables of TrueType files: reads them, and joins the glyphs of two faces of one design into one file.

export type FontTables = ReadonlyMap<string, Buffer>;

/** The tables of a TrueType file, by their four letters. */
export function readTables(font: Buffer): FontTables {
  const tables = new Map<string, Buffer>();
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    const offset = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString('latin1', entry, entry + 4),
      font.subarray(offset, offset + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

function tableOf(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined)
    throw new Error(`a font of the paper has no ${tag} table: its package has changed its format`);
  return table;
}

interface Metrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
}

export function readMetrics(tables: FontTables): Metrics {
  const hhea = tableOf(tables, 'hhea');
  return {
    unitsPerEm: tableOf(tables, 'head').readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: -hhea.readInt16BE(6),
  };
}

/**
 * A font with another's glyphs after its own, reachable by the other's characters where it has none itself. Both must
 * come from one design (same units, same line): only outlines, widths and the character map are joined.
 */
export function withGlyphsOf(base: FontTables, extra: FontTables): Buffer {
  if (readMetrics(base).unitsPerEm !== readMetrics(extra).unitsPerEm) throw new Error('two faces of different scale');
  const own = readGlyphs(base);
  const theirs = readGlyphs(extra);
  const moved = own.outlines.length;
  const outlines = [...own.outlines, ...theirs.outlines.map((outline) => withMovedParts(outline, moved))];
  const widths = [...own.widths, ...theirs.widths];
  const characters = new Map([...theirs.characters].map(([character, glyph]) => [character, glyph + moved]));
  for (const [character, glyph] of own.characters) characters.set(character, glyph);

  const head = Buffer.from(tableOf(base, 'head'));
  head.writeInt16BE(1, 50); // glyph offsets of four bytes
  const hhea = Buffer.from(tableOf(base, 'hhea'));
  hhea.writeUInt16BE(widths.length, 34);
  const maxp = Buffer.from(tableOf(base, 'maxp'));
  const otherMaxp = tableOf(extra, 'maxp');
  for (let at = 6; at < 32; at += 2)
    maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(at), otherMaxp.readUInt16BE(at)), at);
  maxp.writeUInt16BE(outlines.length, 4);

  const joined = new Map(base);
  const { glyf, loca } = writeOutlines(outlines);
  for (const [tag, table] of Object.entries({
    head,
    hhea,
    maxp,
    glyf,
    loca,
    hmtx: Buffer.concat(widths),
    cmap: writeCharacterMap(characters),
  }))
    joined.set(tag, table);
  return writeTables(joined);
}

/** The characters that a font has glyphs for, with the glyphs' numbers. */
export const charactersOf = (tables: FontTables): ReadonlyMap<number, number> =>
  readCharacterMap(tableOf(tables, 'cmap'));

interface Glyphs {
  readonly outlines: readonly Buffer[];
  /** Advance and side bearing, four bytes a glyph. */
  readonly widths: readonly Buffer[];
  readonly characters: ReadonlyMap<number, number>;
}

function readGlyphs(tables: FontTables): Glyphs {
  const count = tableOf(tables, 'maxp').readUInt16BE(4);
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1;
  const loca = tableOf(tables, 'loca');
  const glyf = tableOf(tables, 'glyf');
  const hmtx = tableOf(tables, 'hmtx');
  const advances = tableOf(tables, 'hhea').readUInt16BE(34);
  const at = (glyph: number) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const outlines: Buffer[] = [];
  const widths: Buffer[] = [];
  for (let glyph = 0; glyph < count; glyph++) {
    outlines.push(glyf.subarray(at(glyph), at(glyph + 1)));
    const width = Buffer.alloc(4);
    width.writeUInt16BE(hmtx.readUInt16BE(Math.min(glyph, advances - 1) * 4), 0);
    width.writeInt16BE(hmtx.readInt16BE(glyph < advances ? glyph * 4 + 2 : advances * 4 + (glyph - advances) * 2), 2);
    widths.push(width);
  }
  return { outlines, widths, characters: charactersOf(tables) };
}

/** A composite outline names its parts by glyph number; they have moved. */
function withMovedParts(outline: Buffer, by: number): Buffer {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return outline;
  const moved = Buffer.from(outline);
  let at = 10;
  for (;;) {
    const flags = moved.readUInt16BE(at);
    moved.writeUInt16BE(moved.readUInt16BE(at + 2) + by, at + 2);
    at += 4 + (flags & 0x1 ? 4 : 2) + (flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if ((flags & 0x20) === 0) return moved;
  }
}

function writeOutlines(outlines: readonly Buffer[]): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  const parts: Buffer[] = [];
  let offset = 0;
  outlines.forEach((outline, glyph) => {
    loca.writeUInt32BE(offset, glyph * 4);
    const padding = (4 - (outline.length % 4)) % 4;
    parts.push(outline, Buffer.alloc(padding));
    offset += outline.length + padding;
  });
  loca.writeUInt32BE(offset, outlines.length * 4);
  return { glyf: Buffer.concat(parts), loca };
}

/** Characters and their glyphs from a map of format 4, which every font here has for the basic plane. */
function readCharacterMap(cmap: Buffer): Map<number, number> {
  const characters = new Map<number, number>();
  for (let entry = 4; entry < 4 + 8 * cmap.readUInt16BE(2); entry += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const bytes = table.readUInt16BE(6);
    for (let segment = 0; segment < bytes; segment += 2) {
      const last = table.readUInt16BE(14 + segment);
      const first = table.readUInt16BE(16 + bytes + segment);
      const delta = table.readUInt16BE(16 + 2 * bytes + segment);
      const rangeAt = 16 + 3 * bytes + segment;
      const rangeOffset = table.readUInt16BE(rangeAt);
      for (let character = first; character <= last && character < 0xffff; character++) {
        const listed =
          rangeOffset === 0 ? character : table.readUInt16BE(rangeAt + rangeOffset + (character - first) * 2);
        if (listed !== 0 || rangeOffset === 0) characters.set(character, (listed + delta) & 0xffff);
      }
    }
  }
  return characters;
}

function writeCharacterMap(characters: ReadonlyMap<number, number>): Buffer {
  const runs: { first: number; last: number; delta: number }[] = [];
  for (const [character, glyph] of [...characters].sort((a, b) => a[0] - b[0])) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === character - 1 && ((character + run.delta) & 0xffff) === glyph)
      run.last = character;
    else runs.push({ first: character, last: character, delta: (glyph - character) & 0xffff });
  }
  runs.push({ first: 0xffff, last: 0xffff, delta: 1 });
  const bytes = runs.length * 2;
  const table = Buffer.alloc(16 + 4 * bytes);
  const power = 2 ** Math.floor(Math.log2(runs.length));
  [4, table.length, 0, bytes, power * 2, Math.log2(power), bytes - power * 2].forEach((value, index) => {
    table.writeUInt16BE(value, index * 2);
  });
  runs.forEach((run, index) => {
    table.writeUInt16BE(run.last, 14 + index * 2);
    table.writeUInt16BE(run.first, 16 + bytes + index * 2);
    table.writeUInt16BE(run.delta, 16 + 2 * bytes + index * 2);
  });
  // One subtable for Windows' and the web's Unicode encoding: platform 3, encoding 1, 12 bytes in.
  const header = Buffer.from([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12]);
  return Buffer.concat([header, table]);
}

function writeTables(tables: FontTables): Buffer {
  const tags = [...tables.keys()].sort();
  const directory = Buffer.alloc(12 + 16 * tags.length);
  directory.writeUInt32BE(0x0001_0000, 0);
  directory.writeUInt16BE(tags.length, 4);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  tags.forEach((tag, index) => {
    const table = tableOf(tables, tag);
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    parts.push(table, Buffer.alloc((4 - (table.length % 4)) % 4));
    offset += table.length + ((4 - (table.length % 4)) % 4);
  });
  // Sums are left out: HarfBuzz, which the result goes through next, writes them.
  return Buffer.concat(parts);
}
