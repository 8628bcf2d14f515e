// Chooses the stretch of a text in which most of what was sought stands together.

import type { Hit } from './hits.ts';

/**
 * From the first to the last hit of the stretch of at most so many characters that holds the weightiest distinct hits; of
 * equals the first. Null when there is no hit that fits. Linear in the hits, which come by where they start.
 */
export function bestWindow(hits: readonly Hit[], length: number): { start: number; end: number } | null {
  const counts = new Map<string, number>();
  let best: { start: number; end: number } | null = null;
  let bestWeight = 0;
  let weight = 0;
  let first = 0;
  let end = 0;
  const fitting = hits.filter((hit) => hit.end - hit.start <= length);
  for (const hit of fitting) {
    const count = counts.get(hit.term) ?? 0;
    counts.set(hit.term, count + 1);
    if (count === 0) weight += hit.weight;
    end = Math.max(end, hit.end);
    for (; end - (fitting[first] as Hit).start > length; first += 1) {
      const gone = fitting[first] as Hit;
      const left = (counts.get(gone.term) ?? 1) - 1;
      counts.set(gone.term, left);
      if (left === 0) weight -= gone.weight;
    }
    if (weight > bestWeight) {
      bestWeight = weight;
      best = { start: (fitting[first] as Hit).start, end };
    }
  }
  return best;
}
