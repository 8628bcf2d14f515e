// Picks the documents with the highest of many scores without sorting them all.

/** A number above zero of single precision, cut to its first sixteen bits, keeps its place among others. */
const CUT = 16;
const BUCKETS = 1 << (32 - CUT);

/** The numbers of about the `most` documents with the highest scores above zero, in their order; equal ones stay together. */
export function best(scores: Float32Array, most: number): number[] {
  const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  const least = leastOf(bits, most);
  const found: number[] = [];
  for (let doc = 0; doc < bits.length; doc += 1) if ((bits[doc] as number) >= least) found.push(doc);
  if (found.length <= 2 * most) return found;
  // Very many score the same: the latest stand last, and are those that readers want.
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || b - a).slice(0, most);
}

/** The bits of a score that about `most` documents reach; of the least above zero when fewer have one. */
function leastOf(bits: Uint32Array, most: number): number {
  const counts = new Uint32Array(BUCKETS);
  for (let doc = 0; doc < bits.length; doc += 1) {
    const bucket = (bits[doc] as number) >>> CUT;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  let reached = 0;
  for (let bucket = BUCKETS - 1; bucket > 0; bucket -= 1) {
    reached += counts[bucket] as number;
    if (reached >= most) return bucket << CUT;
  }
  return 1;
}
