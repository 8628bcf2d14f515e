// What the pages' tests add to the small paper of the machine pages: a front, lists, captured cards, and a page as a tree.
import { parseHTML } from 'linkedom';
import type { Card } from '../../story/card.ts';
import { storyId } from '../../story/ids.ts';
import type { Section } from '../../story/section.ts';
import type { FrontView, ListPage, RelatedView } from '../../story/views.ts';
import { pageHtml } from '../components/Document.tsx';
import { arabic, story, storyCard } from '../machine/testing/fixtures.ts';

export { arabic, contextOf, english, HARM, harmful, lead, NOW, story, storyCard } from '../machine/testing/fixtures.ts';

/** Stories with numbers of their own, an hour apart, the first the newest. */
export const cards = (count: number, from = 100, more: Partial<Card> = {}): Card[] =>
  Array.from({ length: count }, (_, index) => ({
    ...storyCard,
    id: storyId.parse(from + index),
    slug: `مادة-${from + index}`,
    headline: `مادة ${from + index}`,
    publishedAt: storyCard.publishedAt - index * 3_600_000,
    updatedAt: storyCard.publishedAt - index * 3_600_000,
    ...more,
  }));

/** A card that came with a captured page, whose story we do not have. */
export const stub: RelatedView = {
  kind: 'stub',
  stub: {
    section: 'شؤون إقليمية',
    caption: 'أردوغان يتحدث في أنقرة',
    credit: 'موقع ديفينس تورك نت',
    headline: 'خلاف على جدول الأعمال',
    standfirst: 'قالت مصادر إن الخلاف محصور في بندين',
    author: 'سعيد عبد الرازق',
    dateline: 'أنقرة',
    href: null,
  },
};

export const relatedStory = (card: Card): RelatedView => ({ kind: 'story', card, because: 'pinned' });

export const storyWithAll = {
  ...story,
  related: [stub, ...cards(4, 200).map(relatedStory)],
  next: cards(1, 300)[0] ?? null,
};

export const list = (count: number, older: string | null = null): ListPage => ({ cards: cards(count), older });

function sectionNamed(slug: string): Section {
  const found = arabic.sections.find((section) => section.slug === slug);
  if (found === undefined) throw new Error(`the small paper has no section ${slug}`);
  return found;
}
export const world = sectionNamed('world');
/** Under `world`. */
export const asia = sectionNamed('آسيا');

export const frontView: FrontView = {
  lead: storyCard,
  top: cards(6, 400),
  blocks: [
    { section: world, cards: cards(5, 500, { sectionId: world.id }) },
    { section: asia, cards: cards(4, 600, { kind: 'opinion' }) },
  ],
  latest: cards(8, 700),
};

/** A page as a tree, the way that a browser reads it. */
export function documentOf(page: Parameters<typeof pageHtml>[0]): Document {
  return parseHTML(pageHtml(page)).document;
}

/** A fragment's own markup, and the tree of it. */
export function fragmentOf(part: { toString(): unknown }): { html: string; root: Element } {
  const html = String(part);
  const root = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
  return { html, root };
}

/** The text of an element as a reader sees it, spaces run together. */
export const seen = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
