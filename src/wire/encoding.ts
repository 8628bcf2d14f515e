// From bytes to text: byte order marks, UTF-8, UTF-16, and the two Arabic code pages that old pages and exports are in. What is no
// text is refused, with the place and the reason.
import { type CodePage, codePage } from './code-pages.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;
  /** Characters that could not be read and stand as U+FFFD; only ever a tiny share of a text that is otherwise UTF-8. */
  readonly repaired: number;
}

/** Why bytes were not read as text, with the place in words where there is one. */
export interface NotText {
  readonly kind: 'empty' | 'binary' | 'encoding';
  readonly place: string | null;
  readonly reason: string;
}

export interface DecodeOptions {
  /** What the carrier says the bytes are in: a label of the Encoding Standard. Believed if the bytes can be that. */
  readonly declared?: string | undefined;
}

/** Broken sequences that are put up with in UTF-8: one in so many bytes, and never more than so many. */
const repairedShare = 1_000;
const mostRepaired = 100;
/** Bytes that are looked at for being binary and for their code page. */
const looked = 1 << 20;

/** Reads bytes as text. The text is as it stood in the file, without its byte order mark; nothing else is changed. */
export function decodeText(bytes: Uint8Array, { declared }: DecodeOptions = {}): Decoded | NotText {
  if (bytes.length === 0) return { kind: 'empty', place: null, reason: 'the file has no bytes' };
  const decoded = decodeMarked(bytes) ?? decodeUnmarked(bytes, declared);
  if ('text' in decoded && !/\S/u.test(decoded.text)) {
    return { kind: 'empty', place: null, reason: 'the file holds nothing but spaces and line ends' };
  }
  return decoded;
}

/** Bytes that begin with a byte order mark; null when they do not. */
function decodeMarked(bytes: Uint8Array): Decoded | NotText | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeUtf8(bytes.subarray(3), 3) ?? notUtf8(bytes, 3);
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    return { kind: 'encoding', place: 'byte 0', reason: 'UTF-32 is not read; save it as UTF-8' };
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  return null;
}

function decodeUnmarked(bytes: Uint8Array, declared: string | undefined): Decoded | NotText {
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return decodeUtf16(bytes, wide);
  const binary = binaryReason(bytes);
  if (binary !== null) return binary;
  const utf8 = decodeUtf8(bytes, 0);
  if (utf8 !== null) return utf8;
  const page = codePage(bytes.subarray(0, looked), declared);
  if (page === null) return notUtf8(bytes, 0);
  return { text: new TextDecoder(page).decode(bytes), encoding: page, repaired: 0 };
}

/** UTF-8, with a few broken sequences repaired; null when there are more than a few. */
function decodeUtf8(bytes: Uint8Array, skipped: number): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', repaired: 0 };
  } catch {
    const { broken, proper } = countSequences(bytes);
    const isMostlyUtf8 = proper > broken * 20 || (skipped > 0 && proper >= broken);
    if (!isMostlyUtf8 || broken > mostRepaired || broken * repairedShare > bytes.length + repairedShare) return null;
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', repaired: broken };
  }
}

/** How many multi-byte sequences of UTF-8 there are, and how many places where one is broken. */
function countSequences(bytes: Uint8Array): { broken: number; proper: number } {
  let broken = 0;
  let proper = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) proper += 1;
    if (length === 0) broken += 1;
    at += Math.max(1, length);
  }
  return { broken, proper };
}

/** Bytes of the well-formed sequence that starts here (RFC 3629); 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] as number) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] as number;
  // Overlong forms, surrogates and what lies beyond U+10FFFF.
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : length;
}

function notUtf8(bytes: Uint8Array, from: number): NotText {
  let at = from;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return {
    kind: 'encoding',
    place: `byte ${at}`,
    reason: `the bytes are not UTF-8 (the first that is not is at offset ${at}) and not like text in windows-1256, ISO-8859-6 or windows-1252; save the file as UTF-8`,
  };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded | NotText {
  if (bytes.length % 2 === 1) {
    return {
      kind: 'encoding',
      place: `byte ${bytes.length - 1}`,
      reason: 'the file is UTF-16 and ends in the middle of a character',
    };
  }
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, repaired: 0 };
  } catch {
    return {
      kind: 'encoding',
      place: null,
      reason: 'the file is UTF-16 with broken surrogate pairs; save it as UTF-8',
    };
  }
}

/** UTF-16 without a mark: every second byte of its spaces and Latin letters is 0, of its Arabic letters 6. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 16) return null;
  let evenHigh = 0;
  let oddHigh = 0;
  for (let at = 0; at < length; at += 2) {
    if (isHighByte(bytes[at] as number)) evenHigh += 1;
    if (isHighByte(bytes[at + 1] as number)) oddHigh += 1;
  }
  const pairs = length / 2;
  if (oddHigh > pairs * 0.9 && evenHigh < pairs * 0.3) return 'utf-16le';
  return evenHigh > pairs * 0.9 && oddHigh < pairs * 0.3 ? 'utf-16be' : null;
}

const isHighByte = (byte: number): boolean => byte === 0 || byte === 6 || byte === 0x20;

const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a RIFF file', [0x52, 0x49, 0x46, 0x46]],
  ['an Ogg file', [0x4f, 0x67, 0x67, 0x53]],
  ['an MP3 file', [0x49, 0x44, 0x33]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Control characters in a hundred bytes from which a file is no text. */
const mostControls = 2;

function binaryReason(bytes: Uint8Array): NotText | null {
  const known = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return { kind: 'binary', place: 'byte 0', reason: `the file is ${known[0]}, not text` };
  const length = Math.min(bytes.length, looked);
  let controls = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0)
      return { kind: 'binary', place: `byte ${at}`, reason: `the file is binary: a zero byte stands at offset ${at}` };
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1;
  }
  if (controls * 100 <= length * mostControls) return null;
  return {
    kind: 'binary',
    place: null,
    reason: `the file is binary: ${controls} of its first ${length} bytes are control characters`,
  };
}
