// Lists of cards on a page: siblings of one make that each point at another page by a headline. Found by their structure.
import { HEADINGS, NEVER_TEXT } from './elements.ts';
import { hasHint } from './hints.ts';
import { elementsIn, type PageElement, textOf } from './tree.ts';

export interface CardList {
  readonly holder: PageElement;
  readonly items: readonly PageElement[];
}

const MOST_CARD_TEXT = 600;
const MOST_MEASURED = 60;

type Measure = { text: number; linkText: number; pictures: number; headings: number; links: number; blocks: number };

/** Every list of two or more cards, in the order of the page. Lists inside cards are not looked for. */
export function cardListsOf(
  root: PageElement,
  leaveOut: (element: PageElement) => boolean,
  step: (element: PageElement) => void,
): CardList[] {
  const lists: CardList[] = [];
  const taken = new Set<PageElement>();
  for (const holder of elementsIn(
    root,
    (element) => NEVER_TEXT.has(element.tag) || taken.has(element) || leaveOut(element),
  )) {
    step(holder);
    for (const items of likeChildren(holder)) {
      const cards = items.filter((item) => isCard(measure(item), item));
      if (cards.length < 2 || cards.length < items.length * 0.7) continue;
      lists.push({ holder, items: cards });
      for (const item of items) taken.add(item);
    }
  }
  return lists;
}

/** Children that are of one make: the same element with the same first class. */
function likeChildren(holder: PageElement): PageElement[][] {
  const groups = new Map<string, PageElement[]>();
  let count = 0;
  for (const child of holder.children) {
    if (child.kind !== 'element' || !MAY_BE_CARD.has(child.tag)) continue;
    count += 1;
    const make = `${child.tag} ${(child.attributes.class ?? '').trim().split(/\s+/)[0] ?? ''}`;
    const group = groups.get(make);
    if (group === undefined) groups.set(make, [child]);
    else if (group.length < MOST_MEASURED) group.push(child);
  }
  return count < 2 ? [] : [...groups.values()].filter((group) => group.length > 1);
}

const MAY_BE_CARD = new Set(['div', 'li', 'article', 'section', 'a', 'figure', 'td', 'tr', 'dl', 'aside']);

function isCard(found: Measure, item: PageElement): boolean {
  if (found.links === 0 || found.text < 8 || found.text > MOST_CARD_TEXT) return false;
  if (found.linkText < 8) return false;
  const looksMade = found.pictures > 0 || found.headings > 0 || item.tag === 'article' || item.tag === 'a';
  if (!looksMade) return found.linkText > found.text * 0.9 && hasHint(item, 'teasers');
  return found.linkText >= found.text * 0.25;
}

function measure(item: PageElement): Measure {
  const found: Measure = { text: 0, linkText: 0, pictures: 0, headings: 0, links: 0, blocks: 0 };
  found.text = textOf(item, MOST_CARD_TEXT * 2, isNoText).length;
  let steps = 0;
  for (const element of elementsIn(item, isNoText)) {
    steps += 1;
    if (steps > 200) break;
    if (element.tag === 'img' || element.tag === 'amp-img' || element.tag === 'picture') found.pictures += 1;
    if (HEADINGS.has(element.tag)) found.headings += 1;
    if (element.tag === 'p') found.blocks += 1;
    if (element.tag === 'a' && element.attributes.href !== undefined) {
      found.links += 1;
      found.linkText += textOf(element, MOST_CARD_TEXT, isNoText).length;
    }
  }
  return found;
}

const isNoText = (element: PageElement) => NEVER_TEXT.has(element.tag) || element.tag === 'noscript';
