// A capture cut into lines: cleaned, numbered as in the file, blank lines counted as gaps.
import { cleanText } from '../../arabic/normal-form.ts';
import type { Deadline } from '../deadline.ts';

export interface Line {
  /** As an editor counts: from 1, a line ending at CR LF, LF, CR, NEL, VT, FF, U+2028 or U+2029. */
  readonly number: number;
  /** As it is stored: repaired by `cleanText`, without spaces and picture-font signs at its ends. */
  readonly text: string;
  /** Blank lines between this line and the one with text before it. */
  readonly gap: number;
}

/** The lines that hold something. One pass over the text; asks the deadline as it goes. */
export function linesOf(text: string, deadline: Deadline): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let number = 1;
  let start = 0;
  let isClean = true;
  let before = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? 0x0a : text.charCodeAt(at);
    if (!isLineEnd(code)) {
      if (isClean && !isCleanAfter(before, code)) isClean = false;
      before = code;
      continue;
    }
    const line = at === start ? '' : tidy(text.slice(start, at), isClean);
    if (line === '') gap += 1;
    else {
      lines.push({ number, text: line, gap });
      gap = 0;
    }
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at += 1;
    start = at + 1;
    number += 1;
    isClean = true;
    before = 0;
    if ((number & 1023) === 0) deadline.check();
  }
  return lines;
}

/** LF, VT, FF, CR, NEL, line and paragraph separator. */
const isLineEnd = (code: number): boolean =>
  (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;

/**
 * Whether cleanText would leave a character as it is: printable ASCII, Arabic letters and digits, one vowel mark at a time, the press's
 * quotes, dashes and signs. Most lines hold nothing else and need not pass through the repair, which would cost more than all reading.
 */
function isCleanAfter(before: number, code: number): boolean {
  if (code >= 0x20 && code <= 0x7e) return true;
  if (code >= 0x621 && code <= 0x652)
    return code < 0x64b ? code !== 0x640 && (code <= 0x63a || code >= 0x641) : !(before >= 0x64b && before <= 0x652);
  return code === 0x09 || (code >= 0x660 && code <= 0x66d) || usualSigns.has(code);
}

/** © « » ، ؛ ؟ – — ‘ ’ “ ” • … */
const usualSigns = new Set([
  0xa9, 0xab, 0xbb, 0x60c, 0x61b, 0x61f, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026,
]);

function tidy(raw: string, isClean: boolean): string {
  const cleaned = isClean ? raw : cleanText(raw);
  let start = 0;
  let end = cleaned.length;
  while (start < end && showsNothing(cleaned.charCodeAt(start))) start += 1;
  while (end > start && showsNothing(cleaned.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === cleaned.length ? cleaned : cleaned.slice(start, end);
}

/** Spaces, and what stands where a page had a picture: private-use signs of icon fonts, the object replacement character. */
function showsNothing(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfffc || (code >= 0xe000 && code <= 0xf8ff);
}
