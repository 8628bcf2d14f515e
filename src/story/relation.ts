// Why one story stands under another: what an editor can be shown of it.
import { z } from 'zod';

export const relatedReason = z.discriminatedUnion('kind', [
  /** Both tell of one event. */
  z.object({ kind: z.literal('event') }),
  /** Both are filed under these topics, by name. */
  z.object({ kind: z.literal('topics'), names: z.array(z.string().min(1).max(200)).min(1).max(5) }),
  /** Both use these words, seldom used elsewhere; as the other story prints them. */
  z.object({ kind: z.literal('words'), words: z.array(z.string().min(1).max(100)).min(1).max(6) }),
]);
export type RelatedReason = z.infer<typeof relatedReason>;
