// Makes the paper's fonts: cuts each face down to what the Arabic press needs and joins its letters with its figures and
// signs, which the packages keep in two files, so that one page asks for as few files as it has faces.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface SubsetOptions {
  readonly targetFormat: 'sfnt' | 'woff2';
  readonly keepFeatures?: readonly string[];
  readonly noHinting?: boolean;
  readonly keepAllGlyphs?: boolean;
}
const subsetFont = require('subset-font') as (
  font: Buffer,
  text: string | undefined,
  options: SubsetOptions,
) => Promise<Buffer>;

/** A font file as it is served, named for what it holds: `plex-arabic-700.woff2`. */
export interface FontFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const families = [
  { short: 'plex', source: 'ibm-plex-sans-arabic', family: 'Plex', weights: [400, 600] },
  { short: 'naskh', source: 'noto-naskh-arabic', family: 'Naskh', weights: [400, 700] },
] as const;

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/** The 28 letters with every hamza, tatweel; the vowel marks; the Persian letters of foreign names; ornate brackets. */
const arabicLetters =
  range(0x621, 0x63a) +
  range(0x640, 0x655) +
  range(0x660, 0x66d) +
  'ٱٰٹپچڑژڤڨڭکگڥںیے،؛؟؍٭۔ﷺ﷼﴾﴿\u200c\u200d\u200e\u200f \u00a0';
/** Figures and the signs between them, which both scripts share. */
const signs = `${range(0x20, 0x40)}[]_{|}«»–—…‘’“”•%°·×±−€£`;
const latinLetters = range(0x41, 0x5a) + range(0x61, 0x7a) + range(0xa1, 0xff) + 'ŒœŠšŽžŸĀāĪīŪūḤḥṢṣṬṭḌḍẒẓʿʾ';

/** What Arabic needs to be shaped and its marks placed; without the stylistic sets and old-style alternates. */
const arabicFeatures = [
  'ccmp',
  'isol',
  'init',
  'medi',
  'fina',
  'rlig',
  'calt',
  'liga',
  'locl',
  'mark',
  'mkmk',
  'kern',
  'curs',
];

/** Where a face may be used, as a stylesheet writes it. The Arabic faces also carry the shared signs. */
const arabicRange =
  'U+20-40,U+5B-60,U+7B-7D,U+A0,U+A3,U+AB,U+B0,U+B1,U+B7,U+BB,U+D7,U+600-6FF,U+200C-200F,U+2010-2026,U+20AC,U+2212,U+FD3E-FDFF';
const latinRange = 'U+20-17F,U+1E00-1EFF,U+2B0-2FF,U+2010-2026,U+20AC,U+2212';

/** The fonts' bytes. Takes about a second; the result depends on nothing but the installed packages. */
export async function buildFonts(): Promise<FontFile[]> {
  const files: FontFile[] = [];
  for (const { short, source, weights } of families) {
    for (const weight of weights) {
      const arabic = await sliceOf(source, 'arabic', weight);
      const latin = await sliceOf(source, 'latin', weight);
      const letters = await subsetFont(arabic, arabicLetters, {
        targetFormat: 'sfnt',
        keepFeatures: arabicFeatures,
        noHinting: true,
      });
      const shared = await subsetFont(latin, signs, { targetFormat: 'sfnt', keepFeatures: [], noHinting: true });
      const joined = withGlyphsOf(readTables(letters), readTables(shared));
      files.push({
        name: `${short}-arabic-${weight}.woff2`,
        bytes: await subsetFont(joined, undefined, { targetFormat: 'woff2', keepAllGlyphs: true }),
      });
      files.push({
        name: `${short}-latin-${weight}.woff2`,
        bytes: await subsetFont(latin, signs + latinLetters, {
          targetFormat: 'woff2',
          keepFeatures: ['kern', 'liga', 'ccmp', 'mark'],
          noHinting: true,
        }),
      });
    }
  }
  return files;
}

const sliceOf = (source: string, slice: 'arabic' | 'latin', weight: number): Promise<Buffer> =>
  readFile(require.resolve(`@fontsource/${source}/files/${source}-${slice}-${weight}-normal.woff2`));

/**
 * The stylesheet's @font-face rules. `optional`: a face that is not there for the first paint is not swapped in later, so
 * no line of text ever moves under the reader's eyes; pages preload the faces that they open with.
 *
 * The fallbacks are the reader's own Arabic faces set on our faces' metrics, read from the files, so that a line is as
 * high with them as without. The widths were measured against Noto Sans Arabic and Noto Naskh Arabic, which is what
 * Android has; Apple's and Microsoft's faces come within a few hundredths of them.
 */
export async function fontFaces(pathOf: (name: string) => string): Promise<string> {
  const rules: string[] = [];
  for (const { short, source, family, weights } of families) {
    for (const weight of weights) {
      for (const [script, unicodeRange] of [
        ['arabic', arabicRange],
        ['latin', latinRange],
      ] as const) {
        rules.push(
          `@font-face{font-family:'${family} ${script}';font-weight:${weight};font-display:optional;` +
            `src:url(${pathOf(`${short}-${script}-${weight}.woff2`)}) format('woff2');unicode-range:${unicodeRange}}`,
        );
      }
    }
    const metrics = readMetrics(
      readTables(await subsetFont(await sliceOf(source, 'arabic', 400), ' ', { targetFormat: 'sfnt' })),
    );
    const { local, sizeAdjust } = fallbacks[short];
    const share = (units: number) => `${((units / metrics.unitsPerEm / sizeAdjust) * 100).toFixed(1)}%`;
    rules.push(
      `@font-face{font-family:'${family} stand-in';src:${local.map((name) => `local('${name}')`).join(',')};` +
        `size-adjust:${sizeAdjust * 100}%;ascent-override:${share(metrics.ascent)};` +
        `descent-override:${share(metrics.descent)};line-gap-override:0%}`,
    );
  }
  return rules.join('\n');
}

const fallbacks = {
  plex: {
    local: ['Noto Sans Arabic UI', 'Noto Sans Arabic', 'SF Arabic', 'Geeza Pro', 'Segoe UI', 'Tahoma'],
    sizeAdjust: 1,
  },
  naskh: {
    local: ['Noto Naskh Arabic', 'Noto Naskh Arabic UI', 'Geeza Pro', 'Sakkal Majalla', 'Times New Roman'],
    sizeAdjust: 1,
  },
} as const;

type FontTables = ReadonlyMap<string, Buffer>;

/** The tables of a TrueType file, by their four letters. */
function readTables(font: Buffer): FontTables {
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

function readMetrics(tables: FontTables): Metrics {
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
function withGlyphsOf(base: FontTables, extra: FontTables): Buffer {
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
  return { outlines, widths, characters: readCharacterMap(tableOf(tables, 'cmap')) };
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
