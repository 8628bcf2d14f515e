// Where links of a page lead: to our own stories by their right addresses, to anything else only when it is safe.

import { editionRoot, frontPath, shortPath, storyPath } from '../story/address.ts';
import { linkAddress } from '../story/body.ts';
import type { Card } from '../story/card.ts';
import type { EditionKey } from '../story/ids.ts';
import type { Furniture } from '../story/views.ts';
import { type PageContext, sectionById } from './page-context.ts';

/** A story's address; the short link when its section is not known any more, which leads to the right one. */
export function storyHref(ctx: PageContext, card: Pick<Card, 'id' | 'sectionId' | 'slug'>): string {
  const place = sectionById(ctx, card.sectionId);
  return place === null ? shortPath(card) : storyPath(place.furniture.edition, place.section, card);
}

/** The furniture of one of the paper's editions; null for an edition that there is not. */
export function furnitureOf(ctx: PageContext, key: EditionKey): Furniture | null {
  return [ctx.furniture, ...ctx.elsewhere].find((furniture) => furniture.edition.key === key) ?? null;
}

/** An address that a story's author wrote, or null when it is none that a page may lead to. */
export function safeHref(href: string): string | null {
  return linkAddress.safeParse(href).success ? href : null;
}

/** An address outside the paper, http or https, or null. */
export function outsideHref(href: string | null): string | null {
  return href !== null && /^https?:\/\/[^\s<>"]+$/i.test(href) ? href : null;
}

export const isOutside = (href: string): boolean => /^https?:/i.test(href);

/** The address of a front, with the paper's name of the edition. */
export const frontHref = (furniture: Furniture): string => frontPath(furniture.edition);

/** All that was published, year by year. */
export const archivePath = (edition: Parameters<typeof editionRoot>[0]): string => `${editionRoot(edition)}/archive`;
