// Makes the paper's fonts: cuts each face down to what the Arabic press needs and joins its letters with its figures and
// signs, which the packages keep in two files, so that one page asks for as few files as it has faces.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { charactersOf, readMetrics, readTables, withGlyphsOf } from './font-tables.ts';

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
const latinLetters = `${range(0x41, 0x5a)}${range(0x61, 0x7a)}${range(0xa1, 0xff)}ŒœŠšŽžŸĀāĪīŪūḤḥṢṣṬṭḌḍẒẓʿʾ`;

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

/** What no Arabic text can do without. A package that lost any of it fails the build, not a reader's page. */
const indispensable = `${range(0x621, 0x63a)}${range(0x641, 0x652)}${range(0x660, 0x669)}0123456789،؛؟«»().:!-–…%`;

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
      const missing = missingFrom(joined);
      if (missing !== '') throw new Error(`${source} at ${weight} has no glyphs for ${missing}`);
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

/** The indispensable characters that a font has no glyphs for. */
function missingFrom(font: Buffer): string {
  const has = charactersOf(readTables(font));
  return [...indispensable].filter((character) => !has.has(character.codePointAt(0) ?? 0)).join('');
}

const sliceOf = (source: string, slice: 'arabic' | 'latin', weight: number): Promise<Buffer> =>
  readFile(require.resolve(`@fontsource/${source}/files/${source}-${slice}-${weight}-normal.woff2`));

/**
 * The stylesheet's @font-face rules. `optional`: a face that is not there for the first paint is not swapped in later, so
 * no line of text ever moves under the reader's eyes; pages preload the faces that they open with.
 *
 * The stand-ins are the reader's own Arabic faces set on our faces' metrics, read from the files, so that a line is as
 * high with them as without, and about as long.
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
    const { local, sizeAdjust } = standIns[short];
    for (const [index, weight] of weights.entries()) {
      const size = sizeAdjust[index] ?? 1;
      const share = (units: number) => `${((units / metrics.unitsPerEm / size) * 100).toFixed(1)}%`;
      // A face goes by its whole name, which some systems give the regular one without saying so.
      const names = local.flatMap((name) => (index === 0 ? [name, `${name} Regular`] : [`${name} Bold`]));
      rules.push(
        `@font-face{font-family:'${family} stand-in';font-weight:${weight};src:${names.map((name) => `local('${name}')`).join(',')};` +
          `size-adjust:${(size * 100).toFixed(1)}%;ascent-override:${share(metrics.ascent)};` +
          `descent-override:${share(metrics.descent)};line-gap-override:0%}`,
      );
    }
  }
  return rules.join('\n');
}

/**
 * Android's faces, then Apple's and Microsoft's. `sizeAdjust`, regular and bold, is how wide the same newspaper text is
 * set in ours over Android's, measured in Chromium: Plex 0.926 and 0.910 of Noto Sans Arabic, Naskh 1.004 and 1.003 of
 * Noto Naskh Arabic, which is the same design.
 */
const standIns = {
  plex: {
    local: ['Noto Sans Arabic UI', 'Noto Sans Arabic', 'SF Arabic', 'Geeza Pro', 'Segoe UI', 'Tahoma'],
    sizeAdjust: [0.926, 0.91],
  },
  naskh: {
    local: ['Noto Naskh Arabic', 'Noto Naskh Arabic UI', 'Geeza Pro', 'Sakkal Majalla', 'Times New Roman'],
    sizeAdjust: [1, 1],
  },
} as const;
