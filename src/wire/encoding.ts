// From bytes to text: finds out in which encoding an input was written, and refuses what is no text, saying why.
import { declaredCharset } from './html/charset.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'iso-8859-6' | 'windows-1252';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | {
      readonly ok: false;
      readonly kind: 'empty' | 'binary' | 'encoding';
      readonly place: string | null;
      readonly reason: string;
    };

const refused = (kind: 'empty' | 'binary' | 'encoding', place: string | null, reason: string): Decoded => ({
  ok: false,
  kind,
  place,
  reason,
});

/** How files of other kinds begin. Text never does. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a RIFF file (WebP, WAV, AVI)', [0x52, 0x49, 0x46, 0x46]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

const byteOrderMarks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Bytes that are looked at to tell encodings apart. */
const SAMPLE = 65_536;
/** Characters that no text has: the C0 controls but tab, line feed, vertical tab, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u{0}-\u{8}\u{e}-\u{1a}\u{1c}-\u{1f}]/gu;
/** One control in a hundred characters is damage; more is no text. */
const MOST_CONTROLS = 0.01;

/**
 * Reads bytes as text. UTF-8 and UTF-16 are known by their form, windows-1256, ISO-8859-6 and windows-1252 by which of them
 * makes words of the language; what a page declares for itself is believed when its bytes allow it. A UTF-8 file with a
 * damaged place in a thousand characters, or cut in the middle of the last one, is read with U+FFFD in those places.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused('empty', null, 'the file is empty.');
  const signature = signatures.find(([, start]) => beginsWith(bytes, start));
  if (signature !== undefined)
    return refused('binary', 'byte 0', `this is ${signature[0]}, not text; save the page as text or HTML.`);
  const marked = byteOrderMarks.find(([, start]) => beginsWith(bytes, start));
  const encoding = marked?.[0] ?? unmarkedUtf16(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return asText(new TextDecoder(encoding).decode(bytes), encoding);
  const zero = bytes.indexOf(0);
  if (zero >= 0 && zeros(bytes) > bytes.length * MOST_CONTROLS) {
    return refused(
      'binary',
      `byte ${zero}`,
      'it holds zero bytes, which text does not; this is some other kind of file.',
    );
  }
  return asUtf8(bytes) ?? asLegacy(bytes);
}

function zeros(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes.subarray(0, SAMPLE)) if (byte === 0) count += 1;
  return count;
}

/** UTF-16 without a mark: every second byte is the high half of an Arabic, Latin or punctuation character. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 8 || bytes.length % 2 === 1) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const highs = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte === 0 || byte === 0x06 || byte === 0x20) highs[at % 2] = (highs[at % 2] ?? 0) + 1;
  }
  const half = sample.length / 2;
  const [even = 0, odd = 0] = highs;
  if (zeros(bytes) === 0) return null;
  if (odd > half * 0.95 && even < half * 0.6) return 'utf-16le';
  return even > half * 0.95 && odd < half * 0.6 ? 'utf-16be' : null;
}

function asText(text: string, encoding: Encoding): Decoded {
  if (text.trim() === '') return refused('empty', null, 'there is nothing in it but white space.');
  const found = text.slice(0, SAMPLE).match(controls)?.length ?? 0;
  if (found > Math.min(text.length, SAMPLE) * MOST_CONTROLS) {
    return refused('binary', null, `it holds ${found} control characters in its first part; this is no text.`);
  }
  return { ok: true, text: found === 0 && !text.includes('\u{0}') ? text : text.replace(controls, ''), encoding };
}

/** Null when the bytes are not UTF-8, not even damaged UTF-8. */
function asUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return asText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let damaged = 0;
    let whole = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0xfffd) damaged += 1;
      else if (code > 0x7f) whole += 1;
    }
    const isCutShort = damaged <= 1 && text.endsWith('\u{fffd}');
    return isCutShort || (whole > 20 && damaged <= whole / 1_000) ? asText(text, 'utf-8') : null;
  }
}

const legacy = ['windows-1256', 'iso-8859-6', 'windows-1252'] as const;

/** How often each letter stands in a hundred letters of Arabic news, rounded; hamza forms and ta marbuta included. */
const letterShares: Readonly<Record<string, number>> = {
  ا: 14, ل: 12, ي: 8, م: 6, و: 6, ن: 6, ر: 5, ت: 5, ب: 4, ة: 4, ع: 4, د: 3, ه: 3, س: 3, ف: 3, أ: 2, ق: 3, ك: 2,
  ح: 2, ج: 2, ش: 1, إ: 1, ص: 1, ى: 1, ط: 1, خ: 1, ئ: 0.6, ض: 0.8, ث: 0.7, ز: 0.7, ذ: 0.6, غ: 0.5, ء: 0.4, ؤ: 0.2,
  آ: 0.2, ظ: 0.3,
}; // biome-ignore format: a table

/** How much a text reads as Arabic: the mean of the letters' shares over all that is not ASCII. News scores 5 to 8. */
function arabicness(text: string): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    if (character < '\u{80}') continue;
    count += 1;
    sum +=
      letterShares[character] ??
      (/[\u{60c}\u{61b}\u{61f}\u{64b}-\u{652}\u{ab}\u{bb}\u{2010}-\u{2026}\u{a0}]/u.test(character) ? 3 : -3);
  }
  return count === 0 ? 0 : sum / count;
}

/** How much a text reads as a western language: accented letters stand alone between plain ones. */
function westernness(text: string): number {
  const high = text.match(/[\u{80}-\u{24f}\u{2010}-\u{20ac}]+/gu) ?? [];
  const alone = high.filter((run) => run.length <= 2).length;
  return high.length === 0 ? 0 : (alone / high.length) * 4;
}

const READS_AS_TEXT = 2.5;

function asLegacy(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE);
  const declared = declaredCharset(Buffer.from(bytes.subarray(0, 2_048)).toString('latin1'))?.toLowerCase();
  const scores = legacy.map((name) => {
    const text = decodedAs(sample, name);
    if (text === null) return { name, score: -1 };
    const score = name === 'windows-1252' ? westernness(text) : arabicness(text);
    return { name, score: name === declared ? score + 1 : score };
  });
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  const text = best === undefined || best.score < READS_AS_TEXT ? null : decodedAs(bytes, best.name);
  if (best === undefined || text === null) {
    const { offset } = firstInvalid(bytes);
    const reason =
      'it is not UTF-8, and no other encoding of Arabic or a western language makes words of it; save it as UTF-8.';
    return refused('encoding', `byte ${offset}`, reason);
  }
  return asText(text, best.name);
}

/** Null when a byte has no meaning in the encoding. */
function decodedAs(bytes: Uint8Array, encoding: (typeof legacy)[number]): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The offset of the first byte that is not UTF-8, found by halving. */
function firstInvalid(bytes: Uint8Array): { offset: number } {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes.subarray(0, middle), { stream: true });
    if (text.includes('\u{fffd}')) high = middle - 1;
    else low = middle;
  }
  return { offset: low };
}
