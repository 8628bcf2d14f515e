// Bytes that grow as they are written, with whole numbers in as few of them as they need.

/** The most that a whole number below 2³² takes. */
const longestNumber = 5;

export class GrowingBytes {
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  /** A whole number from 0 to below 2³²: seven bits a byte, the lowest first, and the high bit while more follow. */
  number(value: number): void {
    this.#makeRoom(longestNumber);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length] = (rest & 127) | 128;
      this.length += 1;
      rest >>>= 7;
    }
    this.#bytes[this.length] = rest;
    this.length += 1;
  }

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written since it was last emptied; good until the next write. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  empty(): void {
    this.length = 0;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
