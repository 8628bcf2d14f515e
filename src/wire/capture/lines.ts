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

const lineEnd = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/u;

// What cleanText may change: anything but printable ASCII, Arabic letters, single vowel marks, digits, and the press's quotes,
// dashes and signs. Most lines hold none of it and need not pass through the repair, which costs most of a capture's reading.
const unclean =
  /[^\t\x20-\x7E\u{A9}\u{AB}\u{BB}\u{60C}\u{61B}\u{61F}\u{621}-\u{63A}\u{641}-\u{652}\u{660}-\u{66D}\u{2013}\u{2014}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2026}]|[\u{64B}-\u{652}]{2}/u;

/** The lines that hold something. Linear; asks the deadline as it goes. */
export function linesOf(text: string, deadline: Deadline): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let number = 0;
  for (const raw of text.split(lineEnd)) {
    number += 1;
    if ((number & 1023) === 0) deadline.check();
    const cleaned = raw === '' ? '' : tidy(raw);
    if (cleaned === '') gap += 1;
    else {
      lines.push({ number, text: cleaned, gap });
      gap = 0;
    }
  }
  return lines;
}

function tidy(raw: string): string {
  const cleaned = unclean.test(raw) ? cleanText(raw) : raw;
  let start = 0;
  let end = cleaned.length;
  while (start < end && showsNothing(cleaned.charCodeAt(start))) start += 1;
  while (end > start && showsNothing(cleaned.charCodeAt(end - 1))) end -= 1;
  return cleaned.slice(start, end);
}

/** Spaces, and what stands where a page had a picture: private-use signs of icon fonts, the object replacement character. */
function showsNothing(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfffc || (code >= 0xe000 && code <= 0xf8ff);
}
