// Finds what stands between quotation marks in a paragraph; marks that never close do not run past a bound.

export type Marked = { readonly start: number; readonly end: number };

const LONGEST = 4000;
const closers: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"' };

/** Outermost marked spans in order: UTF-16 offsets of the words inside the marks. Linear in the text. */
export function markedIn(text: string): readonly Marked[] {
  const found: Marked[] = [];
  let opener = '';
  let start = -1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (start >= 0 && at - start > LONGEST) start = -1;
    if (start < 0) {
      if (!(sign in closers)) continue;
      opener = sign;
      start = at + 1;
      depth = 1;
    } else if (sign === closers[opener]) {
      depth -= 1;
      if (depth > 0) continue;
      if (at > start) found.push({ start, end: at });
      start = -1;
    } else if (sign === opener) {
      depth += 1;
    }
  }
  return found;
}
