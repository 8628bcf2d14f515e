// The related stories that a page shows with a story: cards in lists that the page itself names so, and single links to read also.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { stripCredit } from '../../arabic/typography.ts';
import type { RelatedCard } from '../../story/draft.ts';
import { readByline } from '../capture/bylines.ts';
import { isSectionName } from '../capture/lexicon/sections.ts';
import { httpAddress, pageKey } from './addresses.ts';
import { type Block, blocksOf } from './blocks.ts';
import { isDateLine } from './date-lines.ts';
import { HEADINGS } from './elements.ts';
import { furnitureBeginning, furnitureLine } from './furniture-lines.ts';
import { hasHint } from './hints.ts';
import { bareCredit } from './pictures.ts';
import type { StoryPart } from './story-part.ts';
import { around, elementsIn, isInside, oneSpaced, type PageElement, textOf } from './tree.ts';

export interface StoryRelated {
  readonly cards: readonly RelatedCard[];
  /** The parts of the page that they were read from. */
  readonly boxes: readonly PageElement[];
}

const MOST_RELATED = 60;
const MOST_BOXES = 12;
const MOST_TRIED = 40;
/** Elements of a part of the page that are looked at for its list. */
const MOST_LOOKED_AT = 600;

/** Related cards in the order of the page; every story once, the story itself never. */
export function relatedOf(part: StoryPart, canonical: string | null, headline: string): StoryRelated {
  const boxes = relatedBoxes(part);
  const found = [
    ...boxes.flatMap(({ items }) => items.slice(0, MOST_RELATED).flatMap((item) => cardOf(item, part.head.base))),
    ...looseLinks(
      part,
      boxes.map(({ box }) => box),
    ),
  ].sort((one, other) => one.at - other.at);
  const seen = new Set<string>([matchKey(headline), pageKey(canonical) ?? '']);
  const cards = found.flatMap(({ card }) => {
    const keys = [matchKey(card.headline), pageKey(card.href)].filter((key) => key !== null && key !== '');
    if (keys.length === 0 || keys.some((key) => seen.has(key as string))) return [];
    for (const key of keys) seen.add(key as string);
    return [card];
  });
  return { cards: cards.slice(0, MOST_RELATED), boxes: boxes.map(({ box }) => box) };
}

type Box = { readonly box: PageElement; readonly items: readonly PageElement[] };

/** Lists of the same page that are about other things: what is new or much read is on every page and says nothing of this story. */
const notOfThisStory =
  /^(?:الاكثر|الاعلي|اكثر|رايج|مواضيع ساخنه|مختارات|اخر الاخبار|احدث|اهم الاخبار|اخر المقالات|most|popular|trending|latest|recent|top stories|top news|breaking|editors? s? ?picks|featured|our picks|in other news)/u;

function relatedBoxes(part: StoryPart): Box[] {
  const { survey, scope, body } = part;
  const from = scope.title?.at ?? body.blocks[0]?.at ?? 0;
  const until = scope.root === survey.page.root ? scope.to : Math.min(scope.to, endOf(scope.blocks));
  const boxes: Box[] = [];
  let tried = 0;
  const add = (box: PageElement, items: readonly PageElement[]) => {
    if (
      items.length === 0 ||
      boxes.some((other) => isInside(box, other.box) || other.items.some((item) => items.includes(item)))
    )
      return;
    boxes.push({ box, items });
  };
  for (const title of scope.blocks) {
    survey.deadline.step(() => `near line ${survey.page.lineOf(title.at)}`);
    if (title.at < from || title.length > 70 || !isRelatedName(title.text)) continue;
    if (boxes.length >= MOST_BOXES || tried >= MOST_TRIED) break;
    tried += 1;
    const box = boxUnder(title, part);
    if (box !== null) add(box.box, box.items);
  }
  for (const list of survey.cardLists) {
    const at = list.items[0]?.at ?? 0;
    if (at < from || at > until || !isInside(list.holder, scope.root) || !isNamedRelated(list.holder)) continue;
    add(list.holder, list.items);
  }
  return boxes;
}

const endOf = (blocks: readonly Block[]) =>
  (blocks[blocks.length - 1]?.at ?? 0) + (blocks[blocks.length - 1]?.length ?? 0);

const isRelatedName = (text: string) => furnitureLine(text) === 'related' && !notOfThisStory.test(matchKey(text));

