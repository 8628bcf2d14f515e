// A list of whole numbers that grows, in a typed array: millions of them cost four bytes each.

export class Growing {
  #items = new Uint32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.#items.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = item;
    this.length += 1;
  }

  /** The list as it stands. */
  taken(): Uint32Array {
    return this.#items.slice(0, this.length);
  }
}
