// What a story is: its kinds, and the content that one revision holds, whole and immutable.
import { z } from 'zod';
import { body } from './body.ts';
import { byline } from './byline.ts';
import { pictureUse } from './picture.ts';

export const storyKind = z.enum(['news', 'analysis', 'opinion', 'interview', 'live', 'gallery']);
export type StoryKind = z.infer<typeof storyKind>;

/** One revision's content: everything that an editor can change about how a story reads. */
export const storyContent = z.object({
  headline: z.string().min(1).max(500),
  kicker: z.string().max(200).default(''),
  standfirst: z.string().max(2000).default(''),
  byline,
  leadPicture: pictureUse.nullable().default(null),
  body,
});
export type StoryContent = z.infer<typeof storyContent>;
