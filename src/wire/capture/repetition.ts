// Which lines of a page say the same thing again: its title with the paper's name behind it, a headline on both sides of its
// tools, a caption with and without its credit.

/** Long lines of one length that are compared with each other; a page that has more is noise. */
const mostOfOneLength = 200;

/** Gives each line the number of its family: the first line that said the same. */
export class Families {
  readonly #first = new Map<string, number>();
  readonly #sizes: number[] = [];
  readonly #byLength = new Map<number, { readonly text: string; readonly family: number }[]>();

  /** Files a line under its key and another that it may have; it joins the family that either belongs to. */
  add(index: number, key: string, other: string | null): number {
    const family = this.#known(key) ?? (other === null ? undefined : this.#known(other)) ?? index;
    this.#file(key, family);
    if (other !== null) this.#file(other, family);
    this.#sizes[family] = (this.#sizes[family] ?? 0) + 1;
    return family;
  }

  /** Files a line that is too long for a key worth making: the same letters make the same family. */
  addLong(index: number, text: string, other: string | null): number {
    const alike = this.#byLength.get(text.length);
    const same = alike?.find((line) => line.text === text)?.family;
    const family = same ?? (other === null ? undefined : this.#known(other)) ?? index;
    if (alike === undefined) this.#byLength.set(text.length, [{ text, family }]);
    else if (same === undefined && alike.length < mostOfOneLength) alike.push({ text, family });
    if (other !== null) this.#file(other, family);
    this.#sizes[family] = (this.#sizes[family] ?? 0) + 1;
    return family;
  }

  /** A key of one character says nothing. */
  #known(key: string): number | undefined {
    return key.length < 2 ? undefined : this.#first.get(key);
  }

  #file(key: string, family: number): void {
    if (key.length >= 2 && !this.#first.has(key)) this.#first.set(key, family);
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
  if (text.length > 260 || text.length < 15) return null;
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
