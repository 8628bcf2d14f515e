// Where captured drafts belong in the paper: sections, authors and topics by name, for a whole batch at once.
import type { AuthorId, EditionKey, TopicId } from '../../story/ids.ts';
import type { Section } from '../../story/section.ts';
import { pathOfSection, type SectionPath } from '../../story/views.ts';
import type { Doing } from '../act.ts';
import { authorsNamed, type Named, nameKey, sectionsNamed, topicsNamed } from '../names.ts';
import { sectionsOf } from '../paper.ts';
import type { Prepared } from './prepare.ts';

export interface Places {
  /** The section's path of a draft: the one that its page named, else the edition's fallback. */
  sectionPathOf(draft: Prepared): SectionPath;
  /** Where the edition files what came without a section; null while nothing has. */
  fallbackOf(draft: Prepared): Section | null;
  authorsOf(draft: Prepared): ReadonlyMap<string, Named<AuthorId>>;
  topicsOf(draft: Prepared): TopicId[];
  /** Editions that got new sections: the furniture of their pages has changed. */
  readonly grown: ReadonlySet<EditionKey>;
}

interface OfEdition {
  readonly sections: readonly Section[];
  readonly byName: ReadonlyMap<string, Section>;
  readonly authors: ReadonlyMap<string, Named<AuthorId>>;
  readonly topics: ReadonlyMap<string, Named<TopicId>>;
}

/** Finds all that the drafts name, and adds what the paper does not have. Authors are added only for what readers will see. */
export async function findPlaces(doing: Doing, drafts: readonly Prepared[], isPublished: boolean): Promise<Places> {
  const byEdition = new Map<EditionKey, OfEdition>();
  const grown = new Set<EditionKey>();
  for (const [key, group] of Map.groupBy(drafts, (draft) => draft.edition.key)) {
    const known = await sectionsOf(doing.tx, key);
    const names = group.map((draft) => draft.section ?? draft.edition.fallbackSection);
    const { byKey, added } = await sectionsNamed(doing.tx, key, new Set(names), known);
    if (added.length > 0) grown.add(key);
    const authorNames = group.flatMap((draft) => draft.content.byline.authors.map((author) => author.name));
    byEdition.set(key, {
      sections: [...known, ...added],
      byName: byKey,
      authors: isPublished ? await authorsNamed(doing.tx, key, new Set(authorNames)) : new Map(),
      topics: await topicsNamed(doing.tx, key, new Set(group.flatMap((draft) => draft.topics))),
    });
  }
  const of = (draft: Prepared): OfEdition => {
    const found = byEdition.get(draft.edition.key);
    if (found === undefined) throw new Error(`edition ${draft.edition.key} was not looked up`);
    return found;
  };
  const sectionNamed = (draft: Prepared, name: string): Section => {
    const section = of(draft).byName.get(nameKey(name));
    if (section === undefined) throw new Error(`section ${name} was neither found nor added`);
    return section;
  };
  return {
    grown,
    fallbackOf: (draft) => of(draft).byName.get(nameKey(draft.edition.fallbackSection)) ?? null,
    sectionPathOf: (draft) =>
      pathOfSection(of(draft).sections, sectionNamed(draft, draft.section ?? draft.edition.fallbackSection).id),
    authorsOf: (draft) => of(draft).authors,
    topicsOf: (draft) => [...new Set(draft.topics.flatMap((name) => of(draft).topics.get(nameKey(name))?.id ?? []))],
  };
}
