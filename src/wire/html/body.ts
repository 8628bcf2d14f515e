// Which of a page's text blocks are the story: the part of the page with the most running text, without its furniture.
import { type Block, blocksOf, isHidden } from './blocks.ts';
import { cardListsOf } from './cards.ts';
import { furnitureBeginning, furnitureLine } from './furniture-lines.ts';
import { type FoundHeadline, findHeadline } from './headline.ts';
import { type Hint, hasHint, hintsOf } from './hints.ts';
import { around, isInside, type PageElement } from './tree.ts';

export interface BodyBlocks {
  readonly container: PageElement;
  readonly headline: FoundHeadline | null;
  readonly blocks: readonly Block[];
}

/** Characters of running text in a block: what makes it likely to be a story's. */
export function runningLength(block: Block): number {
  if (block.kind === 'heading') return 0;
  const own = block.length - block.linkLength;
  if (block.linkLength > block.length / 2) return 0;
  if (block.length >= 80) return own;
  return block.length >= 35 && /[.!?؟:،,;؛"»”]/u.test(block.text) ? own : 0;
}

export function bodyOf(root: PageElement, stated: readonly string[]): BodyBlocks | null {
  const visible = readBody(root, isHidden, stated);
  if (visible !== null && visible.blocks.reduce((sum, block) => sum + block.length, 0) > 250) return visible;
  return readBody(root, () => false, stated) ?? visible;
}

function readBody(
  root: PageElement,
  leaveOut: (element: PageElement) => boolean,
  stated: readonly string[],
): BodyBlocks | null {
  const all = blocksOf(root, leaveOut);
  const running = sums(all, runningLength);
  const total = running.get(root) ?? 0;
  if (total === 0) return null;
  const cards = new Set(cardListsOf(root).flatMap((list) => list.items));
  const isAway = remembering((element) => isAwayItself(element, running.get(element) ?? 0, total, cards));
  const near = all.filter((block) => !isAway(block.holder));
  const headline = findHeadline(upperPart(all, near, total), stated);
  const top = headline?.block ?? null;
  const value = sums(near, worthOf);
  const container = descended(mostWorth(value), value, top);
  if (container === null) return null;
  const inside = near.filter((block) => isInside(block.holder, container));
  return { container, headline, blocks: storyBlocks(inside, top, running) };
}

/** Headlines stand above stories: the blocks before a third of the page's running text has passed. */
function upperPart(all: readonly Block[], near: readonly Block[], total: number): readonly Block[] {
  let before = 0;
  const last = near.find((block) => {
    before += runningLength(block);
    return before > total * 0.33;
  });
  return last === undefined ? all : all.slice(0, last.index + 1);
}

function sums(blocks: readonly Block[], measure: (block: Block) => number): Map<PageElement, number> {
  const found = new Map<PageElement, number>();
  for (const block of blocks) {
    const worth = measure(block);
    if (worth !== 0) for (const element of around(block.holder)) found.set(element, (found.get(element) ?? 0) + worth);
  }
  return found;
}

/** Whether an element, or one around it, answers yes; each is asked once. */
function remembering(ask: (element: PageElement) => boolean): (element: PageElement) => boolean {
  const answers = new Map<PageElement, boolean>();
  return (element) => {
    const path: PageElement[] = [];
    let answer = false;
    for (const at of around(element)) {
      const before = answers.get(at);
      if (before !== undefined) {
        answer = before;
        break;
      }
      path.push(at);
      if (ask(at)) {
        answer = true;
        break;
      }
    }
    for (const at of path) answers.set(at, answer);
    return answer;
  };
}

function worthOf(block: Block): number {
  const running = runningLength(block);
  if (running > 0) return running;
  return block.linkLength > block.length / 2 ? -Math.min(60, block.linkLength) : 0;
}

function mostWorth(value: ReadonlyMap<PageElement, number>): PageElement | null {
  let container: PageElement | null = null;
  let best = 0;
  for (const [element, worth] of value) {
    if (worth > best || (worth === best && container !== null && element.depth > container.depth)) {
      container = element;
      best = worth;
    }
  }
  return container;
}

const NAMED = 0.75;
const PLAIN = 0.8;

/** Goes down from the richest part while one part inside it holds nearly all, or is named a story's body and holds most. */
function descended(
  from: PageElement | null,
  value: ReadonlyMap<PageElement, number>,
  _top: Block | null,
): PageElement | null {
  let at = from;
  for (let next = at; at !== null && next !== null; ) {
    next = null;
    const here = value.get(at) ?? 0;
    for (const child of at.children) {
      if (child.kind !== 'element') continue;
      const share = (value.get(child) ?? 0) / here;
      const isNamed = child.tag === 'article' || child.tag === 'main' || hasHint(child, 'body');
      if (share >= (isNamed ? NAMED : PLAIN)) next = child;
    }
    if (next !== null) at = next;
  }
  return at;
}

/** The share of a page's running text above which a name is not believed: some pages call their whole inside `modal`. */
const BELIEVED: Readonly<Partial<Record<Hint, number>>> = {
  furniture: 0.6,
  comments: 0.7,
  sharing: 0.4,
  teasers: 0.4,
  notice: 0.4,
  tags: 0.3,
  biography: 0.3,
  caption: 0.3,
  credit: 0.3,
};
const BELIEVED_TAGS: Readonly<Record<string, number>> = {
  footer: 0.8,
  nav: 0.6,
  aside: 0.4,
  form: 0.4,
  figcaption: 0.3,
};

function isAwayItself(element: PageElement, running: number, total: number, cards: ReadonlySet<PageElement>): boolean {
  if (cards.has(element)) return true;
  const share = running / total;
  if (share < (BELIEVED_TAGS[element.tag] ?? 0)) return true;
  for (const hint of hintsOf(element)) if (share < (BELIEVED[hint] ?? 0)) return true;
  return false;
}

function storyBlocks(blocks: readonly Block[], top: Block | null, running: ReadonlyMap<PageElement, number>): Block[] {
  const after = top === null ? blocks : blocks.filter((block) => block.index > top.index);
  const amount = (list: readonly Block[]) => list.reduce((sum, block) => sum + runningLength(block), 0);
  const body = amount(after) >= amount(blocks) * 0.5 ? after : blocks;
  const ended = untilEnd(body);
  const kept = ended.filter((block) => !isFurniture(block) && !isLooseLink(block) && !isByline(block, running));
  return kept;
}

/** Cuts where a block begins that stands after stories: its name as a heading or a line of its own, past half of the text. */
function untilEnd(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + runningLength(block), 0);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    if (before > total * 0.5) {
      const kind = furnitureLine(block.text);
      if (kind === 'related' || kind === 'comments' || kind === 'author') return blocks.slice(0, at);
    }
    before += runningLength(block);
  }
  return [...blocks];
}

function isFurniture(block: Block): boolean {
  if (furnitureLine(block.text) !== null) return true;
  const kind = furnitureBeginning(block.text);
  if (kind === null) return false;
  return kind !== 'related' || block.linkLength > block.length * 0.4;
}

function isLooseLink(block: Block): boolean {
  if (block.kind === 'item' || block.kind === 'cell' || block.kind === 'heading') return false;
  return block.linkLength >= block.length * (block.kind === 'paragraph' ? 0.9 : 0.5);
}

/** Lines of an element that is named for bylines or dates and holds little else. */
function isByline(block: Block, running: ReadonlyMap<PageElement, number>): boolean {
  if (block.length > 200) return false;
  for (
    let element: PageElement | null = block.holder, steps = 0;
    element !== null && steps < 4;
    element = element.parent, steps += 1
  ) {
    if (hasHint(element, 'byline', 'date') && (running.get(element) ?? 0) < 300) return true;
  }
  return false;
}
