// Whole characters beside a place in a text, so that no surrogate pair is cut.

/** The character that begins at an offset; empty past the end. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The character that ends at an offset; empty at the beginning. */
export function characterBefore(text: string, at: number): string {
  const point = text.codePointAt(at - 2);
  return point !== undefined && point > 0xffff ? String.fromCodePoint(point) : text.slice(Math.max(0, at - 1), at);
}
