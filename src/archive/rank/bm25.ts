// BM25: how much the words of a query that stand in a document say for it, given how rare they are and how long it is.

/** Robertson and Zaragoza's usual values, which are Lucene's too; our trials found none better. */
export const K1 = 1.2;
const B = 0.75;

/** The part of a count's damping that is the same for all documents, and that for each word of a document. */
export const lengthNorm = (averageLength: number): readonly [fixed: number, perWord: number] => [
  K1 * (1 - B),
  (K1 * B) / Math.max(1, averageLength),
];

/** `counts`: how often each thing stands there; `weights`: of each, by its rarity; `length`: the document's, as a share of the average. */
export function bm25(counts: Float64Array, weights: ArrayLike<number>, length: number): number {
  const norm = K1 * (1 - B + B * length);
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (count > 0) sum += ((weights[at] as number) * count * (K1 + 1)) / (count + norm);
  }
  return sum;
}
