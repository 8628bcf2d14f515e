// A card: how a story shows itself on every page but its own. Made once when a revision goes live, stored beside the story.
import { z } from 'zod';
import { authorRole } from './byline.ts';
import { authorId, editionKey, sectionId, storyId } from './ids.ts';
import { focalPoint } from './picture.ts';
import { storyKind } from './story.ts';

/** A picture ready to be shown. `file` is null when a captured page named a picture that we never had. */
export const shownPicture = z.object({
  file: z
    .object({
      hash: z.string(),
      /** Pixels of the original. */
      width: z.number().int().positive(),
      height: z.number().int().positive(),
      placeholder: z.string(),
    })
    .nullable(),
  focalPoint,
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
});
export type ShownPicture = z.infer<typeof shownPicture>;

/** An author as printed; `id` and `slug` lead to the author's page. */
export const shownAuthor = z.object({ id: authorId, slug: z.string(), name: z.string(), role: authorRole });
export type ShownAuthor = z.infer<typeof shownAuthor>;

export const shownByline = z.object({
  authors: z.array(shownAuthor),
  agencies: z.array(z.string()),
  dateline: z.string().nullable(),
});
export type ShownByline = z.infer<typeof shownByline>;

export const card = z.object({
  id: storyId,
  edition: editionKey,
  sectionId,
  kind: storyKind,
  /** The headline's words as the last part of the address. */
  slug: z.string(),
  headline: z.string(),
  kicker: z.string(),
  standfirst: z.string(),
  byline: shownByline,
  picture: shownPicture.nullable(),
  /** Epoch milliseconds. `updatedAt` equals `publishedAt` until the first change that readers should know of. */
  publishedAt: z.number().int(),
  updatedAt: z.number().int(),
});
export type Card = z.infer<typeof card>;
