// Whether a document holds enough of a query to be called a result: of what its words say together, most.

/** Both words of two that say as much as each other, two of three, three of five. */
const ENOUGH = 0.6;
const BYTES = 4;

export class ShareHeld {
  /** For each byte of the bits of what is held, what each of its values says together. */
  readonly #tables: readonly Float64Array[];
  readonly #least: number;

  /** `weights`: what each concept says, at its place; 0 for one that need not be there. */
  constructor(weights: readonly number[]) {
    this.#least = ENOUGH * weights.reduce((sum, weight) => sum + weight, 0);
    this.#tables = Array.from({ length: BYTES }, (_, byte) => tableOf(weights.slice(byte * 8, byte * 8 + 8)));
  }

  /** `held`: bit `n` for the concept at place `n`, as `FirstScores` sets them. */
  isEnough(held: number): boolean {
    let sum = 0;
    for (let byte = 0; byte < BYTES; byte += 1) {
      sum += (this.#tables[byte] as Float64Array)[(held >>> (byte * 8)) & 255] as number;
    }
    return sum >= this.#least;
  }
}

function tableOf(weights: readonly number[]): Float64Array {
  const table = new Float64Array(256);
  for (let value = 1; value < 256; value += 1) {
    const lowest = 31 - Math.clz32(value & -value);
    table[value] = (table[value & (value - 1)] as number) + (weights[lowest] ?? 0);
  }
  return table;
}
