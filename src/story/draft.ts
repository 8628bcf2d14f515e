// A draft: what every reader of the wire gives for a story, whatever it was read from. The form that `warraq extract` prints.
import { z } from 'zod';
import { bylineAuthor } from './byline.ts';

/** An instant as `warraq extract` prints it: ISO 8601 in UTC, to the second or finer. */
const instantText = z.iso.datetime({ offset: true });
const text = (most: number) => z.string().min(1).max(most);

/** A related card as the captured page showed it: a stub of a story that we may or may not know. */
export const relatedCard = z.object({
  section: text(120).nullable(),
  caption: text(2000).nullable(),
  credit: text(300).nullable(),
  headline: text(500),
  standfirst: text(2000).nullable(),
  author: text(200).nullable(),
  dateline: text(120).nullable(),
  href: text(2000).nullable(),
});
export type RelatedCard = z.infer<typeof relatedCard>;

export const draftPicture = z.object({
  src: text(2000).nullable(),
  caption: text(2000).nullable(),
  credit: text(300).nullable(),
});
export type DraftPicture = z.infer<typeof draftPicture>;

export const draft = z.object({
  headline: text(500),
  kicker: text(200).nullable(),
  standfirst: text(2000).nullable(),
  section: text(120).nullable(),
  byline: z.object({
    authors: z.array(bylineAuthor).max(20),
    agencies: z.array(text(120)).max(10),
    dateline: text(120).nullable(),
  }),
  publishedAt: instantText.nullable(),
  updatedAt: instantText.nullable(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  paragraphs: z.array(z.string().min(1).max(400_000)).max(4_000),
  pictures: z.array(draftPicture).max(200),
  corrections: z.array(text(4000)).max(50),
  topics: z.array(text(200)).max(100),
  related: z.array(relatedCard).max(60),
  canonical: text(2000).nullable(),
});
export type Draft = z.infer<typeof draft>;

/** What one input gave: its stories, and every line of it that may be a story's text but found no place. */
export const reading = z.object({
  source: z.string(),
  stories: z.array(draft),
  unplaced: z.array(z.object({ line: z.number().int().positive(), text: z.string() })),
});
export type Reading = z.infer<typeof reading>;

/** Why an input, or a place in one, was refused. `place` is a line, a record number or a byte offset, in words. */
export interface Refusal {
  readonly source: string;
  readonly place: string | null;
  readonly kind:
    | 'empty'
    | 'binary'
    | 'encoding'
    | 'too-large'
    | 'too-deep'
    | 'too-slow'
    | 'no-story'
    | 'unreadable'
    | 'invalid';
  /** One English sentence: what was wrong and what to do. */
  readonly reason: string;
}