function isNamedRelated(holder: PageElement): boolean {
  let steps = 0;
  for (const element of around(holder)) {
    steps += 1;
    if (steps > 4 || element.tag === 'nav' || element.tag === 'header' || element.tag === 'footer') return false;
    const names = `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`.toLowerCase();
    if (/popular|most|trend|latest|recent|ticker|breaking/.test(names)) return false;
    if (
      /related|recommend|similar|read-?also|also-?(?:read|like)|see-?also|more-?(?:stories|on)|read-?next|crp_|yarpp/.test(
        names,
      )
    )
      return true;
  }
  return false;
}

/** The part of the page that a name such as `مقالات ذات صلة` heads, with its items. */
function boxUnder(title: Block, part: StoryPart): Box | null {
  let steps = 0;
  for (const box of around(title.holder)) {
    steps += 1;
    if (steps > 5 || isInside(part.body.container, box) || box.tag === 'body') break;
    const items = itemsAfter(box, title.at);
    if (items.length > 0) return { box, items };
  }
  // The name and the list stand beside each other inside the story: what follows the name, up to the next text.
  const siblings = followers(title.holder, part);
  const items = siblings.flatMap((sibling) => itemsAfter(sibling, title.at));
  return items.length === 0 ? null : { box: siblings[0] ?? title.holder, items };
}

function followers(element: PageElement, part: StoryPart): PageElement[] {
  let at = element;
  while (at.parent !== null && at.parent.children.length < 2) at = at.parent;
  const siblings = at.parent?.children ?? [];
  const after = siblings.slice(siblings.indexOf(at) + 1).filter((node) => node.kind === 'element');
  const end = after.findIndex(
    (sibling) => HEADINGS.has(sibling.tag) || part.survey.runningIn(sibling) > textOf(sibling, 4_000).length * 0.6,
  );
  return after.slice(0, end < 0 ? 4 : Math.min(end, 30));
}

/** Siblings of one make with a link each; else every link on its own. */
function itemsAfter(box: PageElement, at: number): PageElement[] {
  const links: PageElement[] = [];
  let looked = 0;
  for (const holder of elementsIn(box)) {
    looked += 1;
    if (looked > MOST_LOOKED_AT) break;
    if (holder.tag === 'a' && holder.at > at && isHeadlineLink(holder)) links.push(holder);
    const items = linkedChildren(holder, at);
    if (items.length > 1) return items;
  }
  return links.length === 1 ? [cardAround(links[0] as PageElement, box)] : links;
}

/** The children that point somewhere, when they are all of one make. */
function linkedChildren(holder: PageElement, at: number): PageElement[] {
  const children: PageElement[] = [];
  for (const child of holder.children) {
    if (children.length >= MOST_RELATED) break;
    if (child.kind === 'element' && child.at > at && linkIn(child) !== null) children.push(child);
  }
  return children.every((child) => child.tag === children[0]?.tag) ? children : [];
}

function cardAround(link: PageElement, box: PageElement): PageElement {
  let card = link;
  for (const element of around(link)) {
    if (element === box) break;
    card = element;
  }
  return card;
}

function linkIn(element: PageElement): PageElement | null {
  let best: PageElement | null = null;
  let longest = 0;
  let looked = 0;
  for (const inner of elementsIn(element)) {
    looked += 1;
    if (looked > 150) break;
    if (inner.tag !== 'a' || inner.attributes.href === undefined) continue;
    const inHeading = [...around(inner, 3)].some(({ tag }) => HEADINGS.has(tag));
    const length = textOf(inner, 400).length * (inHeading ? 10 : 1);
    if (length > longest) {
      best = inner;
      longest = length;
    }
  }
  return longest >= 8 ? best : null;
}

const isHeadlineLink = (element: PageElement) =>
  element.attributes.href !== undefined && textOf(element, 400).length >= 15;

type Placed = { readonly card: RelatedCard; readonly at: number };

