// Picks the documents with the highest of many scores without sorting them all.

const BUCKETS = 2_048;

/** The numbers of about the `most` documents with the highest scores above zero, in their order; equal ones stay together. */
export function best(scores: Float32Array, most: number): number[] {
  let highest = 0;
  for (let doc = 0; doc < scores.length; doc += 1) {
    const score = scores[doc] as number;
    if (score > highest) highest = score;
  }
  if (highest === 0) return [];
  const least = leastOf(scores, most, highest);
  const found: number[] = [];
  for (let doc = 0; doc < scores.length; doc += 1) {
    const score = scores[doc] as number;
    if (score > 0 && score >= least) found.push(doc);
  }
  if (found.length <= 2 * most) return found;
  // Very many score the same: the latest stand last, and are those that readers want.
  return found.sort((a, b) => (scores[b] as number) - (scores[a] as number) || b - a).slice(0, most);
}

/** A score that about `most` documents reach. */
function leastOf(scores: Float32Array, most: number, highest: number): number {
  const counts = new Uint32Array(BUCKETS + 1);
  const scale = BUCKETS / highest;
  for (let doc = 0; doc < scores.length; doc += 1) {
    const score = scores[doc] as number;
    if (score > 0) counts[(score * scale) | 0] = (counts[(score * scale) | 0] as number) + 1;
  }
  let reached = 0;
  for (let bucket = BUCKETS; bucket > 0; bucket -= 1) {
    reached += counts[bucket] as number;
    if (reached >= most) return bucket / scale;
  }
  return 0;
}
