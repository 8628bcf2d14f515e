// Numbers for names while an index is built.

/**
 * Numbers names in the order in which they are met. Looked up by their letters in a larger text, since to cut out each of the
 * millions of words of a collection takes longer than to number it.
 */
export class Names {
  readonly list: string[] = [];
  #slots = new Uint32Array(1 << 12);
  #hashes = new Uint32Array(1 << 11);

  /** Of a name, or of the part of a text from `start` to before `end`. */
  numberOf(text: string, start = 0, end = text.length): number {
    const hash = hashOfLetters(text, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (this.#hashes[number] === hash && this.#is(number, text, start, end)) return number;
    }
    const number = this.list.push(text.slice(start, end)) - 1;
    this.#slots[slot] = number + 1;
    this.#hashes[number] = hash;
    if (this.list.length === this.#hashes.length) this.#grow();
    return number;
  }

  find(name: string): number | undefined {
    const hash = hashOfLetters(name, 0, name.length);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (this.#hashes[number] === hash && this.list[number] === name) return number;
    }
    return undefined;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const name = this.list[number] as string;
    if (name.length !== end - start) return false;
    for (let at = 0; at < name.length; at += 1) {
      if (name.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
    }
    return true;
  }

  #grow(): void {
    const hashes = new Uint32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.list.length; number += 1) {
      let slot = (hashes[number] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function hashOfLetters(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
