// What a file says about itself: its caption, who made it and who owns it, from XMP, IPTC and EXIF.
import exifr from 'exifr';
import { readLegacyText, repairMojibake, tidyLine } from './legacy-text.ts';
import { betweenNames, readXmp, type XmpFields } from './xmp.ts';

export interface Credits {
  /** At most 2,000 characters. Agencies often end it with the credit again; taking that off is for who knows the language. */
  readonly caption: string;
  /** Who must be named under the picture: an agency, a ministry. At most 300 characters. */
  readonly credit: string;
  /** The photographer. At most 300 characters. */
  readonly byline: string;
  /** At most 500 characters. */
  readonly rights: string;
}

interface Fields {
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly byline?: string | undefined;
  readonly rights?: string | undefined;
}

/** What cameras write into the description by themselves. */
const cameraNoise =
  /^(sony dsc|olympus digital camera|konica minolta digital camera|minolta digital camera|kodak digital still camera|samsung|dcim|dji|default|untitled|screenshot|charset=\S*)$/i;

/** A field that may be repeated, as the by-lines of two photographers are. */
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string').slice(0, 10);

const joined = (texts: string[]): string | undefined => (texts.length > 0 ? texts.join(betweenNames) : undefined);

/** IPTC states no encoding that software honours, so exifr hands the bytes over as Latin-1 and they are read here. */
const iptcText = (value: unknown): string | undefined =>
  joined(textsOf(value).map((text) => readLegacyText(Buffer.from(text, 'latin1'))));

/** Text of which some program has left only question marks, or exifr replacement characters, says nothing. */
const isLost = (text: string): boolean => text.includes('\u{FFFD}') || /^[?\s\p{P}]+$/u.test(text);

/** EXIF texts are ASCII by the standard and UTF-8 in practice. */
const exifText = (value: unknown): string | undefined =>
  joined(textsOf(value).filter((text) => !isLost(text) && !cameraNoise.test(text.trim())));

interface Segments {
  readonly ifd0?: Record<string, unknown>;
  readonly iptc?: Record<string, unknown>;
}

async function readSegments(bytes: Uint8Array): Promise<Segments> {
  try {
    const read: unknown = await exifr.parse(bytes, {
      mergeOutput: false,
      tiff: true,
      ifd0: { pick: ['ImageDescription', 'Artist', 'Copyright'] },
      ifd1: false,
      exif: false,
      gps: false,
      interop: false,
      xmp: false,
      icc: false,
      jfif: false,
      ihdr: false,
      iptc: true,
      reviveValues: false,
    });
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    // A file with broken or unknown metadata is still a good picture.
    return {};
  }
}

const fromIptc = (iptc: Record<string, unknown> = {}): Fields => ({
  caption: iptcText(iptc.Caption),
  credit: iptcText(iptc.Credit ?? iptc.Source),
  byline: iptcText(iptc.Byline),
  rights: iptcText(iptc.CopyrightNotice),
});

const fromExif = (ifd0: Record<string, unknown> = {}): Fields => ({
  caption: exifText(ifd0.ImageDescription),
  byline: exifText(ifd0.Artist),
  rights: exifText(ifd0.Copyright),
});

const fromXmp = (xmp: XmpFields): Fields => ({
  caption: xmp.description,
  credit: xmp.credit ?? xmp.source,
  byline: xmp.creator,
  rights: xmp.rights,
});

/**
 * @param bytes the file
 * @param blocks raw blocks that the decoder found, for formats whose containers exifr does not open (WebP)
 *
 * XMP is believed first: it is the newest, and the only one that states its encoding. Then IPTC, then EXIF.
 */
export async function readCredits(
  bytes: Uint8Array,
  blocks: { readonly xmp?: Buffer | undefined; readonly exif?: Buffer | undefined },
): Promise<Credits> {
  const segments = await readSegments(bytes);
  const exifBlock = segments.ifd0 || !blocks.exif ? undefined : await readSegments(withoutExifHeader(blocks.exif));
  const sources = [
    fromXmp(blocks.xmp ? readXmp(blocks.xmp.toString('utf8')) : {}),
    fromIptc(segments.iptc),
    fromExif(segments.ifd0 ?? exifBlock?.ifd0),
  ];
  const first = (field: keyof Fields, limit: number): string => {
    for (const source of sources) {
      const text = tidyLine(repairMojibake(source[field] ?? ''), limit);
      if (text !== '') return text;
    }
    return '';
  };
  return {
    caption: first('caption', 2000),
    credit: first('credit', 300),
    byline: first('byline', 300),
    rights: first('rights', 500),
  };
}

const withoutExifHeader = (block: Buffer): Buffer =>
  block.subarray(0, 4).toString('latin1') === 'Exif' ? block.subarray(6) : block;
