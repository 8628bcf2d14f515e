// nDCG at ten.

import type { Query } from './collections.ts';

const DEPTH = 10;

export function ndcg(found: readonly string[], query: Query): number {
  const gain = found.reduce((sum, id, at) => sum + (query.relevant.has(id) ? 1 / Math.log2(at + 2) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < Math.min(DEPTH, query.relevant.size); at += 1) ideal += 1 / Math.log2(at + 2);
  return ideal === 0 ? 0 : gain / ideal;
}
