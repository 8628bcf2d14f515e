// The latest of many documents, without sorting them all.
import type { ArchiveIndex } from '../archive-index.ts';

/** Where a list of stories by falling date goes on: after this story. */
export interface After {
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly id: number;
}

/** Up to `limit` of some documents, the latest first, of one moment the highest story id; those after `after` when it is given. */
export function latest(index: ArchiveIndex, docs: Iterable<number>, limit: number, after: After | null): number[] {
  const { published, storyIds } = index;
  const isLater = (one: number, other: number): boolean => {
    const [first, second] = [published[one] as number, published[other] as number];
    return first > second || (first === second && (storyIds[one] as number) > (storyIds[other] as number));
  };
  const isAfter = (doc: number): boolean => {
    if (after === null) return true;
    const moment = published[doc] as number;
    return moment < after.publishedAt || (moment === after.publishedAt && (storyIds[doc] as number) < after.id);
  };
  const found: number[] = [];
  for (const doc of docs) {
    const last = found[limit - 1];
    if (!isAfter(doc) || (last !== undefined && !isLater(doc, last))) continue;
    let at = Math.min(found.length, limit - 1);
    while (at > 0 && isLater(doc, found[at - 1] as number)) at -= 1;
    found.splice(at, 0, doc);
    if (found.length > limit) found.pop();
  }
  return found;
}
