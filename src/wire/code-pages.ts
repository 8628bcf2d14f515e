// Which single-byte code page a text without a byte order mark is in: windows-1256 and ISO-8859-6 put the Arabic letters at different
// places, and only one of the two readings looks like Arabic.

export type CodePage = 'windows-1256' | 'iso-8859-6' | 'windows-1252';
const pages: readonly CodePage[] = ['windows-1256', 'iso-8859-6', 'windows-1252'];

/**
 * Thousandths of each letter in running Arabic, ء to ي by code point, from the general run of newspaper text; only their order of size
 * matters.
 */
const arabicFrequency: Readonly<Record<string, number>> = {
  'ا': 125, 'ل': 118, 'ي': 75, 'م': 65, 'و': 60, 'ن': 58, 'ر': 52, 'ت': 48, 'ب': 38, 'ة': 37, 'ع': 36, 'د': 34, 'س': 30, 'ه': 28,
  'ف': 28, 'ق': 25, 'أ': 24, 'ك': 22, 'ح': 20, 'ج': 14, 'إ': 13, 'ش': 12, 'ص': 11, 'ط': 10, 'خ': 9, 'ى': 9, 'ض': 7, 'ذ': 6, 'ز': 6,
  'ث': 6, 'ئ': 5, 'غ': 5, 'ء': 4, 'ظ': 3, 'ؤ': 2, 'آ': 2,
}; // biome-ignore format: a table to scan

/** Least mean score by which a reading counts as a language's. Arabic read with the wrong page scores under a third of it. */
const enoughArabic = 30;

/** The code page of bytes that are not UTF-8; null when no reading of them looks like Arabic or like a Latin language. */
export function codePage(bytes: Uint8Array, declared: string | undefined): CodePage | null {
  const high = countHigh(bytes);
  if (high === 0) return 'windows-1252';
  const said = normalised(declared);
  const scores = { 'windows-1256': arabicScore(bytes, 'windows-1256'), 'iso-8859-6': arabicScore(bytes, 'iso-8859-6') };
  if (said !== null && said !== 'windows-1252' && scores[said] >= enoughArabic / 2) return said;
  const better = scores['iso-8859-6'] > scores['windows-1256'] ? 'iso-8859-6' : 'windows-1256';
  if (scores[better] >= enoughArabic) return better;
  return looksLatin(bytes, high) ? 'windows-1252' : null;
}

function normalised(declared: string | undefined): CodePage | null {
  if (declared === undefined) return null;
  try {
    const { encoding } = new TextDecoder(declared);
    return pages.find((page) => page === encoding) ?? null;
  } catch {
    return null;
  }
}

const countHigh = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);

/**
 * Mean frequency of the letters that the high bytes stand for, read with one page. Bytes that the page leaves empty, and Latin letters
 * in the middle of Arabic words, which wrong readings are full of, count against it.
 */
function arabicScore(bytes: Uint8Array, page: CodePage): number {
  const worth = worths(page);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    count += 1;
    sum += worth[byte] as number;
  }
  return count === 0 ? 0 : sum / count;
}

const tables = new Map<CodePage, Float64Array>();

/** What each byte is worth as Arabic when it is read with a page. */
function worths(page: CodePage): Float64Array {
  const known = tables.get(page);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(page);
  const made = new Float64Array(256);
  for (let byte = 0x80; byte < 256; byte += 1) {
    const character = decoder.decode(Uint8Array.of(byte));
    const frequency = arabicFrequency[character];
    made[byte] =
      frequency ??
      (/[\u{64B}-\u{652}\u{640}\u{60C}\u{61B}\u{61F}«»“”‘’–—…•\u{A0}\u{200C}-\u{200F}]/u.test(character) ? 10 : -60);
  }
  tables.set(page, made);
  return made;
}

/** A Latin text: high bytes are few, and nearly all of them are the letters and signs that such texts have. */
function looksLatin(bytes: Uint8Array, high: number): boolean {
  if (high * 5 > bytes.length) return false;
  let usual = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const isSign = (byte >= 0x91 && byte <= 0x97) || byte === 0x80 || byte === 0x85 || (byte >= 0xa0 && byte <= 0xbf);
    if (isSign || byte >= 0xc0) usual += 1;
  }
  return usual * 100 >= high * 95;
}
