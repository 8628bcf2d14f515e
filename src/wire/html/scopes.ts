// How many stories stand on a page, and which part of it is each one's.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Block } from './blocks.ts';
import { findTitle, likenessOf } from './headline.ts';
import { hasHint } from './hints.ts';
import { runningLength, type Survey } from './survey.ts';
import { around, commonPart, elementsIn, isInside, type PageElement } from './tree.ts';

export interface Scope {
  readonly root: PageElement;
  /** The block that is the story's headline; null when none of the page's is. */
  readonly title: Block | null;
  /** The page's blocks that are in this scope, furniture among them. */
  readonly blocks: readonly Block[];
  /** The part of the source that is in this scope, in characters: stories may follow each other inside one element. */
  readonly from: number;
  readonly to: number;
}

/** The elements of a scope in the order of the page. */
export function* elementsOf({ root, from, to }: Scope): Generator<PageElement> {
  for (const element of elementsIn(root)) if (element.at >= from && element.at < to) yield element;
}

/** Running text that a part must hold to be a story beside others, in characters. */
const LEAST_OF_SEVERAL = 350;
/** The same for a part that the page's data names as a story. */
const LEAST_OF_NAMED = 120;

/** The scopes of a page's stories in order: one for the whole page, or one for each of several stories. */
export function scopesOf(survey: Survey, stated: readonly string[], linkedHeadlines: readonly string[]): Scope[] {
  const title = findTitle(upperPart(survey), stated);
  for (const several of [severalInParts(survey, title, linkedHeadlines), severalInOnePart(survey, linkedHeadlines)]) {
    if (several.length > 1) return several;
  }
  return [{ root: survey.page.root, title, blocks: survey.blocks, from: 0, to: Number.POSITIVE_INFINITY }];
}

/** Headlines stand above stories: the blocks before a third of the page's running text has passed. */
function upperPart(survey: Survey): readonly Block[] {
  const total = survey.runningIn(survey.page.root);
  let before = 0;
  const last = survey.blocks.find((block) => {
    if (!survey.isAway(block.holder)) before += runningLength(block);
    return before > total * 0.33;
  });
  return last === undefined ? survey.blocks : survey.blocks.slice(0, last.index + 1);
}

/**
 * Stories that follow each other on one page have headlines of one make, each in a part of its own that holds a story's text
 * and says who wrote it or when. Parts of one story (a list of ten things, a live page's entries) lack one of these.
 */
function severalInParts(survey: Survey, title: Block | null, linkedHeadlines: readonly string[]): Scope[] {
  const titles = titlesOfOneMake(survey, title, linkedHeadlines);
  if (titles.length < 2) return [];
  const parts = ownParts(titles);
  const named = new Set(linkedHeadlines.length > 1 ? linkedHeadlines.map(matchKey) : []);
  const isNamed = (block: Block) => named.has(matchKey(block.text));
  const holding = parts.filter(
    ({ block, root }) =>
      survey.runningIn(root) >= (isNamed(block) ? LEAST_OF_NAMED : LEAST_OF_SEVERAL) &&
      isStoryPart(root, linkedHeadlines),
  );
  // A headline that stands apart from the text under it heads all of the page: what follows are its parts.
  if (holding.length < 2 || (title !== null && titles.includes(title) && holding[0]?.block !== title)) return [];
  return holding.map(({ block, root }) => ({
    root,
    title: block,
    blocks: survey.blocks.filter((inner) => isInside(inner.holder, root)),
    from: 0,
    to: Number.POSITIVE_INFINITY,
  }));
}

/** Stories that the page's data names and that stand one under the other in one part: each goes to the next one's headline. */
function severalInOnePart(survey: Survey, linkedHeadlines: readonly string[]): Scope[] {
  const keys = new Set(linkedHeadlines.map(matchKey));
  if (keys.size < 2) return [];
  const seen = new Set<string>();
  const titles = survey.blocks.filter((block) => {
    const key = block.length > 400 || survey.isAway(block.holder) ? '' : matchKey(block.text);
    if (!keys.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const root = titles
    .map(({ holder }) => holder)
    .reduce<PageElement | null>((part, holder) => (part === null ? holder : commonPart(part, holder)), null);
  if (root === null) return [];
  return titles.flatMap((title, at) => {
    const next = titles[at + 1];
    const blocks = survey.blocks.slice(title.index, next?.index).filter(({ holder }) => isInside(holder, root));
    const amount = blocks.reduce((sum, block) => sum + (survey.isAway(block.holder) ? 0 : runningLength(block)), 0);
    if (amount < LEAST_OF_NAMED) return [];
    return [{ root, title, blocks, from: title.at - 200, to: next === undefined ? Number.POSITIVE_INFINITY : next.at }];
  });
}

function titlesOfOneMake(survey: Survey, title: Block | null, linkedHeadlines: readonly string[]): Block[] {
  const make = title === null ? 'h1 ' : makeOf(title);
  const linked = linkedHeadlines.map((headline) => matchKey(headline).split(' '));
  const seen = new Set<string>();
  return survey.blocks.filter((block) => {
    if (block.length < 8 || block.length > 400 || survey.isAway(block.holder)) return false;
    const own = makeOf(block);
    const isStated =
      linked.length > 1 && linked.some((words) => likenessOf(matchKey(block.text).split(' '), words) > 0.9);
    if (own === null || !(own === make || own.startsWith('h1 ') || isStated)) return false;
    if (own === make && !own.startsWith('h1 ') && own.endsWith(' ') && !isStated) return false;
    const key = matchKey(block.text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The heading's element and classes: what headlines of one page have in common. Null when it is no heading. */
function makeOf(block: Block): string | null {
  for (const element of around(block.holder)) {
    if (/^h[1-3]$/.test(element.tag)) return `${element.tag} ${(element.attributes.class ?? '').trim()}`;
    if (element.depth < block.holder.depth - 2) break;
  }
  return null;
}

/** For every headline the largest part of the page around it that holds no other one. */
function ownParts(titles: readonly Block[]): { block: Block; root: PageElement }[] {
  const held = new Map<PageElement, number>();
  for (const { holder } of titles)
    for (const element of around(holder)) held.set(element, (held.get(element) ?? 0) + 1);
  return titles.map((block) => {
    let root = block.holder;
    for (const element of around(block.holder)) {
      if ((held.get(element) ?? 0) > 1) break;
      root = element;
    }
    return { block, root };
  });
}

function isStoryPart(root: PageElement, linkedHeadlines: readonly string[]): boolean {
  if (linkedHeadlines.length > 1) return true;
  let steps = 0;
  for (const element of elementsIn(root)) {
    steps += 1;
    if (steps > 300) return false;
    if (element.tag === 'article' || element.tag === 'time') return true;
    if (element !== root && hasHint(element, 'byline', 'meta', 'date')) return true;
    if (/article|posting/i.test(element.attributes.itemtype ?? '')) return true;
  }
  return false;
}
