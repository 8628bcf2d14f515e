// Who wrote a story and from where: ordered authors with their roles, agencies, and the dateline city.
import { z } from 'zod';

export const authorRole = z.enum(['writer', 'reporter', 'editor', 'translator', 'photographer', 'interviewer']);
export type AuthorRole = z.infer<typeof authorRole>;

export const bylineAuthor = z.object({ name: z.string().min(1).max(200), role: authorRole.default('writer') });
export type BylineAuthor = z.infer<typeof bylineAuthor>;

export const byline = z.object({
  /** In printing order. The paper's own name, as in `«الشرق الأوسط» (نيويورك)`, is an author like another. */
  authors: z.array(bylineAuthor).max(20).default([]),
  agencies: z.array(z.string().min(1).max(120)).max(10).default([]),
  /** The city that it was filed from. */
  dateline: z.string().min(1).max(120).nullable().default(null),
});
export type Byline = z.infer<typeof byline>;
