// What every page is rendered with: the edition's furniture, the hour, the paper's own address, and the means to say what
// the page depends on.
import type { Edition } from '../story/edition.ts';
import type { SectionId } from '../story/ids.ts';
import type { DependencyKey } from '../story/listing.ts';
import type { Section } from '../story/section.ts';
import type { Furniture } from '../story/views.ts';
import type { Assets } from './assets.ts';
import { type Text, textOf } from './text/text.ts';

export interface PageContext {
  readonly furniture: Furniture;
  /** The furniture of the paper's other editions, for links into them. */
  readonly elsewhere: readonly Furniture[];
  readonly now: Temporal.Instant;
  /** `https://paper.example`, without a slash at the end. */
  readonly origin: string;
  readonly assets: Assets;
  /** Declares that the page shows something that this key stands for; an event that touches the key drops the page. */
  depend(key: DependencyKey): void;
}

export const editionOf = (ctx: PageContext): Edition => ctx.furniture.edition;
export const wordsOf = (ctx: PageContext): Text => textOf(ctx.furniture.edition.language);

const indexes = new WeakMap<Furniture, ReadonlyMap<SectionId, Section>>();

function indexOf(furniture: Furniture): ReadonlyMap<SectionId, Section> {
  let index = indexes.get(furniture);
  if (index === undefined) {
    index = new Map(furniture.sections.map((section) => [section.id, section]));
    indexes.set(furniture, index);
  }
  return index;
}

/** A section of any edition with the edition's furniture; null for one that was removed since the card was made. */
export function sectionById(ctx: PageContext, id: SectionId): { section: Section; furniture: Furniture } | null {
  for (const furniture of [ctx.furniture, ...ctx.elsewhere]) {
    const section = indexOf(furniture).get(id);
    if (section !== undefined) return { section, furniture };
  }
  return null;
}
