// Makes readable text of what old picture software wrote: bytes with no named encoding, and text that was decoded wrongly before.
import { cleanText } from '../arabic/normal-form.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const arabicWindows = new TextDecoder('windows-1256');
const westernWindows = new TextDecoder('windows-1252');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const asciiLetters = (text: string): number => count(text, /[A-Za-z]/g);

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Initials as agencies write them: `أ.ف.ب`. */
const initials = /^(?:[\u{621}-\u{64A}]\.?\s?){2,6}$/u;

/**
 * True when bytes above 0x7F are Arabic rather than accented Latin. In a French or German caption such bytes are one in
 * ten and stand between plain letters; in windows-1256 Arabic nearly every letter is one, and they stand together.
 */
function readsAsArabic(bytes: Uint8Array): boolean {
  const text = arabicWindows.decode(bytes);
  if (initials.test(text.trim())) return true;
  const letters = count(text, /[\u{621}-\u{652}]/gu);
  return letters >= 4 && letters > asciiLetters(text) / 2 && /[\u{621}-\u{64A}]{2}/u.test(text);
}

/**
 * Text from bytes whose encoding nobody stated, as in IPTC: UTF-8 when they are valid UTF-8 (which chance hardly makes),
 * else windows-1256 or windows-1252, whichever reads as a language.
 */
export function readLegacyText(bytes: Uint8Array): string {
  const text = readUtf8(bytes);
  if (text !== null) return repairMojibake(text);
  return readsAsArabic(bytes) ? arabicWindows.decode(bytes) : westernWindows.decode(bytes);
}

/** The bytes that windows-1252 reads as this text, or null when it holds letters that windows-1252 has not. */
const westernBytes = ((): ((text: string) => Uint8Array | null) => {
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    byteOf.set(String.fromCharCode(byte), byte);
    byteOf.set(westernWindows.decode(Uint8Array.of(byte)), byte);
  }
  return (text) => {
    const bytes = Array.from(text, (character) => byteOf.get(character));
    return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : null;
  };
})();

/**
 * Undoes one wrong reading: `Ø¹Ø±Ø¨` (UTF-8 read as Latin) and `ÚÑÈ` (windows-1256 read as Latin) become `عرب`. Text that
 * is not such is returned as it was; so is text with any letter outside windows-1252, which cannot be one.
 */
export function repairMojibake(text: string): string {
  if (!/[\u{80}-\u{FF}]{2}/u.test(text)) return text;
  const bytes = westernBytes(text);
  if (bytes === null) return text;
  const twice = readUtf8(bytes);
  if (twice !== null) return twice;
  return readsAsArabic(bytes) ? arabicWindows.decode(bytes) : text;
}

/** One paragraph without control characters, at most `limit` UTF-16 units; cut at a word, and never inside a character. */
export function tidyLine(text: string, limit: number): string {
  const line = cleanText(text.slice(0, limit * 4))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const wordEnd = cut.lastIndexOf(' ');
  return (wordEnd > limit / 2 ? cut.slice(0, wordEnd) : cut.replace(/[\u{D800}-\u{DBFF}]$/u, '')).trimEnd();
}
