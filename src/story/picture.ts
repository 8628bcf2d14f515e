// What a picture is, and how one is used in a story: the file's facts once, the caption and credit by each use.
import { z } from 'zod';
import { pictureId } from './ids.ts';

/** Where the eye should stay when a picture is cropped, as shares of width and height from the top left corner. */
export const focalPoint = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type FocalPoint = z.infer<typeof focalPoint>;

/** A stored picture: what was read from the file. Sizes in pixels after the file's own orientation is applied. */
export const picture = z.object({
  id: pictureId,
  /** SHA-256 of the original's bytes, in lower-case hex; also the name of its address. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff', 'svg']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  caption: z.string().max(2000).default(''),
  credit: z.string().max(300).default(''),
  alt: z.string().max(1000).default(''),
  rights: z.string().max(500).default(''),
  focalPoint,
  /** A tiny blurred copy as a data address (WebP, at most 400 characters), shown until the picture arrives. */
  placeholder: z.string().max(1200),
});
export type Picture = z.infer<typeof picture>;

/** A picture as a story uses it. A captured page may name a picture whose file we never had: then `pictureId` is null. */
export const pictureUse = z.object({
  pictureId: pictureId.nullable(),
  /** The address it had where the story was captured, kept for finding the file later. */
  source: z.string().max(2000).nullable().default(null),
  caption: z.string().max(2000).default(''),
  credit: z.string().max(300).default(''),
  alt: z.string().max(1000).default(''),
  focalPoint: focalPoint.nullable().default(null),
});
export type PictureUse = z.infer<typeof pictureUse>;
