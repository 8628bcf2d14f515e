// Which lines of a page say the same thing again: its title with the paper's name behind it, a headline on both sides of its
// tools, a caption with and without its credit.

/** Gives each line the number of its family: the first line that said the same. */
export class Families {
  readonly #first = new Map<string, number>();
  readonly #sizes: number[] = [];

  /**
   * Files a line under its keys, the whole line's first. Joins the family that any of its keys belongs to. Keys of fewer than
   * two characters belong to none.
   */
  add(index: number, keys: readonly string[]): number {
    let family = -1;
    for (const key of keys) {
      if (key.length < 2) continue;
      const known = this.#first.get(key);
      if (known !== undefined && family === -1) family = known;
    }
    if (family === -1) family = index;
    for (const key of keys) if (key.length >= 2 && !this.#first.has(key)) this.#first.set(key, family);
    this.#sizes[family] = (this.#sizes[family] ?? 0) + 1;
    return family;
  }

  /** How many lines say what this family's first line said. */
  sizeOf(family: number): number {
    return this.#sizes[family] ?? 0;
  }
}

const siteMark = /\s[|–—\-•·»:]\s|\s?\|\s?/u;

/**
 * A document's title without the name of the paper after it (`عنوان | الصحيفة`) or before it; null when no mark parts them or what
 * is left is too short to be a headline.
 */
export function withoutSiteName(text: string): string | null {
  if (text.length > 260) return null;
  const first = siteMark.exec(text);
  if (first === null) return null;
  let cut = -1;
  for (let from = 0; ; ) {
    const found = siteMark.exec(text.slice(from));
    if (found === null) break;
    cut = from + found.index;
    from = cut + found[0].length;
  }
  const head = text.slice(0, cut).trim();
  return head.length >= 15 && head.length * 2 >= text.length ? head : null;
}
