// Files whose paragraphs were broken into lines of one width, as mail and old wire services do: the lines of a paragraph are put
// together again, or every line would be taken for a paragraph of its own.
import type { Line } from './lines.ts';

/** Widths to which people wrap. A page with a longer line than the widest is not wrapped. */
const narrowest = 50;
const widest = 110;
/** Joints that must fit the width, at least so many and so large a share of all. */
const fewest = 4;
const enough = 0.9;

/** The lines as they are, or, when the file is wrapped, one line a paragraph, numbered by its first. */
export function unwrapped(lines: readonly Line[]): readonly Line[] {
  const width = widthOf(lines);
  if (width === null) return lines;
  let joints = 0;
  let fitting = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || line.gap > 0 || before.text.length < width * 0.6) return;
    joints += 1;
    if (isBroken(before, line, width)) fitting += 1;
  });
  return fitting >= fewest && fitting >= joints * enough ? joined(lines, width) : lines;
}

/** The length of the longest line; null when it is no width to which people wrap. */
function widthOf(lines: readonly Line[]): number | null {
  let longest = 0;
  for (const { text } of lines) {
    if (text.length > widest) return null;
    longest = Math.max(longest, text.length);
  }
  return longest >= narrowest ? longest : null;
}

/** Whether a line was broken because the next line's first word did not fit on it any more. */
function isBroken(before: Line, line: Line, width: number): boolean {
  if (line.gap > 0 || before.text.length < width * 0.6) return false;
  const firstWord = line.text.split(' ', 1)[0] ?? '';
  return before.text.length + 1 + firstWord.length > width;
}

function joined(lines: readonly Line[], width: number): Line[] {
  const whole: Line[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const open = whole.at(-1);
    if (open !== undefined && last !== null && isBroken(last, line, width)) {
      whole[whole.length - 1] = { ...open, text: `${open.text} ${line.text}` };
    } else whole.push(line);
    last = line;
  }
  return whole;
}
