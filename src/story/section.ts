// What a section is: where a story is filed. Sections form a tree, and carry the palette of their patterns.
import { z } from 'zod';
import { editionKey, sectionId } from './ids.ts';

/** First path segments that the site keeps for itself; no section and no edition may take one. */
export const reservedSegments = [
  'archive', 'author', 'topic', 'corrections', 'about', 'saved', 'search', 'print', 'pictures', 'assets', 'feeds',
  'healthz', 'metrics', 'setup', 'desk', 'api', 'sitemaps', 'story', 'page', 'event',
] as const; // biome-ignore format: a list to scan

/** Latin or Arabic letters, digits and hyphens; not only digits, which would be a story's short link. */
export const sectionSlug = z
  .string()
  .max(80)
  .regex(/^(?!\d+$)[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u)
  .refine((slug) => !(reservedSegments as readonly string[]).includes(slug), 'a reserved address');

export const palette = z.enum(['indigo', 'teal', 'ochre', 'madder', 'olive', 'plum', 'slate', 'sienna', 'azure']);
export type Palette = z.infer<typeof palette>;

export const section = z.object({
  id: sectionId,
  edition: editionKey,
  slug: sectionSlug,
  name: z.string().min(1).max(80),
  about: z.string().max(500).default(''),
  parentId: sectionId.nullable(),
  position: z.number().int(),
  palette,
});
export type Section = z.infer<typeof section>;
