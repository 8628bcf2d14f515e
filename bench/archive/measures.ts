// nDCG and recall at ten, with near-copies of the query's own story taken out before counting.

import type { Query } from './collections.ts';

const DEPTH = 10;

/** The best documents in order, without those that count neither way. */
export function topIds(scores: Float32Array, ids: readonly string[], query: Query): string[] {
  const best: number[] = [];
  const wanted = DEPTH + query.excluded.size;
  let least = 0;
  for (let doc = 0; doc < scores.length; doc += 1) {
    const score = scores[doc] as number;
    if (score <= least) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] as number] as number) < score) at -= 1;
    best.splice(at, 0, doc);
    if (best.length > wanted) best.pop();
    if (best.length === wanted) least = scores[best[wanted - 1] as number] as number;
  }
  return best
    .map((doc) => ids[doc] as string)
    .filter((id) => !query.excluded.has(id))
    .slice(0, DEPTH);
}

export function ndcg(found: readonly string[], query: Query): number {
  const gain = found.reduce((sum, id, at) => sum + (query.relevant.has(id) ? 1 / Math.log2(at + 2) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < Math.min(DEPTH, query.relevant.size); at += 1) ideal += 1 / Math.log2(at + 2);
  return ideal === 0 ? 0 : gain / ideal;
}

export function recall(found: readonly string[], query: Query): number {
  return found.filter((id) => query.relevant.has(id)).length / Math.max(1, query.relevant.size);
}
