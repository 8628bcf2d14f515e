// Identifiers with types of their own, so that a story's number can never be passed where a section's is meant.
import { z } from 'zod';

const positive = z.number().int().positive();

export const storyId = positive.brand<'StoryId'>();
export const revisionId = positive.brand<'RevisionId'>();
export const sectionId = positive.brand<'SectionId'>();
export const authorId = positive.brand<'AuthorId'>();
export const topicId = positive.brand<'TopicId'>();
export const pictureId = positive.brand<'PictureId'>();
export const eventId = positive.brand<'EventId'>();

export type StoryId = z.infer<typeof storyId>;
export type RevisionId = z.infer<typeof revisionId>;
export type SectionId = z.infer<typeof sectionId>;
export type AuthorId = z.infer<typeof authorId>;
export type TopicId = z.infer<typeof topicId>;
export type PictureId = z.infer<typeof pictureId>;
export type EventId = z.infer<typeof eventId>;

/** The short name of an edition, which is also the first part of its addresses when it is not the default: `en`. */
export const editionKey = z
  .string()
  .regex(/^[a-z]{2}(-[a-z0-9]{1,8})?$/)
  .brand<'EditionKey'>();
export type EditionKey = z.infer<typeof editionKey>;
