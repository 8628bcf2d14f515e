// What a line looks like, whatever its words say: how it ends, how much it is like a paragraph, how much like a headline.

export type Ending = 'stop' | 'question' | 'exclamation' | 'colon' | 'ellipsis' | 'comma' | 'none';

const closing = /[»”"'’)\]}›\s]/u;

/** How a line ends, closing quotes and brackets set aside: `…قوية».` and `…قوية.»` both end in a stop. */
export function endingOf(text: string): Ending {
  let at = text.length - 1;
  while (at > 0 && closing.test(text.charAt(at))) at -= 1;
  switch (text.charAt(at)) {
    case '.':
    case '۔':
    case '。':
      return text.charAt(at - 1) === '.' ? 'ellipsis' : 'stop';
    case '…':
      return 'ellipsis';
    case '؟':
    case '?':
      return 'question';
    case '!':
      return 'exclamation';
    case ':':
      return 'colon';
    case '،':
    case ',':
    case '؛':
    case ';':
      return 'comma';
    default:
      return 'none';
  }
}

/** Words of a line; a fast count that is right enough for shapes. Stops counting at 200. */
export function wordsIn(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length && count < 200; at += 1) {
    const isSpace = text.charCodeAt(at) <= 0x20;
    if (!isSpace && !inWord) count += 1;
    inWord = !isSpace;
  }
  return count;
}

/**
 * How much a line is like a paragraph, from -3 to about 4: by its length, and by ending as sentences do. From `proseEnough` on it
 * can begin a body. Measured on Arabic and English pages: headlines stay under 110 characters and without a stop, menu entries
 * under 40.
 */
export function proseOf(length: number, ending: Ending): number {
  if (length < 25) return -3;
  const bySize =
    length < 40
      ? -2
      : length < 60
        ? -1
        : length < 80
          ? -0.3
          : length < 110
            ? 0.4
            : length < 160
              ? 1.2
              : length < 300
                ? 2
                : 2.5;
  return bySize + (ending === 'none' ? (length < 110 ? -0.4 : 0) : byEnding[ending]);
}

const byEnding: Readonly<Record<Exclude<Ending, 'none'>, number>> = {
  stop: 1.6,
  question: 0.1,
  exclamation: 0.3,
  ellipsis: 0.2,
  colon: 0.5,
  comma: 0.2,
};

export const proseEnough = 0.5;

/** How much a line is like a headline, from -3 to 1, by length, words and ending alone. */
export function headlineShapeOf(length: number, words: number, ending: Ending): number {
  if (length > 200 || length < 8) return -3;
  const bySize = length < 14 ? -1.2 : length < 25 ? -0.2 : length <= 110 ? 0.8 : length <= 150 ? 0.1 : -1.2;
  const byWords = words < 2 ? -1.5 : words === 2 ? -0.8 : words === 3 ? -0.2 : 0;
  const byStop =
    ending === 'stop' ? (length < 70 ? -0.7 : -1.6) : ending === 'colon' ? -1.2 : ending === 'comma' ? -1 : 0;
  return bySize + byWords + byStop;
}

/** A line that holds no letter and no figure: rules, bullets, arrows. */
export const isOrnament = (text: string): boolean => text.length <= 200 && !/[\p{L}\p{N}]/u.test(text);

/** A line that is only a figure, as the numbers of a most-read list are, with or without a sign beside it. */
export const isBareNumber = (text: string): boolean =>
  text.length <= 12 && /^[#(]?[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬٫]*[)%.+kK]?$/u.test(text);

const bullet = /^(?:[•●▪■◆◦‣∙*·–—-]|\d{1,2}[.)-]|[٠-٩]{1,2}[.)-])\s+\S/u;

/** An item of a list, by the sign before it: `• …`, `- …`, `1. …`. */
export const isListItem = (text: string): boolean => bullet.test(text.slice(0, 8)) && text.length > 3;

/** A row of a table: cells parted by tabs. */
export const isTableRow = (text: string): boolean => {
  const at = text.indexOf('\t');
  return at > 0 && at < text.length - 1;
};

/** The time of day that heads an entry of a live page, alone on its line: `14:35`, `١٠:٢٠ ص`, `14:35 GMT`. */
export const isTimeStamp = (text: string): boolean =>
  text.length <= 24 &&
  /^[\d٠-٩]{1,2}[:.][\d٠-٩]{2}(?::[\d٠-٩]{2})?\s*(?:[صم]|صباحا|صباحاً|مساء|مساءً|am|pm|a\.m\.|p\.m\.)?\s*(?:gmt|utc|بتوقيت غرينتش|بتوقيت القاهرة|غرينتش)?$/iu.test(
    text,
  );

const address = /^(?:[^\s:]{2,24}(?: [^\s:]{2,24}){0,2}\s?:\s?)?(https?:\/\/[^\s<>"]{4,1990})$/iu;

/** The web address that is all of a line, with or without a word and a colon before it; null otherwise. */
export function addressOf(text: string): string | null {
  return text.length > 2000 || !/https?:\/\//iu.test(text) ? null : (address.exec(text)?.[1] ?? null);
}