function cardOf(item: PageElement, base: string | null): Placed[] {
  const link = linkIn(item);
  if (link === null) return [];
  const blocks = blocksOf(item, () => false).map((block) => ({ block, text: oneSpaced(cleanText(block.text)) }));
  const heading =
    blocks.find(({ block }) => block.kind === 'heading') ??
    blocks.find(({ block }) => isNamed(block, item, 'headline')) ??
    blocks.find(({ block }) => isInside(block.holder, link) || isInside(link, block.holder));
  const linkText = oneSpaced(cleanText(textOf(link, 500)));
  const isWhole =
    heading !== undefined &&
    (heading.block.kind === 'heading' || !linkText.includes(heading.text) || isInside(heading.block.holder, link));
  const headline = isWhole && heading !== undefined ? heading.text : linkText;
  if (headline.length < 8 || headline.length > 500 || furnitureLine(headline) !== null) return [];
  const card = {
    section: null,
    caption: null,
    credit: null,
    standfirst: null,
    author: null,
    dateline: null,
    headline,
    href: httpAddress(link.attributes.href, base),
  };
  const filled = blocks.reduce<RelatedCard>(
    (known, { block, text }) => addTo(known, block, text, item, heading?.block.at ?? null),
    card,
  );
  return [{ card: filled, at: item.at }];
}

function isNamed(block: Block, within: PageElement, ...hints: Parameters<typeof hasHint>[1][]): boolean {
  for (const element of around(block.holder)) {
    if (hasHint(element, ...hints)) return true;
    if (element === within) return false;
  }
  return false;
}

/** Puts one block of a card into the field that it is. */
function addTo(
  card: RelatedCard,
  block: Block,
  text: string,
  item: PageElement,
  headlineAt: number | null,
): RelatedCard {
  const key = matchKey(text);
  if (key === '' || key === matchKey(card.headline) || text.length > 2_000) return card;
  if (isNamed(block, item, 'caption') || block.holder.tag === 'figcaption') {
    const { caption, credit } = stripCredit(text);
    return {
      ...card,
      caption: card.caption ?? (caption === '' ? null : caption),
      credit: card.credit ?? bareCredit(credit),
    };
  }
  if (isNamed(block, item, 'credit')) return { ...card, credit: card.credit ?? bareCredit(text) };
  if (isDateLine(text) || furnitureLine(text) !== null) return card;
  const byline = text.length <= 140 ? readByline(text) : null;
  if (byline !== null && (byline.certainty === 3 || (byline.certainty >= 1 && isNamed(block, item, 'byline')))) {
    const name = byline.authors[0]?.name ?? byline.agencies[0] ?? null;
    return { ...card, author: card.author ?? name, dateline: card.dateline ?? byline.dateline };
  }
  const isOver = headlineAt !== null && block.at < headlineAt;
  const isLabel =
    isNamed(block, item, 'section', 'kicker') ||
    isSectionName(key) ||
    (isOver && text.length <= 30 && !/[\p{N}.؟?!،]/u.test(text));
  if (card.section === null && text.length <= 60 && isLabel) return { ...card, section: text };
  const isText = text.length >= 40 || (text.length >= 20 && !isOver && block.holder.tag === 'p');
  if (card.standfirst === null && isText && block.kind !== 'heading') return { ...card, standfirst: text };
  return card;
}

/** `اقرأ أيضاً: <link>` in the middle of a story. */
function looseLinks(part: StoryPart, boxes: readonly PageElement[]): Placed[] {
  const body = new Set(part.body.blocks);
  const last = part.body.blocks[part.body.blocks.length - 1]?.index ?? 0;
  const from = part.scope.title?.index ?? 0;
  return part.scope.blocks.flatMap((block) => {
    if (block.index < from || block.index > last + 8 || block.linkLength < 12 || block.length > 600) return [];
    if (body.has(block) || !saysReadAlso(block)) return [];
    if (boxes.some((box) => isInside(block.holder, box))) return [];
    return [...elementsIn(block.holder)].filter(isLink).flatMap((link) => {
      const headline = oneSpaced(cleanText(textOf(link, 500))).replace(/^[^:：]{2,20}[:：]\s*/u, (label) =>
        furnitureBeginning(label) === 'related' ? '' : label,
      );
      const href = httpAddress(link.attributes.href, part.head.base);
      if (headline.length < 12 || headline.length > 500 || furnitureLine(headline) !== null) return [];
      return [
        {
          card: {
            section: null,
            caption: null,
            credit: null,
            headline,
            standfirst: null,
            author: null,
            dateline: null,
            href,
          },
          at: link.at,
        },
      ];
    });
  });
}

/** By its beginning, or by what stands in it beside the links. */
function saysReadAlso(block: Block): boolean {
  return (
    furnitureBeginning(block.text) === 'related' || isRelatedName(textOf(block.holder, 80, ({ tag }) => tag === 'a'))
  );
}

const isLink = (element: PageElement) => element.tag === 'a' && isHeadlineLink(element);
