// The act of adding a section, or changing one.
import { z } from 'zod';
import { slugOf } from '../arabic/slug.ts';
import { takeIds } from '../records/ids.ts';
import { editionKey, type SectionId, sectionId } from '../story/ids.ts';
import { furnitureKey } from '../story/listing.ts';
import { palette, type Section, sectionSlug } from '../story/section.ts';
import { act } from './act.ts';
import { editionKeys, insertSections } from './names.ts';
import { editionIn, pathIn, sectionsOf } from './paper.ts';
import { refuse, refuseInvalid } from './result.ts';

const mostSections = 300;
const deepest = 8;

const input = z.object({
  edition: editionKey,
  /** The name's words when it is left out. */
  slug: sectionSlug.optional(),
  name: z.string().trim().min(1).max(80),
  about: z.string().max(500).default(''),
  parentId: sectionId.nullable().default(null),
  palette: palette.default('indigo'),
  /** Among the others; last when it is left out. */
  position: z.number().int().min(0).max(10_000).optional(),
});

/** Problems: taken (the address), absent (edition, parent), invalid, denied. */
export const addSection = act('add-section', input, async (doing, wanted) => {
  doing.allow();
  const edition = await editionIn(doing.tx, wanted.edition);
  const sections = await sectionsOf(doing.tx, edition.key);
  if (sections.length >= mostSections) refuseInvalid('edition', `it has ${mostSections} sections already`);
  if (wanted.parentId !== null && pathIn(sections, wanted.parentId).length >= deepest) {
    refuseInvalid('parentId', `sections may lie ${deepest} deep`);
  }
  const slug = sectionSlug.safeParse(wanted.slug ?? slugOf(wanted.name));
  if (!slug.success) return refuseInvalid('slug', 'the name gives no address; say one');
  const isTaken = sections.some((section) => section.slug === slug.data);
  if (isTaken || (await editionKeys(doing.tx)).includes(slug.data)) {
    refuse({ kind: 'taken', what: `the address /${slug.data}` });
  }
  const section: Section = {
    id: (await takeIds(doing.tx, 'sections', 1)) as SectionId,
    edition: edition.key,
    slug: slug.data,
    name: wanted.name,
    about: wanted.about,
    parentId: wanted.parentId,
    position: wanted.position ?? Math.max(0, ...sections.map((known) => known.position)) + 1,
    palette: wanted.palette,
  };
  await insertSections(doing.tx, [section]);
  doing.log(`section:${section.id}`, { name: section.name });
  doing.tell('section-added', null, [furnitureKey(edition.key)]);
  return { section };
});
