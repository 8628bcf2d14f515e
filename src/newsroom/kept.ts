// A bounded memory of what was read from the records, which never keeps a value that an act has overtaken.

/**
 * Values by key, the least recently used forgotten first. A value is kept only if nothing was dropped since its reading
 * began: a read that was overtaken by an act must not bring the old state back.
 *
 *     const mark = kept.mark();
 *     const value = await read(key);
 *     kept.keep(mark, key, value);
 */
export class Kept<Key, Value> {
  readonly #limit: number;
  readonly #values = new Map<Key, Value>();
  #drops = 0;

  /** @param limit the most values to hold. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    // Order matters only when something will soon be forgotten.
    if (value !== undefined && this.#values.size > this.#limit / 2) {
      this.#values.delete(key);
      this.#values.set(key, value);
    }
    return value;
  }

  mark(): number {
    return this.#drops;
  }

  keep(mark: number, key: Key, value: Value): void {
    if (mark !== this.#drops) return;
    if (this.#values.size >= this.#limit && !this.#values.has(key)) {
      const oldest = this.#values.keys().next();
      if (oldest.done === false) this.#values.delete(oldest.value);
    }
    this.#values.set(key, value);
  }

  drop(key: Key): void {
    this.#drops += 1;
    this.#values.delete(key);
  }

  /** Forgets every value of which this is true. */
  dropWhere(isOvertaken: (value: Value) => boolean): void {
    this.#drops += 1;
    for (const [key, value] of this.#values) if (isOvertaken(value)) this.#values.delete(key);
  }

  dropAll(): void {
    this.#drops += 1;
    this.#values.clear();
  }
}
